import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { scan } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';
import { Visit } from './built-site.ts';
import { ANDROID, DESKTOP, IPHONE, openPayingShop, type PayingShop } from './paying-shop.ts';

const DAY = 86_400_000;

describe('<okpay-collect> on the built files, with companion and OKPAY Collect and Pay behind it', { concurrency: 2 }, () => {
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
    readonly page: Page;
    readonly reference: string;
    /** The shopper looks at the page again. */
    comesBack(): Promise<void>;
    shows(heading: string, event: string): Promise<void>;
  }

  async function at(attributes: string, options: BrowserContextOptions, live: (paying: Paying) => Promise<void>): Promise<void> {
    const reference = `ORD-${++orders}`;
    const visit = await Visit.of(browser, shop.page(`<okpay-collect create-url="/payments" reference="${reference}" ${attributes}></okpay-collect>`), options);
    const { page } = visit;
    try {
      await live({
        visit,
        page,
        reference,
        async comesBack() {
          await shop.settled();
          await page.evaluate("dispatchEvent(new Event('focus'))");
        },
        async shows(heading, event) {
          await page.getByRole('heading', { name: heading, exact: true }).waitFor();
          await visit.hears(event);
          await page.locator('.aloud').getByText(heading).or(page.getByRole('alert').getByText(heading)).first().waitFor();
          assert.deepEqual([await page.getByRole('link').count(), await page.getByRole('img').count()], [0, 0]);
        },
      });
      assert.deepEqual(await visit.violations(), []);
    } finally {
      await visit.leave();
    }
  }
  const RUPEES = 'amount="499.00" currency="INR"';
  const starts = (page: Page) => page.getByRole('button', { name: 'Continue to payment' }).click();
  /** What the payment page is pressed for, in a tab of its own. */
  async function inNewTab(page: Page, button: string): Promise<void> {
    const [tab] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: /payment page/ }).click()]);
    await tab.getByRole('button', { name: button }).click();
    await tab.getByRole('heading', { name: 'Welcome back.' }).waitFor();
    assert.equal(await tab.evaluate('opener'), null);
    await tab.close();
  }
  const told = (reference: string) => shop.paid.filter((payment) => payment.reference === reference);

  it('desktop: paid on the payment page in a new tab', () =>
    at(RUPEES, DESKTOP, async ({ visit, page, reference, comesBack, shows }) => {
      await starts(page);
      await page.getByRole('link', { name: 'Go to the payment page' }).waitFor();
      assert.equal(page.context().pages().length, 1, 'nothing opens by itself');
      await inNewTab(page, 'Pay');
      await comesBack();
      await shows('Paid', 'payment-paid');
      assert.deepEqual(told(reference).map(({ amount, currency }) => `${currency} ${amount}`), ['INR 499.00']);
      await visit.assertClean();
    }));

  it('desktop: paid by the code, which a phone scans', () =>
    at(RUPEES, DESKTOP, async ({ page, reference, comesBack, shows }) => {
      await starts(page);
      await page.getByRole('img').waitFor();
      const { zbar, zxing } = await scan(await page.screenshot());
      assert.deepEqual(zbar, zxing);
      shop.okpay.page.pay(zbar[0]!);
      await comesBack();
      await shows('Paid', 'payment-paid');
      assert.equal(told(reference).length, 1);
    }));

  it('desktop: declined, and paid at the second try', () =>
    at(RUPEES, DESKTOP, async ({ page, reference, comesBack, shows }) => {
      await starts(page);
      await inNewTab(page, 'Let it fail');
      await comesBack();
      await shows('The payment did not go through', 'payment-failed');
      assert.equal(told(reference).length, 0);
      await page.getByRole('button', { name: 'Start a new payment' }).click();
      await page.getByRole('link', { name: 'Go to the payment page' }).waitFor();
      await inNewTab(page, 'Pay');
      await comesBack();
      await shows('Paid', 'payment-paid');
      assert.equal(told(reference).length, 1);
    }));

  for (const [what, act, heading, event] of [
    ['paid', 'pay', 'Paid', 'payment-paid'],
    ['declined', 'fail', 'The payment did not go through', 'payment-failed'],
  ] as const) {
    it(`Android: the UPI app by a press, ${what} there`, () =>
      at(RUPEES, ANDROID, async ({ visit, page, reference, comesBack, shows }) => {
        await starts(page);
        const app = page.getByRole('link', { name: 'Open a UPI app' });
        await app.waitFor();
        assert.deepEqual(await page.evaluate('opened'), []);
        await app.tap();
        await page.getByText('Waiting for the UPI app').waitFor();
        const [upi] = await page.evaluate<string[]>('opened');
        shop.okpay.page[act](upi!);
        await comesBack();
        await shows(heading, event);
        assert.equal(told(reference).length, what === 'paid' ? 1 : 0);
        await visit.assertClean();
      }));

    it(`iPhone: the payment page in the same tab, ${what}, and the result after coming back`, () =>
      at(`${RUPEES} target="_self" return-url="?back"`, IPHONE, async ({ page, reference, shows }) => {
        await starts(page);
        await page.getByRole('link', { name: 'Go to the payment page' }).tap();
        await page.getByRole('button', { name: act === 'pay' ? 'Pay' : 'Let it fail' }).tap();
        await page.waitForURL(/\?back$/);
        await shop.settled();
        await shows(heading, event);
        assert.equal(told(reference).length, what === 'paid' ? 1 : 0);
      }));
  }

  it('another amount than was asked is looked at by somebody, and is not called paid', () =>
    at(RUPEES, DESKTOP, async ({ page, reference, comesBack }) => {
      await starts(page);
      const url = await page.getByRole('link', { name: 'Go to the payment page' }).getAttribute('href');
      shop.okpay.page.pay(url!, '400.00');
      await comesBack();
      await page.getByRole('heading', { name: 'Checking your payment' }).waitFor();
      assert.deepEqual([told(reference).length, shop.reviews.filter((payment) => payment.reference === reference).length], [0, 1]);
    }));

  /** What each country's form is filled in with, what is wrong with it while it is empty, and what OKPAY is asked then. */
  const COUNTRIES: Readonly<Record<string, { attributes: string; wrong: string[]; type?: Record<string, string>; choose?: [list: string, option: string][]; sent: Record<string, string> }>> = {
    Indonesia: {
      attributes: 'amount="150000.00" currency="IDR" country="ID" pay-type="OVO"',
      wrong: ['Your mobile number', 'Your name'],
      type: { 'Your mobile number': '0812-3456-7890', 'Your name': 'Siti Rahayu' },
      sent: { pay_type: 'OVO', reserve1: '081234567890', reserve2: 'Siti Rahayu' },
    },
    'Vietnam, by a bank': {
      attributes: 'amount="150000" currency="VND" country="VN" pay-type="MOMO: MoMo, BANK_QR: A bank’s QR code" banks="VCB: Vietcombank, ACB"',
      wrong: ['How would you like to pay?'],
      choose: [['How would you like to pay?', 'A bank’s QR code'], ['Your bank', 'Vietcombank']],
      sent: { pay_type: 'BANK_QR', reserve1: 'VCB' },
    },
    'Vietnam, by a wallet': {
      attributes: 'amount="150000" currency="VND" country="VN" pay-type="MOMO: MoMo, BANK_QR: A bank’s QR code" banks="VCB: Vietcombank, ACB"',
      wrong: ['How would you like to pay?'],
      choose: [['How would you like to pay?', 'MoMo']],
      sent: { pay_type: 'MOMO' },
    },
    Pakistan: {
      attributes: 'amount="1500.00" currency="PKR" country="PK" pay-type="EASYPAISA"',
      wrong: ['Your name', 'Your e-mail', 'Your mobile number', 'CNIC'],
      type: { 'Your name': 'Ali Khan', 'Your e-mail': 'ali@mail.example', 'Your mobile number': '0300-1234567', CNIC: '35202-1234567-1' },
      sent: { pay_type: 'EASYPAISA', realname: 'Ali Khan', email: 'ali@mail.example', phone: '03001234567', reserve1: '3520212345671' },
    },
  };
  const PAYERS = ['pay_type', 'reserve1', 'reserve2', 'reserve3', 'realname', 'email', 'phone'];

  for (const [country, { attributes, wrong, type = {}, choose = [], sent }] of Object.entries(COUNTRIES)) {
    it(`${country}: what is wrong stands at its field, and OKPAY is asked with what was typed`, () =>
      at(attributes, ANDROID, async ({ visit, page }) => {
        await starts(page);
        await page.getByText(/^(Type|Choose) /).first().waitFor();
        const invalid = page.locator('[aria-invalid=true]');
        assert.deepEqual(await invalid.evaluateAll((fields) => (fields as unknown as { labels: { textContent: string }[] }[]).map(({ labels }) => labels[0]!.textContent)), wrong);
        assert.equal(visit.asked.some((url) => url.endsWith('/payments')), false);
        for (const [label, text] of Object.entries(type)) await page.getByLabel(label, { exact: true }).fill(text);
        for (const [label, option] of choose) await page.getByLabel(label, { exact: true }).selectOption({ label: option });
        await starts(page);
        await page.getByRole('link', { name: 'Go to the payment page' }).waitFor();
        const asked = shop.asked.map((params) => Object.fromEntries(Object.entries(params).filter(([name]) => PAYERS.includes(name))));
        assert.ok(asked.some((one) => isDeepStrictEqual(one, sent)), JSON.stringify(asked));
      }));
  }

  it('Pakistan: a number is taken once a minute, and that is said beside it', async () => {
    const { attributes, type = {} } = COUNTRIES['Pakistan']!;
    for (const again of [false, true]) {
      await at(attributes, ANDROID, async ({ page }) => {
        for (const [label, text] of Object.entries(type)) await page.getByLabel(label, { exact: true }).fill(label === 'Your mobile number' ? '0300-7654321' : text);
        await starts(page);
        if (!again) return page.getByRole('link', { name: 'Go to the payment page' }).waitFor();
        const number = page.getByRole('textbox', { name: 'Your mobile number', description: /once a minute/ });
        await number.waitFor();
        assert.deepEqual([await number.getAttribute('aria-invalid'), await number.inputValue()], ['true', '0300-7654321']);
      });
    }
  });
});

describe('<okpay-collect> on the built files, 20 days later', () => {
  it('nobody has paid: expired, and another one can be had', async () => {
    const shop = await openPayingShop();
    const visit = await Visit.of(await sharedBrowser(), shop.page('<okpay-collect create-url="/payments" amount="499.00" currency="INR" reference="ORD-1"></okpay-collect>'), DESKTOP);
    try {
      const { page } = visit;
      await page.getByRole('button', { name: 'Continue to payment' }).click();
      await page.getByRole('link', { name: 'Go to the payment page' }).waitFor();
      await shop.later(20 * DAY + 10_000);
      await page.locator('okpay-collect').evaluate((tag: { refresh(): Promise<unknown> }) => tag.refresh());
      await page.getByRole('heading', { name: 'This payment has expired' }).waitFor();
      await visit.hears('payment-expired');
      await page.getByRole('button', { name: 'Start a new payment' }).click();
      await page.getByRole('link', { name: 'Go to the payment page' }).waitFor();
      assert.equal(shop.paid.length, 0);
    } finally {
      await visit.leave();
      await shop.close();
    }
  });
});
