import { tags } from './tags.js';

const asked = new Set<string>();

/** Defines the kit's tags in a tree, now and whenever more are added to it: a document, or a shadow root. */
export function discover(root: Document | ShadowRoot): void {
  for (const element of root.querySelectorAll(':not(:defined)')) define(element.localName);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) look(node);
  }).observe(root, { childList: true, subtree: true });
}

function look(node: Node): void {
  if (!(node instanceof Element)) return;
  define(node.localName);
  for (const element of node.querySelectorAll(':not(:defined)')) define(element.localName);
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
