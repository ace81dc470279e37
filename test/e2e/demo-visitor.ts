import assert from 'node:assert/strict';
import type { Browser, Locator, Page } from 'playwright';

/** An event as the page has heard it: what the tag told besides its name. */
export interface Heard {
  readonly type: string;
  readonly status?: string;
  readonly code?: string;
  readonly recoverable?: boolean;
}

/** A violation of the page's policy: the directive, and what was refused. */
export interface Violation {
  readonly directive: string;
  readonly blocked: string;
}

/** What the page's window holds for the test. */
interface Witness {
  readonly heard: readonly Heard[];
  readonly violations: readonly Violation[];
}

/** Runs before any script of the page: hears what bubbles up to the window, and every violation of the policy. */
const WITNESS = `
  globalThis.heard = [];
  globalThis.violations = [];
  for (const name of ['create', 'status', 'paid', 'failed', 'expired', 'canceled', 'refunded', 'error', 'recovered', 'copy']) {
    addEventListener('payment-' + name, ({ type, status, code, recoverable }) => heard.push(JSON.parse(JSON.stringify({ type, status, code, recoverable }))));
  }
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    violations.push({ directive: effectiveDirective, blocked: blockedURI }));
`;

/** The words of what has the focus, in whatever shadow root it stands. */
const FOCUSED = `(() => {
  let element = document.activeElement;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return (element.labels?.[0] ?? element).textContent.trim();
})()`;

/** A person in front of the demo, who sees one view at a time on a narrow screen. */
export class DemoVisitor {
  readonly page: Page;
  /** What the browser has written as errors into its console. */
  readonly errors: string[] = [];
  readonly #narrow: boolean;

  private constructor(page: Page, width: number) {
    this.page = page;
    this.#narrow = width <= 900;
    page.on('console', (message) => message.type() === 'error' && this.errors.push(message.text()));
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  /** Opens the demo in a browser of its own, without cookies from before; `userAgent` is what the browser says it is. */
  static async arrive(browser: Browser, url: string, width: number, userAgent?: string): Promise<DemoVisitor> {
    const context = await browser.newContext({ viewport: { width, height: width < 900 ? 844 : 800 }, deviceScaleFactor: width < 900 ? 2 : 1, userAgent });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.addInitScript({ content: WITNESS });
    const visitor = new DemoVisitor(page, width);
    await page.goto(url);
    return visitor;
  }

  get tag(): Locator {
    return this.page.locator('#ticket > *, body > pix-qr');
  }

  /** The screen of whoever is played: the bank's, the till's or the app's. */
  get device(): Locator {
    return this.page.locator('#screen');
  }

  /** Goes to the shop that is paid this way, such as `OKTO Cash`. */
  async payWith(method: string): Promise<void> {
    await this.look('shop');
    const list = this.page.locator('#scenario');
    // A method of several countries is a group of them: the first one.
    const option = list.locator(`option:text-is("${method}"), optgroup[label="${method}"] option`).first();
    if (await list.isVisible()) await list.selectOption((await option.getAttribute('value'))!);
    else await this.page.getByRole('button', { name: method, exact: true }).click();
  }

  /** Brings a part of the demo into view: `shop`, `role` or `behind`. */
  async look(view: 'shop' | 'role' | 'behind'): Promise<void> {
    if (this.#narrow) await this.page.locator(`.tabbar [data-view=${view}]`).click();
  }

  /** Types into the tag's form and presses its button. */
  async order(amount: string, cpf: string): Promise<void> {
    await this.look('shop');
    await this.tag.getByLabel('Amount').fill(amount);
    await this.tag.getByLabel('CPF').fill(cpf);
    await this.tag.getByRole('button', { name: 'Get the Pix code' }).click();
  }

  /** The code's text as the tag tells it, once its picture stands. */
  async code(): Promise<string> {
    await this.tag.getByRole('img').waitFor();
    return this.tag.evaluate((tag: { payment: { pix: { code: string } } }) => tag.payment.pix.code);
  }

  /** Presses one of the things that may happen instead. */
  async letHappen(what: string): Promise<void> {
    await this.look('role');
    await this.page.getByRole('button', { name: what }).click();
  }

  /** Presses Tab until what has the focus is named like this: the words on it, or on its label. */
  async tabTo(name: string): Promise<void> {
    for (let press = 0; press < 60; press++) {
      await this.page.keyboard.press('Tab');
      if (String(await this.page.evaluate(FOCUSED)).startsWith(name)) return;
    }
    throw new Error(`sixty presses of Tab never came to ${name}`);
  }

  /** Every event so far, in order. */
  async heard(type?: string): Promise<Heard[]> {
    const all: Heard[] = await this.page.evaluate('heard');
    return type === undefined ? all : all.filter((event) => event.type === type);
  }

  /** Waits until the page has heard so many events of a kind. */
  async hears(type: string, times = 1): Promise<void> {
    // A text would be refused by the page's policy, which is as strict to a test as to anybody.
    await this.page.waitForFunction((want) => (globalThis as unknown as Witness).heard.filter((event) => event.type === want.type).length >= want.times, {
      type,
      times,
    });
  }

  /** The lines of "What the server knows" that begin with this word. */
  async known(word: string): Promise<string[]> {
    await this.look('behind');
    const lines = this.page.locator('#knows li').filter({ has: this.page.locator(`b:text-is("${word}")`) });
    await lines.first().waitFor();
    return lines.locator('span').allTextContents();
  }

  violations(): Promise<Violation[]> {
    return this.page.evaluate('violations');
  }

  /** Waits until the page's policy has refused something. */
  async isRefused(): Promise<void> {
    await this.page.waitForFunction(() => (globalThis as unknown as Witness).violations.length > 0);
  }

  /** Nothing was refused by the page's policy, and nothing went wrong in its console. */
  async assertClean(): Promise<void> {
    assert.deepEqual(await this.violations(), []);
    assert.deepEqual(this.errors, []);
  }

  leave(): Promise<void> {
    return this.page.context().close();
  }
}
