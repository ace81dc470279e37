import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scan } from '../scanners.ts';
import type { DemoVisitor } from './demo-visitor.ts';
import { ANDROID, demoVisits, WIDTHS } from './demo-visits.ts';


describe('OKTO in the demo', { concurrency: 2 }, () => {
  const { visit } = demoVisits();

  /** Chooses an amount, accepts the terms and gets a barcode. */
  async function getBarcode(visitor: DemoVisitor, amount = '€25.00'): Promise<void> {
    await visitor.payWith('OKTO Cash');
    await visitor.tag.getByRole('radio', { name: amount }).check();
    await visitor.tag.getByRole('checkbox').check();
    await visitor.tag.getByRole('button', { name: 'Show my barcode' }).click();
    await visitor.tag.getByRole('img').waitFor();
  }

  /** The clerk types into the till, as a scanner does too. */
  async function typeAtTill(visitor: DemoVisitor, text: string): Promise<void> {
    await visitor.look('role');
    await visitor.device.getByLabel('Payment code').fill(text);
    await visitor.device.getByRole('button', { name: 'Look it up' }).click();
  }

  /** The payment code as the shopper reads it out. */
  const paymentCode = async (visitor: DemoVisitor) => (await visitor.tag.locator('[part=code]').innerText()).replace(/\D/g, '');

  for (const width of WIDTHS) {
    describe(`${width} px wide`, () => {
      it('cash: from the terms over bars that two scanners read to paid at the counter, once', () =>
        visit(width, async (visitor) => {
          const posted: { amount?: string; termsAcceptedAt?: string }[] = [];
          visitor.page.on('request', (request) => {
            if (request.method() === 'POST' && new URL(request.url()).pathname === '/payments') posted.push(Object(request.postDataJSON()));
          });
          await visitor.payWith('OKTO Cash');
          await visitor.tag.getByRole('radio', { name: '€50.00' }).check();
          await visitor.tag.getByRole('button', { name: 'Show my barcode' }).click();
          await visitor.tag.getByText('Accept the terms to get your barcode.').first().waitFor();
          assert.deepEqual([posted, await visitor.heard('payment-create')], [[], []], 'nothing is asked for before the terms are accepted');

          await getBarcode(visitor, '€25.00');
          assert.deepEqual(posted.map(({ amount, termsAcceptedAt }) => [amount, typeof termsAcceptedAt]), [['25.00', 'string']]);
          const code = await paymentCode(visitor);
          // On a coarse screen the column is too narrow for scanners, as the tag says there; this view is for them.
          await visitor.tag.getByRole('button', { name: 'Show at the till' }).click();
          const { zbar, zxing } = await scan(await visitor.page.getByRole('dialog').screenshot());
          await visitor.page.keyboard.press('Escape');
          await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });
          assert.deepEqual({ zbar, zxing }, { zbar: [`0108055348521283211000000000000${code}`], zxing: [`(01)08055348521283(21)1000000000000${code}`] });

          await typeAtTill(visitor, `]C1${zbar[0]}`);
          await visitor.device.getByText('Example Games').waitFor();
          await visitor.device.getByRole('button', { name: 'Take €25.00' }).click();
          await visitor.device.getByText('Cash taken').waitFor();
          await visitor.look('shop');
          await visitor.tag.getByText('Paid', { exact: true }).waitFor();
          assert.deepEqual(await visitor.known('onPaid'), ['called once']);
          await visitor.letHappen('Tell it twice');
          assert.deepEqual(await visitor.known('duplicate'), ['nothing changes']);
          assert.equal((await visitor.heard('payment-paid')).length, 1);
        }));

      it('cash: paid by the payment code that the clerk types, and not by another', () =>
        visit(width, async (visitor) => {
          await getBarcode(visitor);
          const code = await paymentCode(visitor);
          await typeAtTill(visitor, code === '1234567' ? '7654321' : '1234567');
          await visitor.device.getByText('OKTO does not know this code.').waitFor();
          await typeAtTill(visitor, code);
          await visitor.device.getByRole('button', { name: 'Take €25.00' }).click();
          await visitor.hears('payment-paid');
          // The browser writes the answer 404 into its console.
          assert.equal(visitor.errors.splice(0).length, 1);
        }));

      it('wallet: approved in the app', () =>
        visit(width, async (visitor) => {
          await visitor.payWith('OKTO Wallet');
          await visitor.tag.getByRole('button', { name: 'Get the code' }).click();
          const { zbar, zxing } = await scan(await visitor.tag.getByRole('img').screenshot());
          assert.match(zbar[0] ?? '', /^https:\/\/wallet\.okto\.example\/[0-9a-f]{32}$/);
          assert.deepEqual(zxing, zbar);
          await visitor.look('role');
          await visitor.device.getByText('Example Books').waitFor();
          await visitor.device.getByRole('button', { name: 'Approve €24.90' }).click();
          await visitor.device.getByText('Approved', { exact: true }).waitFor();
          await visitor.look('shop');
          await visitor.tag.getByText('Paid', { exact: true }).waitFor();
          assert.equal((await visitor.heard('payment-paid')).length, 1);
        }));
    });
  }

  it('cash: another amount than was asked is being checked, and never paid', () =>
    visit(1280, async (visitor) => {
      await getBarcode(visitor, '€10.00');
      await visitor.letHappen('Wrong amount');
      await visitor.device.getByText('€9.90').waitFor();
      await visitor.tag.getByRole('heading', { name: 'Checking your payment' }).waitFor();
      assert.deepEqual(await visitor.known('onReview'), ['called once: amount']);
      assert.deepEqual(await visitor.heard('payment-paid'), []);
    }));

  it('cash: expired, then paid too late', () =>
    visit(1280, async (visitor) => {
      await getBarcode(visitor);
      await visitor.letHappen('Let it expire');
      await visitor.device.getByText('This barcode has expired').waitFor();
      await visitor.tag.getByRole('heading', { name: 'This barcode has expired' }).waitFor();
      await visitor.letHappen('Pay too late');
      await visitor.hears('payment-paid');
      assert.deepEqual(await visitor.known('paid'), ['committed, version 4, late']);
    }));

  it('cash: refused at the counter, and there is no button to give it back', () =>
    visit(1280, async (visitor) => {
      await getBarcode(visitor);
      await visitor.device.getByRole('button', { name: 'Scan the barcode' }).click();
      await visitor.device.getByRole('button', { name: 'Refuse' }).click();
      await visitor.hears('payment-failed');
      assert.equal(await visitor.page.getByRole('button', { name: 'Refund' }).count(), 0);
    }));

  it('wallet: declined, and a new code; approved and given back', () =>
    visit(1280, async (visitor) => {
      await visitor.payWith('OKTO Wallet');
      await visitor.tag.getByRole('button', { name: 'Get the code' }).click();
      await visitor.device.getByRole('button', { name: 'Decline' }).click();
      await visitor.hears('payment-failed');
      await visitor.tag.getByRole('button', { name: 'Get a new code' }).click();
      await visitor.device.getByRole('button', { name: 'Approve €24.90' }).click();
      await visitor.hears('payment-paid');
      await visitor.letHappen('Refund');
      await visitor.hears('payment-refunded');
    }));

  it('on a phone the button of the app leads to the app in the demo', () =>
    visit(
      390,
      async (visitor) => {
        await visitor.payWith('OKTO Wallet');
        await visitor.tag.getByRole('button', { name: 'Get the code' }).click();
        await visitor.tag.getByRole('link', { name: 'Approve in the OKTO app' }).click();
        await visitor.device.getByRole('button', { name: 'Approve €24.90' }).click();
        await visitor.hears('payment-paid');
      },
      ANDROID,
    ));

  it('cash with the keyboard alone', () =>
    visit(1280, async (visitor) => {
      const { keyboard } = visitor.page;
      await visitor.tabTo('OKTO Cash');
      await keyboard.press('Enter');
      await visitor.tabTo('€10.00');
      await keyboard.press('ArrowDown');
      await visitor.tabTo('I accept');
      await keyboard.press('Space');
      await visitor.tabTo('Show my barcode');
      await keyboard.press('Enter');
      await visitor.tag.getByRole('img').waitFor();
      await visitor.tabTo('Scan the barcode');
      await keyboard.press('Enter');
      await visitor.device.getByText('Example Games').waitFor();
      await visitor.tabTo('Take €25.00');
      await keyboard.press('Enter');
      await visitor.hears('payment-paid');
    }));
});
