import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright';
import type { DemoVisitor } from './demo-visitor.ts';
import { demoVisits, press, WIDTHS } from './demo-visits.ts';

describe("OKPAY's payment links in the demo", { concurrency: 2 }, () => {
  const { visit } = demoVisits();

  /** Goes to one of the shop's pages. */
  async function goTo(visitor: DemoVisitor, scenario: string): Promise<void> {
    await visitor.payWith('OKPAY');
    await visitor.page.locator('#ticket > okpay-button').waitFor();
    // Another shop may have a page of the same name.
    if (scenario !== 'Poster') await visitor.page.locator('.kinds[data-method=link]').getByRole('button', { name: scenario, exact: true }).click();
  }

  /** Goes to one of the shop's pages, and leaves it by its button: the page of OKPAY, in a new tab. */
  async function leave(visitor: DemoVisitor, scenario: string, amount = ''): Promise<Page> {
    await goTo(visitor, scenario);
    if (amount) await visitor.tag.getByLabel('Amount').fill(amount);
    const [tab] = await Promise.all([visitor.page.context().waitForEvent('page'), visitor.tag.getByRole('button', { name: /with OKPAY/ }).click()]);
    await tab.waitForURL('**/process.html');
    return tab;
  }

  for (const [scenario, amount, total, rows] of [
    ['Poster', '', 'USD 100.00', ['OKPAY Poster1 × 100.00']],
    ['Cart', '', 'EUR 55.20', ['Robotshipment2 × 24.00', 'Sticker1 × 1.00', 'Shipping5.50', 'Handling0.50', 'Tax0.20']],
    ['Donation', '15', 'GBP 15.00', ['Support our shelterdonation1 × 15.00']],
  ] as const) {
    it(`sells, ${scenario}: the form arrives, it is paid there, both pages say so once the server does`, () =>
      visit(1280, async (visitor) => {
        const tab = await leave(visitor, scenario, amount);
        assert.deepEqual((await tab.locator('tr').allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim()), [...rows, `Total${total}`]);
        await visitor.tag.getByRole('heading', { name: 'Checking your payment' }).waitFor();
        await tab.getByRole('button', { name: `Pay ${total}` }).click();
        await tab.getByRole('heading', { name: 'Paid', exact: true }).waitFor();
        await tab.getByText('a receipt for your purchase has been emailed to you').waitFor();
        assert.match(tab.url(), /\/demo\/okpay-result\.html$/);
        await visitor.page.bringToFront();
        await visitor.tag.getByRole('heading', { name: 'Paid', exact: true }).waitFor();
        assert.deepEqual(await visitor.known('match'), ['amount, currency, payee']);
        assert.deepEqual(await visitor.known('onPaid'), ['called once']);
        assert.equal((await visitor.heard('payment-paid')).length, 1);
      }));
  }

  for (const width of WIDTHS) {
    it(`paid in the device beside it, told twice and with a test message: once, ${width} px wide`, () =>
      visit(width, async (visitor) => {
        await (await leave(visitor, 'Poster')).close();
        await visitor.look('role');
        await visitor.device.getByText('Example Posters').waitFor();
        await visitor.letHappen('Send a test message');
        assert.deepEqual(await visitor.heard('payment-paid'), []);
        await press(visitor, 'Pay $100.00');
        await visitor.device.getByText('Paid', { exact: true }).waitFor();
        await visitor.look('shop');
        await visitor.tag.getByRole('heading', { name: 'Paid', exact: true }).waitFor();
        await visitor.letHappen('Tell it twice');
        assert.deepEqual(await visitor.known('duplicate'), ['nothing changes']);
        await visitor.letHappen('Refund');
        await visitor.look('shop');
        await visitor.tag.getByRole('heading', { name: 'Refunded', exact: true }).waitFor();
        assert.deepEqual(await visitor.known('onPaid'), ['called once']);
      }));
  }

  it('another amount than was asked is being checked, and never paid', () =>
    visit(1280, async (visitor) => {
      await (await leave(visitor, 'Poster')).close();
      await visitor.device.getByText('$100.00').first().waitFor();
      await visitor.letHappen('Wrong amount');
      await visitor.device.getByText('$99.90').waitFor();
      await visitor.tag.getByText('has not confirmed it yet').first().waitFor();
      assert.deepEqual(await visitor.known('onReview'), ['called once: amount']);
      assert.deepEqual(await visitor.heard('payment-paid'), []);
    }));

  it('a gift of less than the shop takes is refused in its words, before anything is left', () =>
    visit(1280, async (visitor) => {
      await goTo(visitor, 'Donation');
      await visitor.tag.getByLabel('Amount').fill('0.50');
      await visitor.tag.getByRole('button', { name: /with OKPAY/ }).click();
      await visitor.tag.getByText('Please give £1.00 or more.').first().waitFor();
      assert.equal(visitor.page.context().pages().length, 1);
      visitor.errors.length = 0;
    }));
});

describe('the page that makes payment links', { concurrency: 2 }, () => {
  const { visit } = demoVisits();
  const open = (visitor: DemoVisitor) => visitor.page.goto(new URL('/demo/generator.html', visitor.page.url()).href);
  const code = (visitor: DemoVisitor) => visitor.page.locator('#code');

  it('what is typed stands on the button, and what is copied leads to OKPAY', () =>
    visit(1280, async (visitor) => {
      await open(visitor);
      const { page } = visitor;
      await page.getByLabel('What it is').fill('Robot <b>"5" & more');
      await page.getByLabel('Price').fill('1,050');
      await page.getByRole('button', { name: 'Pay with OKPAY' }).getByText('$1,050.00').waitFor();
      await page.getByRole('button', { name: 'HTML', exact: true }).click();
      await page.getByText('<form method="post" action="https://www.okpay.com/process.html">').waitFor();
      await page.getByText('name="ok_item_1_name" value="Robot &lt;b&gt;&quot;5&quot; &amp; more"').waitFor();
      await page.getByRole('button', { name: 'Link', exact: true }).click();
      await page.getByText(/^https:\/\/www\.okpay\.com\/process\.html\?ok_receiver=OK702746927&ok_item_1_name=Robot/).waitFor();
    }));

  it('a link that somebody has is read, and comes out again as it was', () =>
    visit(1280, async (visitor) => {
      await open(visitor);
      const { page } = visitor;
      const link = 'https://www.okpay.com/process.html?ok_receiver=shop%40mail.example&ok_item_1_name=Poster&ok_item_1_price=100.00&ok_item_2_name=Robot&ok_item_2_price=50.00&ok_item_2_quantity=2&ok_currency=EUR&ok_invoice=99999';
      await page.getByText('Begin with a link or button that you have').click();
      await page.getByLabel('A link, or the HTML of a form').fill(link);
      await page.getByRole('button', { name: 'Link', exact: true }).click();
      await page.getByText(link).waitFor();
      assert.equal(await code(visitor).textContent(), link);
      await page.getByRole('button', { name: 'Tag', exact: true }).click();
      await page.getByText('<okpay-item name="Robot" price="50.00" quantity="2"></okpay-item>').waitFor();
    }));

  it('of a link that somebody else has made only variables become attributes', () =>
    visit(1280, async (visitor) => {
      await open(visitor);
      const { page } = visitor;
      await page.getByText('Begin with a link or button that you have').click();
      const evil = '&ok_onclick=steal()&ok_action=https%3A%2F%2Fthief.example%2F&ok_create_url=https%3A%2F%2Fthief.example%2F&ok_x%3E%3Cscript%3E=1&ok_item_1_onclick=1&ok_item_2_onclick=1';
      await page.getByLabel('A link, or the HTML of a form').fill(`https://www.okpay.com/process.html?ok_receiver=OK999999999&ok_item_1_name=Kite${evil}`);
      await page.getByRole('button', { name: 'Tag', exact: true }).click();
      await code(visitor).getByText('item-name="Kite"').waitFor();
      assert.equal((await code(visitor).textContent())?.split('\n').slice(1).join(' ').replace(/\s+/g, ' '), '<okpay-button receiver="OK999999999" item-name="Kite" ></okpay-button>');
    }));

  it('what is wrong in a link is seen, also in a part that was closed and in a list, and nothing can be copied', () =>
    visit(1280, async (visitor) => {
      await open(visitor);
      const { page } = visitor;
      await page.getByText('Begin with a link or button that you have').click();
      await page.getByLabel('A link, or the HTML of a form').fill('https://www.okpay.com/process.html?ok_receiver=OK702746927&ok_item_1_name=Poster&ok_item_1_type=gift&ok_payer_email=nobody');
      await page.getByRole('alert').getByText('It must be an e-mail address').waitFor();
      await page.getByRole('alert').getByText('It must be one of shipment').waitFor();
      assert.equal(await page.locator('[data-variable=type] select').inputValue(), 'gift');
      await page.getByText('There is something to fix first').waitFor();
      assert.equal(await page.locator('#copy').isDisabled(), true);
      visitor.errors.length = 0;
    }));

  it('a wrong value is said beside its field, and nothing can be copied', () =>
    visit(390, async (visitor) => {
      await open(visitor);
      const { page } = visitor;
      await page.getByRole('button', { name: 'HTML', exact: true }).click();
      await page.getByText('name="ok_item_1_price"').waitFor();
      await page.getByLabel('Price').fill('12,50');
      await page.getByRole('alert').getByText('It must be').waitFor();
      assert.equal(await page.getByLabel('Price').getAttribute('aria-invalid'), 'true');
      await page.getByText('There is something to fix first').waitFor();
      assert.equal(await page.locator('#copy').isDisabled(), true);
      await page.getByLabel('Price').fill('12.50');
      await page.getByText('name="ok_item_1_price" value="12.50"').waitFor();
      visitor.errors.length = 0;
    }));
});
