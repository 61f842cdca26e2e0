/** A piece of a text; with `href` it is a link. All pieces together are the text. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
  /** Where it really goes, when that is not what is written: a host in punycode, or a number. */
  readonly host?: string;
}

// Longer addresses are no use to a person, and hide where they go.
const longest = 2048;

/** Something that begins like a link, at the beginning of a word. Most texts have none. */
const candidates =
  /(?<![\p{Script=Latin}\p{M}\p{Nd}\p{Cc}\p{Cf}_:/\\@.%&=?#+~-])(?:https?:\/\/|mailto:|tel:|www\.)[^\s<>"“”«»„‟「」『』（）、。，！？；：]+/giu;
/** What is not seen, or turns what is: control and format characters, halves of a character. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]/u;
const mail = /^mailto:[\w.!#$*+=^{|}~-]+@(?:[a-z\d-]+\.)+[a-z\d-]{2,}$/i;
// No `*` and `#`: what telephones take for commands.
const telephone = /^tel:\+?(?=(?:\D*\d){3})[\d().-]{3,30}$/i;
const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * Splits a text into plain pieces and links: http, https, mailto, tel, and `www.` on its own. Whatever could
 * mislead stays plain: a user before the host, backslashes, characters that are not seen.
 */
export function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(candidates)) {
    const written = withoutPunctuation(found);
    // Of the whole word: what is cut off may hide there too.
    const link = unseen.test(found) ? undefined : linkTo(written);
    if (!link) continue;
    if (index > done) parts.push({ text: text.slice(done, index) });
    parts.push({ text: written, ...link });
    done = index + written.length;
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}

function linkTo(written: string): Omit<TextPart, 'text'> | undefined {
  if (written.length > longest) return undefined;
  if (/^(?:mailto|tel):/i.test(written))
    return mail.test(written) || telephone.test(written) ? { href: written } : undefined;
  const address = /^www\./i.test(written) ? `https://${written}` : written;
  const authority = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? '';
  if (!authority || /[@\\]/.test(authority) || address.includes('\\')) return undefined;
  if (!URL.canParse(address)) return undefined;
  const { hostname, href, password, protocol, username } = new URL(address);
  const safe = (protocol === 'https:' || protocol === 'http:') && !username && !password;
  if (!safe || !hostname) return undefined;
  const asWritten = authority.replace(/:\d*$/, '').toLowerCase();
  return asWritten === hostname ? { href } : { href, host: hostname };
}

/** What ends the sentence does not belong to the address in it; a bracket does, if it was opened there. */
function withoutPunctuation(found: string): string {
  const open = new Map<string, number>();
  for (const character of found) {
    const opening = pairs[character] ?? character;
    const step = opening === character ? 1 : -1;
    open.set(opening, (open.get(opening) ?? 0) + step);
  }
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    const opening = pairs[last];
    const unopened = opening ? (open.get(opening) ?? 0) : 0;
    if (opening && unopened < 0) open.set(opening, unopened + 1);
    else if (!/[.,;:!?'’‘…*|]/.test(last)) break;
  }
  return found.slice(0, end);
}
