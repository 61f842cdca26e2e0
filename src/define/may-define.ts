import { catchEarlyRequests } from '../context/session-context.js';
import { adoptTokens } from '../theme/adopt-tokens.js';

type Versioned = CustomElementConstructor & { readonly version?: string };

/** What any tag needs of its page before it is defined. */
export function prepare(): void {
  catchEarlyRequests();
  adoptTokens();
}

/** True when the tag is free. Warns when another version, or another library, already holds it. */
export function mayDefine(tag: string, ctor: Versioned): boolean {
  if (typeof customElements === 'undefined') return false;
  const holder: Versioned | undefined = customElements.get(tag);
  if (holder && holder !== ctor && holder.version !== ctor.version) {
    console.warn(
      `visavis: <${tag}> is held by ${holder.version ?? 'another library'}; ${ctor.version ?? ''} is not defined.`,
    );
  }
  return !holder;
}
