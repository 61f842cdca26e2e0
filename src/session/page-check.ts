import type { LinkConfig } from '../ports/link.js';
import type { CallErrorCode } from './call-error.js';
import { explain } from './explain.js';
import { warnOnce } from './warn-once.js';

// `document.featurePolicy` is Chromium's; elsewhere only the first call finds out.
type WithPolicy = Document & {
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
};

/** Tells the developer what will be missing when a call is made. */
export function checkPage({ server, iceServers, relayOnly }: LinkConfig): void {
  const policy = (document as WithPolicy).featurePolicy;
  if (!isSecureContext) void tell('insecure-page');
  else if (policy && !policy.allowsFeature('microphone')) void tell('blocked-by-page');
  if (relayOnly && !iceServers.some(hasRelay))
    warnOnce('`relay-only` needs a TURN server in `iceServers`: nothing connects without.');
  else if (iceServers.length === 0 && !isLocal(new URL(server).hostname))
    warnOnce(
      '`iceServers` is empty: a call connects only inside one network. Set STUN and TURN servers.',
    );
}

const hasRelay = ({ urls }: RTCIceServer): boolean =>
  [urls].flat().some((url) => /^turns?:/.test(url));

const isLocal = (host: string): boolean =>
  /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);

async function tell(code: CallErrorCode): Promise<void> {
  const { message } = await explain(code);
  warnOnce(`${code}: ${message}`);
}
