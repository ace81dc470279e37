import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright';
import { scan } from '../scanners.ts';
import type { DemoVisitor } from './demo-visitor.ts';
import { ANDROID, demoVisits, press, WIDTHS } from './demo-visits.ts';


describe('OKPAY Collect in the demo', { concurrency: 2 }, () => {
  const { visit } = demoVisits();

  /** Starts a payment in the Indian shop. */
  async function payWithCollect(visitor: DemoVisitor): Promise<void> {
    await visitor.payWith('OKPAY Collect');
    await visitor.tag.getByRole('button', { name: 'Continue to payment' }).click();
    await visitor.tag.getByRole('link').first().waitFor();
  }

  /** The page that a link of the tag opens beside the shop. */
  async function follow(visitor: DemoVisitor, name: string): Promise<Page> {
    const [page] = await Promise.all([visitor.page.context().waitForEvent('page'), visitor.tag.getByRole('link', { name }).click()]);
    await page.waitForLoadState();
    return page;
  }

  for (const width of WIDTHS) {
    describe(`${width} px wide`, () => {
      it('a UPI code that two scanners read, and paid once OKPAY has said so twice', () =>
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

  it('failed on the payment page, then paid there', () =>
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

  it('another amount than was asked is being checked, and never paid', () =>
    visit(1280, async (visitor) => {
      await payWithCollect(visitor);
      await visitor.letHappen('Wrong amount');
      await visitor.device.getByText('₹498.90').waitFor();
      await visitor.tag.getByRole('heading', { name: 'Checking your payment' }).waitFor();
      assert.deepEqual(await visitor.known('onReview'), ['called once: amount']);
      assert.deepEqual(await visitor.heard('payment-paid'), []);
    }));

  it('in Indonesia: name and number are asked for first, nothing is sent without them, and it is paid', () =>
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
});
