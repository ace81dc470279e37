import { pageOfEachTest, type Page, type Tag } from './pix-qr-harness.ts';
import '../../src/define/okto-cash-barcode.ts';
import '../../src/define/okto-wallet-qr.ts';
import '../../src/locales/el/okto-cash-barcode-states.ts';
import '../../src/ui/module-width.ts';

export { json, settle, STATUS_URL, until } from './pix-qr-harness.ts';
export type { Tag };

/** What the provider gave: € 10.00, to be paid until a week later. */
export const VOUCHER = { packageId: '8055348521276', paymentCode: '1234567' };
/** What the bars of it say, for people. */
export const READABLE = '(01)08055348521276(21)10000000000001234567';

type Attributes = Record<string, string>;

/** A page for every test of a file, with the tags of OKTO. */
export function oktoPage(): Page & { cash(attributes: Attributes, lang?: string): Promise<Tag>; wallet(attributes: Attributes, lang?: string): Promise<Tag> } {
  const page = pageOfEachTest();
  before(() => Promise.all(['okto-cash-barcode', 'okto-wallet-qr'].map((tag) => customElements.whenDefined(tag))));
  return Object.assign(page, {
    cash: (attributes: Attributes, lang = 'en') => page.tag({ currency: 'EUR', ...attributes }, { as: 'okto-cash-barcode', lang }),
    wallet: (attributes: Attributes, lang = 'en') => page.tag({ currency: 'EUR', ...attributes }, { as: 'okto-wallet-qr', lang }),
  });
}

/** Ticks a box or chooses one of several. */
export async function tick(tag: Tag, selector: string): Promise<void> {
  const input = tag.root.querySelector<HTMLInputElement>(selector);
  if (!input) throw new Error(`there is no ${selector}`);
  input.click();
  await tag.element.updateComplete;
}
