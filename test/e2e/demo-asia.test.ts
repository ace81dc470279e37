import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright';
import { startDemo, type Demo } from '../../demo/server.ts';
import { scan } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';
import { DemoVisitor } from './demo-visitor.ts';

const WIDTHS = [390, 1280];
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';

describe('Octopus and OKPAY Collect in the demo', { concurrency: 2 }, () => {
  let demo: Demo;
  let browser: Browser;
  before(async () => {
    demo = await startDemo({ port: 0, quiet: true });
    browser = await sharedBrowser();
  });
  after(async () => {
    await demo?.close();
  });

  async function visit(width: number, live: (visitor: DemoVisitor) => Promise<void>, userAgent?: string): Promise<void> {
    const visitor = await DemoVisitor.arrive(browser, demo.url, width, userAgent);
    try {
      await live(visitor);
      await visitor.assertClean();
    } finally {
      await visitor.leave();
    }
  }

  /** Starts a payment in the tea shop. */
  async function payWithOctopus(visitor: DemoVisitor): Promise<void> {
    await visitor.payWith('Octopus');
    await visitor.tag.getByRole('button', { name: 'Pay with Octopus' }).click();
    await visitor.tag.getByRole('link').first().waitFor();
  }

  /** Starts a payment in the Indian shop. */
  async function payWithCollect(visitor: DemoVisitor): Promise<void> {
    await visitor.payWith('OKPAY Collect');
    await visitor.tag.getByRole('button', { name: 'Continue to payment' }).click();
    await visitor.tag.getByRole('link').first().waitFor();
  }

  /** What the person in the device presses. */
  async function press(visitor: DemoVisitor, name: string): Promise<void> {
    await visitor.look('role');
    await visitor.device.getByRole('button', { name, exact: true }).click();
  }

  /** The page that a link of the tag opens beside the shop. */
  async function follow(visitor: DemoVisitor, name: string): Promise<Page> {
    const [page] = await Promise.all([visitor.page.context().waitForEvent('page'), visitor.tag.getByRole('link', { name }).click()]);
    await page.waitForLoadState();
    return page;
  }

  for (const width of WIDTHS) {
    describe(`${width} px wide`, () => {
      it('Octopus: a code that two scanners read, paid in the app, and given back by the shop’s server', () =>
        visit(width, async (visitor) => {
          await payWithOctopus(visitor);
          const { zbar, zxing } = await scan(await visitor.tag.getByRole('img').screenshot());
          assert.match(zbar[0] ?? '', /^octopus:\/\/payment\?token=[0-9a-f]{32}$/);
          assert.deepEqual(zxing, zbar);
          await visitor.look('role');
          await visitor.device.getByText('Example Tea').waitFor();
          await press(visitor, 'Pay HK$128.50');
          await visitor.device.getByText('Paid with Octopus').waitFor();
          await visitor.look('shop');
          await visitor.tag.getByRole('heading', { name: 'Paid', exact: true }).waitFor();
          assert.deepEqual(await visitor.known('onPaid'), ['called once']);
          assert.deepEqual(await visitor.known('match'), ['amount, currency, payee']);

          await visitor.letHappen('Tell it twice');
          await visitor.known('duplicate');
          await visitor.letHappen('Refund');
          await visitor.device.getByText('Money given back').waitFor();
          await visitor.hears('payment-refunded');
          assert.deepEqual(await visitor.known('refund'), ['asked of the provider']);
          assert.deepEqual([(await visitor.heard('payment-paid')).length, await visitor.known('onPaid')], [1, ['called once']]);
        }));

      it('OKPAY Collect: a UPI code that two scanners read, and paid once OKPAY has said so twice', () =>
        visit(width, async (visitor) => {
          await payWithCollect(visitor);
          const { zbar, zxing } = await scan(await visitor.tag.getByRole('img').screenshot());
          assert.match(zbar[0] ?? '', /^upi:\/\/pay\?pa=sandbox%40okpay&pn=Example%20Crafts&am=499\.00&cu=INR&tr=TX[0-9a-f]{20}$/);
          assert.deepEqual(zxing, zbar);
          await visitor.look('role');
          await visitor.device.getByText('Example Crafts').waitFor();
          await press(visitor, 'Pay ₹499.00');
          await visitor.device.getByText('Paid', { exact: true }).waitFor();
          await visitor.look('shop');
          await visitor.tag.getByRole('heading', { name: 'Paid', exact: true }).waitFor();
          assert.deepEqual(await visitor.known('query'), ['says paid as well']);
          assert.deepEqual(await visitor.known('onPaid'), ['called once']);
          await visitor.letHappen('Tell it twice');
          assert.deepEqual(await visitor.known('duplicate'), ['nothing changes']);
          assert.equal((await visitor.heard('payment-paid')).length, 1);
        }));
    });
  }

  for (const [act, type, words] of [
    ['Decline', 'payment-failed', 'Over the daily limit.'],
    ['Cancel in the app', 'payment-canceled', 'You said no.'],
    ['Let it expire', 'payment-expired', 'This payment has expired'],
  ] as const) {
    it(`Octopus: ${act}, then paid at the second try`, () =>
      visit(1280, async (visitor) => {
        await payWithOctopus(visitor);
        await visitor.device.getByRole('button', { name: 'Pay HK$128.50' }).waitFor();
        await visitor.page.getByRole('button', { name: act, exact: true }).click();
        await visitor.device.getByText(words).waitFor();
        await visitor.hears(type);
        await visitor.tag.getByRole('button', { name: /^(Try again|Start again)$/ }).click();
        await press(visitor, 'Pay HK$128.50');
        await visitor.hears('payment-paid');
        assert.equal((await visitor.heard(type)).length, 1);
      }));
  }

  it('Octopus: approved and not taken yet, then taken', () =>
    visit(1280, async (visitor) => {
      await payWithOctopus(visitor);
      await visitor.letHappen('Keep it waiting');
      await visitor.tag.getByRole('heading', { name: 'Checking your payment' }).waitFor();
      assert.deepEqual(await visitor.heard('payment-paid'), []);
      await press(visitor, 'Take it');
      await visitor.hears('payment-paid');
    }));

  it('Octopus: another amount than was asked is being checked, and never paid; nothing is given back of it', () =>
    visit(1280, async (visitor) => {
      await payWithOctopus(visitor);
      await visitor.letHappen('Wrong amount');
      await visitor.device.getByText('HK$128.40').waitFor();
      await visitor.tag.getByRole('heading', { name: 'Checking your payment' }).waitFor();
      assert.deepEqual(await visitor.known('onReview'), ['called once: amount']);
      await visitor.letHappen('Refund');
      await visitor.device.getByText('The shop does not count this as paid: it is given back by hand.').waitFor();
      assert.deepEqual(await visitor.heard('payment-paid'), []);
      // The browser writes the answer 409 into its console.
      assert.equal(visitor.errors.splice(0).length, 1);
    }));

  it('Octopus: expired, then paid too late', () =>
    visit(1280, async (visitor) => {
      await payWithOctopus(visitor);
      await visitor.letHappen('Pay too late');
      await visitor.hears('payment-paid');
      assert.equal((await visitor.heard('payment-expired')).length, 1);
      assert.match((await visitor.known('paid'))[0] ?? '', /, late$/);
    }));

  it('Octopus: paid on the landing page, which leads back to the shop', () =>
    visit(1280, async (visitor) => {
      await payWithOctopus(visitor);
      const landing = await follow(visitor, 'Open the payment page');
      await landing.getByText('Example Tea: HKD 128.50').waitFor();
      await landing.getByRole('button', { name: 'Approve in the app' }).click();
      await landing.getByRole('heading', { name: 'You are back at the shop' }).waitFor();
      await visitor.hears('payment-paid');
    }));

  it('on a phone the button of the Octopus app leads to the app in the demo', () =>
    visit(
      390,
      async (visitor) => {
        await payWithOctopus(visitor);
        await visitor.tag.getByRole('link', { name: 'Open the Octopus app' }).click();
        await visitor.device.getByRole('button', { name: 'Pay HK$128.50' }).click();
        await visitor.hears('payment-paid');
      },
      ANDROID,
    ));

  it('on a phone the button of a UPI app leads to the payment in the demo', () =>
    visit(
      390,
      async (visitor) => {
        await payWithCollect(visitor);
        await visitor.tag.getByRole('link', { name: 'Open a UPI app' }).click();
        await visitor.device.getByRole('button', { name: 'Pay ₹499.00' }).click();
        await visitor.hears('payment-paid');
      },
      ANDROID,
    ));

  it('OKPAY Collect: failed on the payment page, then paid there', () =>
    visit(1280, async (visitor) => {
      await payWithCollect(visitor);
      for (const [button, type] of [['Let it fail', 'payment-failed'], ['Pay', 'payment-paid']] as const) {
        const page = await follow(visitor, 'Go to the payment page');
        await page.getByText('Example Crafts: INR 499.00').waitFor();
        await page.getByRole('button', { name: button, exact: true }).click();
        await page.getByRole('heading', { name: 'You are back at the shop' }).waitFor();
        await page.close();
        await visitor.hears(type);
        if (type === 'payment-failed') await visitor.tag.getByRole('button', { name: 'Start a new payment' }).click();
      }
      assert.equal((await visitor.heard('payment-create')).length, 2);
    }));

  it('OKPAY Collect: another amount than was asked is being checked, and never paid', () =>
    visit(1280, async (visitor) => {
      await payWithCollect(visitor);
      await visitor.letHappen('Wrong amount');
      await visitor.device.getByText('₹498.90').waitFor();
      await visitor.tag.getByRole('heading', { name: 'Checking your payment' }).waitFor();
      assert.deepEqual(await visitor.known('onReview'), ['called once: amount']);
      assert.deepEqual(await visitor.heard('payment-paid'), []);
    }));

  it('OKPAY Collect in Indonesia: name and number are asked for first, nothing is sent without them, and it is paid', () =>
    visit(1280, async (visitor) => {
      await visitor.payWith('OKPAY Collect');
      await visitor.page.getByRole('button', { name: 'Indonesia' }).click();
      const go = visitor.tag.getByRole('button', { name: 'Continue to payment' });
      await visitor.tag.getByLabel('Your mobile number').fill('0812 345');
      await go.click();
      await visitor.tag.getByText('Type a mobile number, such as 0812 3456 7890.', { exact: true }).waitFor();
      assert.deepEqual(await visitor.heard('payment-create'), []);
      await visitor.tag.getByLabel('Your mobile number').fill('0812 3456 7890');
      await visitor.tag.getByLabel('Your name').fill('Budi Santoso');
      await go.click();
      await visitor.device.getByText('Toko Contoh').waitFor();
      await visitor.device.getByRole('button', { name: /^Pay IDR\s150,000$/ }).click();
      await visitor.hears('payment-paid');
      assert.deepEqual(await visitor.known('onPaid'), ['called once']);
    }));

  it('Octopus with the keyboard alone, and given back', () =>
    visit(1280, async (visitor) => {
      const { keyboard } = visitor.page;
      await visitor.tabTo('Octopus');
      await keyboard.press('Enter');
      await visitor.tabTo('Pay with Octopus');
      await keyboard.press('Enter');
      await visitor.device.getByText('Example Tea').waitFor();
      await visitor.tabTo('Pay HK$128.50');
      await keyboard.press('Enter');
      await visitor.hears('payment-paid');
      await visitor.tabTo('Refund');
      await keyboard.press('Enter');
      await visitor.hears('payment-refunded');
    }));

  it('nobody has the shop give back what another has paid', () =>
    visit(1280, async (visitor) => {
      await payWithOctopus(visitor);
      await press(visitor, 'Pay HK$128.50');
      await visitor.hears('payment-paid');
      const reference = await visitor.tag.getAttribute('reference');
      for (const body of [JSON.stringify({ reference }), '{}', 'no JSON']) {
        assert.equal((await fetch(`${demo.url}/demo/refund`, { method: 'POST', body })).status, 404);
      }
      assert.deepEqual(await visitor.heard('payment-refunded'), []);
    }));
});
