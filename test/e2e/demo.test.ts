import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { startDemo, type Demo } from '../../demo/server.ts';
import { scan } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';
import { CSP } from './csp.ts';
import { DemoVisitor } from './demo-visitor.ts';

const PAYER = '051.233.865-56';
const PAYER_IN_DIGITS = '05123386556';
const WIDTHS = [390, 1280];

describe('the demo in Chromium', { concurrency: 2 }, () => {
  let demo: Demo;
  let browser: Browser;
  before(async () => {
    demo = await startDemo({ port: 0, quiet: true });
    browser = await sharedBrowser();
  });
  after(async () => {
    await demo?.close();
  });

  async function visit(width: number, live: (visitor: DemoVisitor) => Promise<void>): Promise<void> {
    const visitor = await DemoVisitor.arrive(browser, demo.url, width);
    try {
      await live(visitor);
    } finally {
      await visitor.leave();
    }
  }

  for (const width of WIDTHS) {
    describe(`${width} px wide`, () => {
      it('goes from amount and CPF over a code that two scanners read to paid, once', () =>
        visit(width, async (visitor) => {
          const posted: unknown[] = [];
          visitor.page.on('request', (request) => {
            if (request.method() === 'POST' && new URL(request.url()).pathname === '/payments') posted.push(request.postDataJSON());
          });
          await visitor.order('23.45', PAYER);
          const code = await visitor.code();
          const { zbar, zxing } = await scan(await visitor.tag.getByRole('img').screenshot());
          assert.deepEqual({ zbar, zxing }, { zbar: [code], zxing: [code] });
          assert.equal(posted.length, 1);
          assert.equal(Object(posted[0]).amount, '23.45');
          assert.equal(Object(posted[0]).payer.cpf.replace(/\D/g, ''), PAYER_IN_DIGITS);

          await visitor.look('role');
          await visitor.device.getByRole('button', { name: 'Paste another code' }).click();
          await visitor.device.getByLabel('Pix Copia e Cola').fill(zbar[0] ?? '');
          await visitor.device.getByRole('button', { name: 'Read the code' }).click();
          await visitor.device.getByRole('button', { name: 'Confirm R$23.45' }).click();
          await visitor.device.getByText('Payment sent').waitFor();

          await visitor.look('shop');
          await visitor.tag.getByText('Paid', { exact: true }).waitFor();
          assert.equal((await visitor.heard('payment-paid')).length, 1);
          assert.deepEqual(await visitor.known('onPaid'), ['called once']);
          assert.equal((await visitor.heard('payment-paid')).length, 1);
          await visitor.assertClean();
        }));

      it('tells of a declined payment, and gives a new code', () =>
        visit(width, async (visitor) => {
          await visitor.order('12.90', PAYER);
          const declined = await visitor.code();
          await visitor.look('role');
          await visitor.device.getByRole('button', { name: 'Decline' }).click();
          await visitor.hears('payment-failed');
          await visitor.look('shop');
          await visitor.tag.getByRole('button', { name: 'Get a new code' }).click();
          assert.notEqual(await visitor.code(), declined);
          assert.equal((await visitor.heard('payment-failed')).length, 1);
          assert.equal((await visitor.heard('payment-paid')).length, 0);
          await visitor.assertClean();
        }));

      it('says beside the field that a CPF is wrong, and asks nobody', () =>
        visit(width, async (visitor) => {
          const requests: string[] = [];
          visitor.page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
          await visitor.order('12.90', '123.456.789-00');
          const field = visitor.tag.getByLabel('CPF');
          assert.equal(await field.getAttribute('aria-invalid'), 'true');
          const [describedBy = ''] = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
          assert.equal(await visitor.tag.locator(`#${describedBy}`).innerText(), 'This CPF is not valid. Check its 11 digits.');
          assert.deepEqual(requests.filter((request) => request.startsWith('POST /payments')), []);
          assert.deepEqual(await visitor.heard('payment-create'), []);
          await visitor.assertClean();
        }));

      it('keeps the code through a cut of the network, says so once each way, then hears of the payment', () =>
        visit(width, async (visitor) => {
          let lost = 0;
          visitor.page.on('requestfailed', () => lost++);
          await visitor.order('12.90', PAYER);
          await visitor.code();
          await visitor.letHappen('Cut the network');
          await visitor.hears('payment-error');
          const sofar = lost;
          await visitor.page.waitForEvent('requestfailed');
          assert.equal(lost > sofar, true);
          assert.deepEqual(await visitor.heard('payment-error'), [{ type: 'payment-error', code: 'network', recoverable: true }]);
          await visitor.look('shop');
          assert.ok(await visitor.tag.getByRole('img').isVisible());

          await visitor.letHappen('Cut the network');
          await visitor.hears('payment-recovered');
          await visitor.look('role');
          await visitor.device.getByRole('button', { name: 'Confirm R$12.90' }).click();
          await visitor.hears('payment-paid');
          for (const type of ['payment-error', 'payment-recovered', 'payment-paid']) {
            assert.equal((await visitor.heard(type)).length, 1, type);
          }
          assert.deepEqual(await visitor.violations(), []);
        }));
    });
  }

  it('fills in a test payer and an amount with one click each, and hears of money that came too late', () =>
    visit(1280, async (visitor) => {
      await visitor.page.getByRole('button', { name: 'R$250.00' }).click();
      await visitor.page.getByRole('button', { name: 'Mineiro Chiotiz' }).click();
      assert.equal(await visitor.tag.getByLabel('CPF').inputValue(), '141.040.632-66');
      await visitor.tag.getByRole('button', { name: 'Get the Pix code' }).click();
      await visitor.device.getByRole('button', { name: 'Confirm R$250.00' }).waitFor();
      await visitor.letHappen('Pay too late');
      await visitor.hears('payment-paid');
      const ends = (await visitor.heard()).map(({ type }) => type).filter((type) => type !== 'payment-status');
      assert.deepEqual(ends, ['payment-create', 'payment-expired', 'payment-paid']);
      assert.deepEqual(await visitor.known('onPaid'), ['called once']);
      await visitor.assertClean();
    }));

  it('keeps a typed amount when a payer is filled in, and fills the same amount in again over it', () =>
    visit(1280, async (visitor) => {
      const [amount, cpf] = [visitor.tag.getByLabel('Amount'), visitor.tag.getByLabel('CPF')];
      await amount.fill('23.45');
      await visitor.page.getByRole('button', { name: 'João Silva' }).click();
      assert.deepEqual([await amount.inputValue(), await cpf.inputValue()], ['23.45', '707.726.010-03']);
      await visitor.page.getByRole('button', { name: 'R$12.90' }).click();
      assert.deepEqual([await amount.inputValue(), await cpf.inputValue()], ['12.90', '707.726.010-03']);
      await visitor.assertClean();
    }));

  it('never says paid for another amount than was asked', () =>
    visit(1280, async (visitor) => {
      await visitor.order('12.90', PAYER);
      await visitor.device.getByRole('button', { name: 'Confirm R$12.90' }).waitFor();
      await visitor.letHappen('Wrong amount');
      await visitor.device.getByText('R$12.80').waitFor();
      await visitor.tag.getByRole('heading', { name: 'Checking your payment' }).waitFor();
      assert.deepEqual(await visitor.known('onReview'), ['called once: amount']);
      assert.deepEqual(await visitor.heard('payment-paid'), []);
      await visitor.assertClean();
    }));

  it('gives a donation page its code without a server, and does not draw a damaged one', () =>
    visit(1280, async (visitor) => {
      await visitor.page.getByRole('button', { name: 'Donation' }).click();
      await visitor.device.getByRole('button', { name: 'Confirm R$20.00' }).waitFor();
      const symbol = visitor.tag.getByRole('img');
      const { zbar, zxing } = await scan(await symbol.screenshot());
      assert.match(zbar[0] ?? '', /540520\.00/);
      assert.deepEqual(zxing, zbar);
      await visitor.assertClean();

      await visitor.page.getByRole('button', { name: 'Your own code' }).click();
      await visitor.device.getByRole('button', { name: 'Confirm R$48.00' }).waitFor();
      await visitor.page.getByRole('button', { name: 'One character damaged' }).click();
      await visitor.hears('payment-error');
      assert.deepEqual(await visitor.heard('payment-error'), [{ type: 'payment-error', code: 'invalid-code', recoverable: false }]);
      assert.equal(await symbol.count(), 0);
      assert.deepEqual(await visitor.violations(), []);
    }));

  it('follows the language of the shop while a code stands', () =>
    visit(1280, async (visitor) => {
      await visitor.order('12.90', PAYER);
      const code = await visitor.code();
      await visitor.page.getByLabel('The shopper’s language').selectOption('Português');
      await visitor.tag.getByText('Aguardando seu pagamento').first().waitFor();
      assert.equal(await visitor.code(), code);
      await visitor.device.getByRole('button', { name: 'Confirmar' }).click();
      await visitor.tag.getByRole('heading', { name: 'Pago', exact: true }).waitFor();
      assert.equal((await visitor.heard('payment-paid')).length, 1);
      await visitor.assertClean();
    }));

  it('never scrolls sideways, down to 320 px', () =>
    visit(320, async (visitor) => {
      for (const view of ['shop', 'role', 'behind'] as const) {
        await visitor.look(view);
        assert.equal(await visitor.page.evaluate('document.documentElement.scrollWidth'), 320, view);
      }
    }));

  it('draws the plain page of the README', () =>
    visit(1280, async (visitor) => {
      await visitor.page.goto(`${demo.url}/plain.html`);
      const symbol = visitor.tag.getByRole('img');
      await symbol.waitFor();
      const { zbar, zxing } = await scan(await symbol.screenshot());
      assert.match(zbar[0] ?? '', /^000201.*br\.gov\.bcb\.pix.*doe@abrigo\.example.*6304[0-9A-F]{4}$/);
      assert.deepEqual(zxing, zbar);
      await visitor.assertClean();
    }));

  it('serves every answer under the strict policy, and notices when it is broken', () =>
    visit(1280, async (visitor) => {
      assert.match((await fetch(demo.url)).headers.get('set-cookie') ?? '', /HttpOnly; SameSite=Strict/);
      for (const path of ['/', '/demo/main.js', '/paytags/paytags.js', '/payments/unknown', '/nothing']) {
        assert.equal((await fetch(demo.url + path)).headers.get('content-security-policy'), CSP, path);
      }
      await visitor.page.evaluate(`document.body.append(Object.assign(document.createElement('img'), { src: 'https://shop.example/x.png' }))`);
      await visitor.isRefused();
      assert.deepEqual(await visitor.violations(), [{ directive: 'img-src', blocked: 'https://shop.example/x.png' }]);
    }));
});
