import { lookFor } from './look-for.js';
import { tags } from './tags.js';

const asked = new Set<string>();

/** Defines the kit's tags in a tree, now and whenever more are added to it: a document, or a shadow root. */
export function discover(root: Document | ShadowRoot): void {
  lookFor(root, define);
}

function define(tag: string): void {
  if (asked.has(tag) || !Object.hasOwn(tags, tag)) return;
  asked.add(tag);
  Promise.all([tags[tag]?.(), import('../i18n/register/when-needed.js')]).catch(
    (error: unknown) => {
      asked.delete(tag); // the next one of its kind tries again
      console.warn(`visavis: <${tag}> could not be loaded:`, error);
    },
  );
}

discover(document);
