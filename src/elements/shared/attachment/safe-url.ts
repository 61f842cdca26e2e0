import { isServer } from '../../../context/served.js';

/** Where a host has stored a file, if it may be asked there: over https, or at the page's own server. */
export function safeUrl(url: string | undefined): string | undefined {
  if (!url || isServer || !URL.canParse(url, document.baseURI)) return undefined;
  const { href, origin, protocol } = new URL(url, document.baseURI);
  const own = protocol === 'http:' && origin === location.origin;
  return protocol === 'https:' || own ? href : undefined;
}
