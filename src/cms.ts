import { discover } from './autoloader.ts';

/** The tags that a marked `<div>` may become. */
const TAGS = ['pix-qr'];

/** What a div that was upgraded feeds. */
const fed = new WeakMap<Element, Element>();

/**
 * Upgrades `<div data-paytags="pix-qr" data-code="…">`, which editors keep where they strip unknown tags: the div stays, its
 * children move into a new child element, and later changes of its `data-*` are followed. An entry of its own, to be chosen
 * knowingly: whoever may write such a div into a page, in a comment say, can put a code of theirs there.
 */
export function upgrade(root: ParentNode = document): void {
  for (const div of root.querySelectorAll<HTMLElement>('div[data-paytags]')) {
    const tag = div.dataset['paytags'] ?? '';
    if (fed.has(div) || !TAGS.includes(tag)) continue;
    const element = document.createElement(tag);
    fed.set(div, element);
    feed(div);
    element.append(...div.childNodes);
    div.append(element);
  }
}

/** Gives the div's `data-*` to its element as attributes. */
function feed(div: HTMLElement): void {
  const element = fed.get(div);
  if (!element) return;
  for (const { name, value } of div.attributes) {
    if (name.startsWith('data-') && name !== 'data-paytags') element.setAttribute(name.slice(5), value);
  }
  for (const { name } of [...element.attributes]) {
    if (name !== 'status' && !div.hasAttribute(`data-${name}`)) element.removeAttribute(name);
  }
}

if (globalThis.document) {
  upgrade();
  discover();
  new MutationObserver((changes) => {
    for (const { type, target } of changes) if (type === 'attributes') feed(target as HTMLElement);
    upgrade();
  }).observe(document, { childList: true, subtree: true, attributes: true });
}
