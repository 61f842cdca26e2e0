import { catchEarlyRequests } from '../context/session-context.js';
import { adoptTokens } from '../theme/adopt-tokens.js';

type Versioned = CustomElementConstructor & { readonly version?: string };

/** What any tag needs of its page before it is defined. */
export function prepare(): void {
  catchEarlyRequests();
  adoptTokens();
}

const told = new Set<string>();

/**
 * True when the tag is free. A taken one is left alone: warns when another version of the kit holds
 * it, once for all of that version's tags, or when another library does.
 */
export function mayDefine(tag: string, ctor: Versioned): boolean {
  if (typeof customElements === 'undefined') return false;
  const holder: Versioned | undefined = customElements.get(tag);
  if (!holder) return true;
  const owner = holder.version ?? 'another library';
  const matter = holder.version ?? tag;
  if (holder.version !== ctor.version && !told.has(matter)) {
    told.add(matter);
    console.warn(
      `visavis: <${tag}> is held by ${owner}; ${ctor.version ?? ''} does not define it. ` +
        'Load one version, or define a subclass under another name.',
    );
  }
  return false;
}
