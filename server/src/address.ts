import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

const mapped = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;

/** `10.0.0.0/8`, `192.0.2.7`, `fd00::/8`; throws for anything else. */
export function networks(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', length] = entry.split('/');
    const family = isIP(address);
    const widest = family === 4 ? 32 : 128;
    const bits = length === undefined ? widest : /^\d{1,3}$/.test(length) ? Number(length) : NaN;
    if (family === 0 || !(bits <= widest))
      throw new TypeError(`${entry} is no address or network.`);
    list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

export function isIn(list: BlockList, address: string): boolean {
  const plain = address.replace(mapped, '');
  return isIP(plain) > 0 && list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}

/** Whose address a request is from, when some of the hops before us are proxies of our own. */
export class Addresses {
  readonly #header: string;
  readonly #proxies: BlockList;

  /** `header`: what the proxies write addresses into, such as `x-forwarded-for`; empty: there are no proxies. */
  constructor(header: string, proxies: readonly string[]) {
    this.#header = header.toLowerCase();
    this.#proxies = networks(proxies);
  }

  isProxy(address: string): boolean {
    return this.#header !== '' && isIn(this.#proxies, address);
  }

  of({ headers, socket }: IncomingMessage): string {
    const nearest = (socket.remoteAddress ?? '').replace(mapped, '');
    if (!this.isProxy(nearest)) return nearest;
    const said = [headers[this.#header] ?? []].flat().join(',').split(',');
    // The far end of the list is what the client says of itself, and may be a lie.
    const farthest = said
      .map((address) => address.trim().replace(mapped, ''))
      .findLast((address) => !this.isProxy(address));
    return farthest && isIP(farthest) > 0 ? farthest : nearest;
  }
}

/** What is counted as one: whoever has an IPv6 address has 2^64 of them. */
export const counted = (address: string): string =>
  isIPv6(address) ? `${groups(address).slice(0, 4).join(':')}::/64` : address;

/** For the log: whoever reads it may tell a flood from a crowd, and nobody from a neighbour. */
export function masked(address: string): string {
  if (isIPv6(address)) return `${groups(address).slice(0, 3).join(':')}::/48`;
  return isIP(address) ? address.replace(/\d+$/, '0/24') : 'unknown';
}

function groups(address: string): string[] {
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(zeros).fill('0'), ...after];
}
