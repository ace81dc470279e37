import { pageOfEachTest, type Page, type Tag } from './pix-qr-harness.ts';
import '../../src/define/okpay-collect.ts';

export { json, settle, STATUS_URL } from './pix-qr-harness.ts';
export type { Tag };

type Attributes = Record<string, string>;

export const PAGE_URL = 'https://pay.example/p/8f2c';
/** ₹ 499.00 to Example Crafts. */
export const UPI = 'upi://pay?pa=example.crafts@okbank&pn=Example%20Crafts&am=499.00&cu=INR&tr=8f2c';

/** A page for every test of a file, with the tag of OKPAY Collect. */
export function collectPage(): Page & { collect(attributes: Attributes, lang?: string): Promise<Tag> } {
  const page = pageOfEachTest();
  before(() => customElements.whenDefined('okpay-collect'));
  return Object.assign(page, { collect: (attributes: Attributes, lang = 'en') => page.tag({ currency: 'INR', ...attributes }, { as: 'okpay-collect', lang }) });
}

const AGENTS = {
  android: ['Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36', 5],
  instagram: ['Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 Version/4.0 Chrome/126.0 Mobile Safari/537.36 Instagram 330.0.0', 5],
  desktop: ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36', 0],
} as const;

/** What the page says of the device it is on, until the test is over. */
export function device(name: keyof typeof AGENTS): void {
  const [userAgent, maxTouchPoints] = AGENTS[name];
  Object.defineProperty(navigator, 'userAgent', { configurable: true, value: userAgent });
  Object.defineProperty(navigator, 'maxTouchPoints', { configurable: true, value: maxTouchPoints });
}
afterEach(() => {
  delete (navigator as { userAgent?: unknown }).userAgent;
  delete (navigator as { maxTouchPoints?: unknown }).maxTouchPoints;
});

/** The links of the tag, by their words. */
export const links = (tag: Tag): Record<string, string> =>
  Object.fromEntries([...tag.root.querySelectorAll('a')].map(({ textContent, href, target }) => [textContent.trim(), `${href} ${target}`.trim()]));

/** Chooses an option of a list. */
export async function choose(tag: Tag, field: string, code: string): Promise<void> {
  const list = tag.root.querySelector<HTMLSelectElement>(`select[name="${field}"]`);
  if (!list) throw new Error(`there is no list ${field}`);
  list.value = code;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await tag.element.updateComplete;
}
