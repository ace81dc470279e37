import { claim } from './claim.ts';
import { languageOf, type Language } from './language.ts';

/** Every tag and its files, started at once: the class and the words for the place where the tag first appears. */
const TAGS: Record<string, ((language: Language) => Promise<unknown>[]) | undefined> = {
  'octopus-pay': (language) => [import('./define/octopus-pay.ts'), import(`./locales/${language}/octopus-pay.ts`)],
  'okpay-button': (language) => [import('./define/okpay-button.ts'), import(`./locales/${language}/okpay-button.ts`)],
  'okpay-collect': (language) => [import('./define/okpay-collect.ts'), import(`./locales/${language}/okpay-collect.ts`)],
  'okpay-seal': (language) => [import('./define/okpay-seal.ts'), import(`./locales/${language}/okpay-seal.ts`)],
  'okto-cash-barcode': (language) => [import('./define/okto-cash-barcode.ts'), import(`./locales/${language}/okto-cash-barcode.ts`)],
  'okto-wallet-qr': (language) => [import('./define/okto-wallet-qr.ts'), import(`./locales/${language}/okto-wallet-qr.ts`)],
  'pix-qr': (language) => [import('./define/pix-qr.ts'), import(`./locales/${language}/pix-qr.ts`)],
};

/** This copy is the page's: another that came first leaves nothing to do for it. */
export const ours = Boolean(globalThis.document) && claim();

/** Loads what the tags below `root` need, each tag once. Call it with a shadow root that holds tags; the document is watched by itself. */
export function discover(root: ParentNode = document): void {
  if (!ours) return;
  for (const tag in TAGS) {
    const load = TAGS[tag];
    const element = load && root.querySelector(tag);
    if (!element) continue;
    TAGS[tag] = undefined;
    // What could not be fetched is tried again with the next change of the page.
    Promise.all(load(languageOf(element))).catch(() => (TAGS[tag] = load));
  }
}

if (ours) {
  discover();
  new MutationObserver(() => discover()).observe(document, { childList: true, subtree: true });
}
