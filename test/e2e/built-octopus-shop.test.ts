import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright';
import type { OctopusApp } from '../../src/sandbox.ts';
import { scan } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';
import { Visit } from './built-site.ts';
import { ANDROID, DESKTOP, IPHONE, openPayingShop, type PayingShop } from './paying-shop.ts';

type Outcome = 'approve' | 'decline' | 'cancel' | 'expire';

/** What the Octopus app does, and what the shopper reads and the page hears then. */
const OUTCOMES: Readonly<Record<Outcome, readonly [heading: string, event: string, way: string | undefined]>> = {
  approve: ['Paid', 'payment-paid', undefined],
  decline: ['The payment did not go through', 'payment-failed', 'Try again'],
  cancel: ['Payment canceled', 'payment-canceled', 'Start again'],
  expire: ['This payment has expired', 'payment-expired', 'Try again'],
};

describe('<octopus-pay> on the built files, with companion and Checkout.com behind it', { concurrency: 2 }, () => {
  let shop: PayingShop;
  let browser: Browser;
  let orders = 0;
  before(async () => {
    shop = await openPayingShop();
    browser = await sharedBrowser();
  });
  after(async () => {
    await shop?.close();
  });

  interface Paying {
    readonly visit: Visit;
    readonly reference: string;
    /** In the app that the code or the button has opened. */
    play(act: keyof OctopusApp, ...more: string[]): Promise<void>;
    /** The shopper looks at the page again. */
    comesBack(): Promise<void>;
    shows(outcome: Outcome): Promise<void>;
  }
  const isDesktop = (options: BrowserContextOptions) => options === DESKTOP;

  /** A shopper who has pressed "Pay with Octopus". */
  async function paying(options: BrowserContextOptions, live: (paying: Paying) => Promise<void>): Promise<void> {
    const reference = `ORD-${++orders}`;
    const url = shop.page(`<octopus-pay create-url="/payments" amount="128.50" merchant="Example Tea" reference="${reference}"></octopus-pay>`);
    const visit = await Visit.of(browser, url, options);
    const { page } = visit;
    const comesBack = async () => {
      await shop.settled();
      await page.evaluate("dispatchEvent(new Event('focus'))");
    };
    try {
      await page.getByRole('button', { name: 'Pay with Octopus' }).click();
      await live({
        visit,
        reference,
        comesBack,
        async play(act, ...more) {
          (shop.checkout.app[act] as (code: string, ...more: string[]) => unknown)(await open(visit, options), ...more);
          await comesBack();
        },
        async shows(outcome) {
          const [heading, event, way] = OUTCOMES[outcome];
          await page.getByRole('heading', { name: heading, exact: true }).waitFor();
          await visit.hears(event);
          await page.locator('.aloud').getByText(heading).or(page.getByRole('alert').getByText(heading)).first().waitFor();
          assert.deepEqual([await page.getByRole('button').allTextContents(), await page.getByRole('link').count(), await page.getByRole('img').count()], [way ? [way] : [], 0, 0]);
        },
      });
      await visit.assertClean();
    } finally {
      await visit.leave();
    }
  }

  /** What opens the app: the code, scanned with a phone, or the button on the phone itself. */
  async function open({ page }: Visit, options: BrowserContextOptions): Promise<string> {
    if (!isDesktop(options)) {
      await page.getByRole('link', { name: 'Open the Octopus app' }).tap();
      await page.getByText('Waiting for the Octopus app').waitFor();
      return page.evaluate<string>('opened.at(-1)');
    }
    await page.getByRole('img').waitFor();
    const { zbar, zxing } = await scan(await page.screenshot());
    assert.equal(zbar.length, 1);
    assert.deepEqual(zbar, zxing);
    return zbar[0]!;
  }
  const told = (reference: string) => shop.paid.filter((payment) => payment.reference === reference);

  for (const [profile, options] of Object.entries({ desktop: DESKTOP, Android: ANDROID, iPhone: IPHONE })) {
    for (const outcome of Object.keys(OUTCOMES) as Outcome[]) {
      it(`${profile}: ${outcome}`, () =>
        paying(options, async ({ visit, reference, play, shows }) => {
          assert.deepEqual(await visit.page.evaluate('opened'), [], 'nothing opens by itself');
          await play(outcome);
          await shows(outcome);
          assert.deepEqual(told(reference).map(({ amount, currency }) => `${currency} ${amount}`), outcome === 'approve' ? ['HKD 128.50'] : []);
        }));
    }
  }

  it('declined, and paid at the second try', () =>
    paying(ANDROID, async ({ visit, reference, play, shows }) => {
      await play('decline');
      await shows('decline');
      await visit.page.getByRole('button', { name: 'Try again' }).tap();
      await play('approve');
      await shows('approve');
      assert.equal(new Set(await visit.page.evaluate<string[]>('opened')).size, 2);
      assert.equal(told(reference).length, 1);
    }));

  it('desktop, by keyboard alone: the landing page opens a tab, and the result stands in the first one', () =>
    paying(DESKTOP, async ({ visit, reference, comesBack, shows }) => {
      const { page } = visit;
      const link = page.getByRole('link', { name: 'Open the payment page' });
      await link.waitFor();
      for (let presses = 0; presses < 4 && !(await link.evaluate((one: { matches(selector: string): boolean }) => one.matches(':focus-visible'))); presses += 1) await page.keyboard.press('Tab');
      const [landing] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
      await landing.getByText('HKD 128.50').waitFor();
      await landing.getByRole('button', { name: 'Approve in the app' }).click();
      await landing.getByRole('heading', { name: 'Welcome back.' }).waitFor();
      await landing.close();
      await comesBack();
      await shows('approve');
      assert.equal(told(reference).length, 1);
    }));

  it('approved, but not taken yet: nobody is asked to pay again', () =>
    paying(IPHONE, async ({ visit, reference, play }) => {
      await play('keepWaiting');
      await visit.page.getByRole('heading', { name: 'Checking your payment' }).waitFor();
      assert.deepEqual([await visit.page.getByRole('button').count(), told(reference).length], [0, 0]);
    }));

  it('another amount than was asked is looked at by somebody, and is not called paid', () =>
    paying(IPHONE, async ({ visit, reference, play }) => {
      await play('approve', '100.00');
      await visit.page.getByRole('heading', { name: 'Checking your payment' }).waitFor();
      assert.deepEqual([told(reference).length, shop.reviews.filter((payment) => payment.reference === reference).length], [0, 1]);
    }));

  it('given back by the merchant: a part is still paid, all of it is refunded', () =>
    paying(ANDROID, async ({ visit, reference, play, comesBack, shows }) => {
      await play('approve');
      await shows('approve');
      const { paymentId } = told(reference)[0]!;
      const asked = () => visit.page.locator('octopus-pay').evaluate((tag: { refresh(): Promise<{ status: string; refundedAmount?: string }> }) => tag.refresh());
      await shop.payments.refund(paymentId, '28.50');
      await comesBack();
      const { status, refundedAmount } = await asked();
      assert.deepEqual([status, refundedAmount], ['paid', '28.50']);
      await shop.payments.refund(paymentId);
      await comesBack();
      await asked();
      await visit.page.getByRole('heading', { name: 'Refunded' }).waitFor();
      await visit.page.getByText('HK$128.50 is going back to your Octopus.', { exact: true }).waitFor();
      await visit.hears('payment-refunded');
    }));
});
