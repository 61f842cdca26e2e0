import type { LinkConfig, Party } from '../ports/link.js';
import type { SessionSettings } from './session.js';
import type { ConfigFailure } from './snapshot.js';

// The server refuses anything else, and PeerJS puts the id into an address unescaped.
const idPattern = /^[A-Za-z0-9]+(?:[ _-][A-Za-z0-9]+)*$/;

const isParty = (party: string): party is Party => party === 'agent' || party === 'visitor';

/** The link that the settings ask for; undefined when there is no active chat; or what is wrong with them. */
export function linkConfig(
  settings: SessionSettings,
  base: string,
): LinkConfig | ConfigFailure | undefined {
  const { party, server, peerId, remoteId, iceServers, relayOnly, token } = settings;
  if (!isParty(party)) return remoteId || party ? 'unknown-party' : undefined;
  if (!remoteId) return undefined;
  if (!server || !URL.canParse(server, base)) return 'no-server';
  const address = new URL(server, base);
  if (!/^(https?|wss?):$/.test(address.protocol)) return 'no-server';
  if (!peerId) return 'no-peer-id';
  if (!idPattern.test(peerId) || !idPattern.test(remoteId) || peerId === remoteId)
    return 'invalid-id';
  return { party, server: address.href, peerId, remoteId, iceServers, relayOnly, token };
}
