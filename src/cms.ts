import { discover, ours } from './autoloader.ts';

/** The tags that a marked `<div>` may become. */
const TAGS = ['octopus-pay', 'okpay-button', 'okpay-item', 'okpay-collect', 'okpay-seal', 'okto-cash-barcode', 'okto-wallet-qr', 'pix-qr'];

/** What a div that was upgraded feeds. */
const fed = new WeakMap<Element, Element>();

/**
 * Upgrades `<div data-paytags="pix-qr" data-code="…">`, which editors keep where they strip unknown tags: the div stays, its
 * children move into a new child element, and later changes of its `data-*` are followed. An entry of its own, to be chosen
 * knowingly: whoever may write such a div into a page, in a comment say, can put a code of theirs there. Its addresses are
 * followed only where they are of the page's origin, or of one in `<meta name="paytags-origins" content="https://…">`; a receiver of
 * OKPAY's is paid, and an account vouched for, only where `<meta name="paytags-receivers" content="OK…">` names it.
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

/** Where a form goes, and leads back to, and who is told: addresses by other names than most. */
const ADDRESS = /(^|-)ur[il]$|^(action|href|ipn|return-(success|fail))$/;

/** What a `<meta>` of the page names, with spaces between. */
const named = (meta: string): readonly string[] => document.querySelector<HTMLMetaElement>(`meta[name="${meta}"]`)?.content.match(/\S+/g) ?? [];

/**
 * Whether a div may say this: a stranger's must neither lead the page away nor send what a shopper types elsewhere, and whom an
 * `<okpay-button>` pays and an `<okpay-seal>` vouches for is for the page to say.
 */
function isOurs(name: string, value: string): boolean {
  // The invoice of another order would have a shopper pay that.
  if (name.startsWith('allow-') || name === 'invoice') return false;
  const pays = /^(receiver|account)$/.test(name);
  if (!pays && !ADDRESS.test(name)) return true;
  const url = URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI) : undefined;
  const meta = pays ? 'paytags-receivers' : 'paytags-origins';
  if (pays ? named(meta).includes(value.trim()) : url && [location.origin, ...named(meta)].includes(url.origin)) return true;
  console.warn(`data-${name}="${value.slice(0, 80)}" is ${pays ? 'named nowhere' : 'of another origin'} and is left out; name it in <meta name="${meta}">.`);
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
