import { discover, ours } from './autoloader.ts';

/** The tags that a marked `<div>` may become. */
const TAGS = ['octopus-pay', 'okpay-collect', 'okpay-seal', 'okto-cash-barcode', 'okto-wallet-qr', 'pix-qr'];

/** What a div that was upgraded feeds. */
const fed = new WeakMap<Element, Element>();

/**
 * Upgrades `<div data-paytags="pix-qr" data-code="…">`, which editors keep where they strip unknown tags: the div stays, its
 * children move into a new child element, and later changes of its `data-*` are followed. An entry of its own, to be chosen
 * knowingly: whoever may write such a div into a page, in a comment say, can put a code of theirs there. Its addresses are
 * followed only where they are of the page's origin, or of one in `<meta name="paytags-origins" content="https://…">`.
 */
export function upgrade(root: ParentNode = document): void {
  for (const div of root.querySelectorAll<HTMLElement>('div[data-paytags]')) {
    const tag = div.dataset['paytags'] ?? '';
    if (fed.has(div) || !TAGS.includes(tag)) continue;
    // eslint-disable-next-line no-restricted-syntax -- one of TAGS
    const element = document.createElement(tag);
    fed.set(div, element);
    element.append(...div.childNodes);
    div.append(element);
    void customElements.whenDefined(tag).then(() => feed(div));
  }
}

/** Gives the div's `data-*` to its element as attributes. */
function feed(div: HTMLElement): void {
  const element = fed.get(div);
  if (!element) return;
  // Only what the tag itself listens to: sanitizers keep data-onclick and data-style, and neither may come alive here.
  for (const name of (element.constructor as { observedAttributes?: string[] }).observedAttributes ?? []) {
    const value = div.getAttribute(`data-${name}`);
    if (value === null || !isOurs(name, value)) element.removeAttribute(name);
    // eslint-disable-next-line no-restricted-syntax -- one that the tag listens to
    else element.setAttribute(name, value);
  }
}

/** Whether a div may say this: a stranger's must neither lead the page away nor send what a shopper types elsewhere. */
function isOurs(name: string, value: string): boolean {
  if (name.startsWith('allow-')) return false;
  if (!/(^|-)ur[il]$/.test(name)) return true;
  const named = document.querySelector<HTMLMetaElement>('meta[name="paytags-origins"]')?.content.split(/\s+/) ?? [];
  const url = URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI) : undefined;
  if (url && [location.origin, ...named].includes(url.origin)) return true;
  console.warn(`data-${name}="${value.slice(0, 80)}" is of another origin and is left out; name it in <meta name="paytags-origins">.`);
  return false;
}

if (ours) {
  upgrade();
  discover();
  new MutationObserver((changes) => {
    for (const { type, target } of changes) if (type === 'attributes') feed(target as HTMLElement);
    upgrade();
  }).observe(document, { childList: true, subtree: true, attributes: true });
}
