import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scan } from '../scanners.ts';
import type { DemoVisitor } from './demo-visitor.ts';
import { ANDROID, demoVisits, press, WIDTHS } from './demo-visits.ts';


describe('Octopus in the demo', { concurrency: 2 }, () => {
  const visits = demoVisits();
  const { visit } = visits;

  /** Starts a payment in the tea shop. */
  async function payWithOctopus(visitor: DemoVisitor): Promise<void> {
    await visitor.payWith('Octopus');
    await visitor.tag.getByRole('button', { name: 'Pay with Octopus' }).click();
    await visitor.tag.getByRole('link').first().waitFor();
  }

  for (const width of WIDTHS) {
    describe(`${width} px wide`, () => {
      it('a code that two scanners read, paid in the app, and given back by the shop’s server', () =>
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
    });
  }

  for (const [act, type, words] of [
    ['Decline', 'payment-failed', 'Over the daily limit.'],
    ['Cancel', 'payment-canceled', 'You said no.'],
    ['Let it expire', 'payment-expired', 'This payment has expired'],
  ] as const) {
    it(`${act}, then paid at the second try`, () =>
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

  it('approved and not taken yet, then taken', () =>
    visit(1280, async (visitor) => {
      await payWithOctopus(visitor);
      await visitor.letHappen('Keep it waiting');
      await visitor.tag.getByRole('heading', { name: 'Checking your payment' }).waitFor();
      assert.deepEqual(await visitor.heard('payment-paid'), []);
      await press(visitor, 'Take it');
      await visitor.hears('payment-paid');
    }));

  it('another amount than was asked is being checked, and never paid; nothing is given back of it', () =>
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

  it('expired, then paid too late', () =>
    visit(1280, async (visitor) => {
      await payWithOctopus(visitor);
      await visitor.letHappen('Pay too late');
      await visitor.hears('payment-paid');
      assert.equal((await visitor.heard('payment-expired')).length, 1);
      assert.match((await visitor.known('paid'))[0] ?? '', /, late$/);
    }));

  it('paid on the landing page, which leads back to the shop', () =>
    visit(1280, async (visitor) => {
      await payWithOctopus(visitor);
      const [landing] = await Promise.all([visitor.page.context().waitForEvent('page'), visitor.tag.getByRole('link', { name: 'Open the payment page' }).click()]);
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

  it('with the keyboard alone, and given back', () =>
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
        assert.equal((await fetch(`${visits.demo.url}/demo/refund`, { method: 'POST', body })).status, 404);
      }
      assert.deepEqual(await visitor.heard('payment-refunded'), []);
    }));
});
