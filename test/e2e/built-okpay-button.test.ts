import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, Visit } from './built-site.ts';
import { SAMPLES } from './okpay-samples.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const CSS = ':root { color-scheme: light dark; background: light-dark(#fff, #181a1f) }';
const RECEIVER = 'receiver="OK702746927"';
const POSTER = `${RECEIVER} item-name="Poster" item-price="12.50"`;
const BODY = 'ok_receiver=OK702746927&ok_item_1_name=Poster&ok_item_1_price=12.50';

/** What came to the simulated OKPAY. */
interface Sent {
  readonly method: string;
  readonly search: string;
  readonly type: string | null;
  readonly body: string;
}

describe('<okpay-button> on the built files', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  /** By the address of a form, of which every test has its own. */
  const sent = new Map<string, Sent[]>();
  const created: { path: string; key: string | null; body: unknown }[] = [];
  let addresses = 0;
  before(async () => {
    site = await BuiltSite.open(async (path, request) => {
      if (path.startsWith('/process/')) {
        const { search } = new URL(request.url);
        sent.set(path, [...(sent.get(path) ?? []), { method: request.method, search, type: request.headers.get('content-type'), body: await request.text() }]);
        return new Response('<!doctype html><html lang="en"><title>OKPAY</title><h1>OKPAY</h1></html>', { headers: { 'content-type': 'text/html' } });
      }
      if (path.startsWith('/create/')) {
        created.push({ path, key: request.headers.get('idempotency-key'), body: await request.json() });
        const [, , amount, invoice] = path.split('/');
        if (amount === 'refused') return Response.json({ code: 'sold-out', message: 'This poster is sold out.' }, { status: 409 });
        const status = invoice === 'INV-over-paid' ? 'paid' : 'pending';
        return Response.json({ status, amount, currency: 'EUR', statusUrl: `/is/${invoice}`, okpayLink: { invoice: decodeURIComponent(invoice!) } }, { status: 201 });
      }
      return path.startsWith('/is/') ? Response.json({ status: path.endsWith('paid') ? 'paid' : 'pending' }) : undefined;
    });
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  /** A page with a button whose form has an address of its own; `got` says what came there. */
  async function at(attributes: string, live: (visit: Visit, got: () => readonly Sent[]) => Promise<void>, { inside = '', lang = 'en' } = {}): Promise<void> {
    const action = `/process/${++addresses}`;
    const body = `<main><h1>A shop</h1><okpay-button action="${action}" ${attributes}>${inside}</okpay-button></main>`;
    const visit = await Visit.of(browser, site.page({ body, css: CSS, lang }), {}, async (page) => void (await page.addInitScript({ path: AXE })));
    try {
      await visit.page.waitForFunction(() => (globalThis as unknown as { document: { querySelector(selector: string): { shadowRoot: { querySelector(selector: string): unknown } } } }).document.querySelector('okpay-button').shadowRoot?.querySelector('[part]'));
      await live(visit, () => sent.get(action) ?? []);
      assert.deepEqual([await visit.violations().catch(() => []), visit.foreign], [[], []]);
    } finally {
      await visit.leave();
    }
  }
  const button = (page: Page) => page.locator('okpay-button [part="button"]');
  const arrives = ({ page }: Visit) => page.getByRole('heading', { name: 'OKPAY' }).waitFor();
  const POSTED = { method: 'POST', search: '', type: 'application/x-www-form-urlencoded' };

  for (const [name, [attributes, body, inside]] of Object.entries(SAMPLES)) {
    it(`sample ${name}: arrives byte for byte`, () =>
      at(`${RECEIVER} ${attributes}`, async (visit, got) => {
        await button(visit.page).click();
        await arrives(visit);
        assert.deepEqual(got(), [{ ...POSTED, body }]);
      }, { ...(inside && { inside }) }));
  }

  it('a text of every kind arrives in UTF-8', () =>
    at(`${RECEIVER} item-name='Caf&eacute; &amp; "Cr&egrave;me" &lt;1&gt; + 50%' item-price="1,234.50" invoice="A/1 &amp; b=2#x"`, async (visit, got) => {
      await button(visit.page).click();
      await arrives(visit);
      assert.deepEqual([...new URLSearchParams(got()[0]!.body)], [
        ['ok_receiver', 'OK702746927'], ['ok_item_1_name', 'Café & "Crème" <1> + 50%'], ['ok_item_1_price', '1234.50'], ['ok_invoice', 'A/1 & b=2#x'],
      ]);
    }));

  for (const key of ['Enter', 'Space']) {
    it(`is reached with Tab and sent with ${key}`, () =>
      at(POSTER, async (visit, got) => {
        await visit.page.keyboard.press('Tab');
        await visit.page.keyboard.press(key);
        await arrives(visit);
        assert.deepEqual(got(), [{ ...POSTED, body: BODY }]);
      }));
  }

  it('two presses send once', () =>
    at(POSTER, async (visit, got) => {
      await button(visit.page).dblclick();
      await arrives(visit);
      assert.equal(got().length, 1);
    }));

  for (const [name, how, options] of [
    ['target="_blank"', 'a click', {}],
    ['target="popup"', 'a click', {}],
    ['as="image" target="_blank"', 'a click', {}],
    ['as="button"', 'Ctrl and a click', { modifiers: ['ControlOrMeta' as const] }],
    ['as="image"', 'the middle button', { button: 'middle' }],
    ['total', 'the middle button', { button: 'middle' }],
  ] as const) {
    it(`${name}, ${how}: opens beside, and the button is there again`, () =>
      at(`${POSTER} ${name}`, async (visit, got) => {
        const [opened] = await Promise.all([visit.page.context().waitForEvent('page'), button(visit.page).click(options as object)]);
        await opened.getByRole('heading', { name: 'OKPAY' }).waitFor();
        assert.deepEqual(got(), [{ ...POSTED, body: BODY }]);
        assert.equal(await opened.evaluate('opener'), null);
        await visit.until('the button is there again', async () => !(await button(visit.page).getAttribute('aria-disabled')));
        assert.equal(visit.page.context().pages().length, 2);
      }));
  }

  it('as="link": an address with the same fields, also by the middle button', () =>
    at(`${POSTER} as="link"`, async (visit, got) => {
      const link = visit.page.getByRole('link', { name: 'Pay €12.50 with OKPAY' });
      const [opened] = await Promise.all([visit.page.context().waitForEvent('page'), link.click({ button: 'middle' })]);
      await opened.waitForLoadState();
      await visit.hears('payment-redirect');
      await visit.until('the link is there again', () => link.isVisible());
      await link.click();
      await arrives(visit);
      assert.deepEqual(got().map(({ method, search }) => [method, search]), Array(2).fill(['GET', `?${BODY}`]));
    }));

  for (const shape of ['button', 'link', 'image']) {
    it(`as="${shape}": where the page cancels payment-redirect nothing is sent, and the button can be pressed again`, () =>
      at(`${POSTER} as="${shape}"`, async (visit, got) => {
        await visit.page.evaluate("globalThis.urls = []; addEventListener('payment-redirect', (event) => { urls.push(event.url); event.preventDefault(); }, { once: true })");
        await button(visit.page).click();
        await visit.hears('payment-redirect');
        assert.deepEqual(got(), []);
        assert.deepEqual(await visit.page.evaluate('urls'), [`${site.origin}${await visit.page.locator('okpay-button').getAttribute('action')}?${BODY}`]);
        await button(visit.page).click();
        await arrives(visit);
        assert.equal(got().length, 1);
      }));
  }

  it('says that it is on its way, and is ready again when the page comes out of the browser’s memory', () =>
    at(POSTER, async (visit, got) => {
      // The page stays, as one in the browser's memory does: the form goes into a frame that is not there.
      await visit.page.evaluate("document.querySelector('okpay-button').shadowRoot.querySelector('form').submit = () => undefined; addEventListener('submit', (event) => event.preventDefault(), true)");
      await visit.page.evaluate("document.querySelector('okpay-button').shadowRoot.querySelector('form').addEventListener('submit', (event) => event.preventDefault())");
      await button(visit.page).click();
      assert.equal(await button(visit.page).textContent(), 'Opening OKPAY…');
      await visit.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
      await visit.until('ready', async () => (await button(visit.page).textContent()) === 'Pay with OKPAY€12.50');
      assert.deepEqual(got(), []);
    }));

  it('ask="amount": refuses what is no amount, and sends what is typed with a comma', () =>
    at(`${RECEIVER} item-name="A gift" ask="amount" kind="donate" merchant="Example Shelter"`, async (visit, got) => {
      const field = visit.page.getByLabel('Amount');
      await field.fill('much');
      await field.press('Enter');
      await visit.page.getByText('Type an amount, such as 12.90.').waitFor();
      assert.equal(await field.getAttribute('aria-invalid'), 'true');
      await field.fill('');
      // Key by key: what is typed stays, and so does the focus.
      await visit.page.keyboard.type('15,5');
      assert.equal(await field.inputValue(), '15,5');
      await visit.page.getByText('€15.50').waitFor();
      await field.press('Enter');
      await arrives(visit);
      assert.deepEqual(got(), [{ ...POSTED, body: 'ok_receiver=OK702746927&ok_item_1_name=A+gift&ok_item_1_price=15.50' }]);
    }));

  it('status-url: what the server says stands in place of the button when the shopper is back', () =>
    at(`${POSTER} status-url="/is/paid" merchant="Example Home"`, async (visit, got) => {
      await button(visit.page).click();
      await arrives(visit);
      await visit.page.goBack();
      await visit.hears('payment-paid');
      await visit.page.getByText('Example Home has received your payment.').first().waitFor();
      assert.equal(await button(visit.page).locator('visible=true').getByText('Pay with OKPAY').count(), 0);
      assert.deepEqual(await visit.page.evaluate("['status', 'payment'].map((name) => document.querySelector('okpay-button')[name].status ?? document.querySelector('okpay-button')[name])"), ['paid', 'paid']);
      assert.equal(got().length, 1);
    }));

  it('status-url and another window: what the server says stands there at once', () =>
    at(`${POSTER} status-url="/is/waiting" target="_blank"`, async (visit, got) => {
      await button(visit.page).click();
      await visit.page.locator('okpay-button-status').waitFor();
      await visit.until('OKPAY has it', () => got().length === 1);
      assert.deepEqual(got(), [{ ...POSTED, body: BODY }]);
    }));

  it('create-url: asks first, sends the answer’s invoice, and asks its status address afterwards', () =>
    at(`${POSTER} create-url="/create/12.50/INV-paid" reference="ORD-1" invoice="mine"`, async (visit, got) => {
      await button(visit.page).click();
      await arrives(visit);
      assert.deepEqual(got(), [{ ...POSTED, body: `${BODY}&ok_invoice=INV-paid` }]);
      const asked = created.filter(({ path }) => path.endsWith('INV-paid'));
      assert.deepEqual(asked.map(({ body }) => body), [{ method: 'okpayLink', amount: '12.50', currency: 'EUR', reference: 'ORD-1' }]);
      assert.match(asked[0]!.key ?? '', /^[\da-f]{32}$/);
      await visit.page.goBack();
      await visit.hears('payment-paid');
    }));

  for (const [target, opens] of [['_blank', 'a tab'], ['popup', 'a window']] as const) {
    it(`create-url and target="${target}": the answer’s form goes to ${opens} that the press has opened`, () =>
      at(`${POSTER} create-url="/create/12.50/INV-${target}" target="${target}"`, async (visit, got) => {
        const [opened] = await Promise.all([visit.page.context().waitForEvent('page'), button(visit.page).click()]);
        await opened.getByRole('heading', { name: 'OKPAY' }).waitFor();
        assert.deepEqual(got(), [{ ...POSTED, body: `${BODY}&ok_invoice=INV-${target}` }]);
        await visit.page.locator('okpay-button-status').waitFor();
      }));
  }

  it('create-url: an answer of another amount is a mismatch, and nothing is sent', () =>
    at(`${POSTER} create-url="/create/12.60/INV-3"`, async (visit, got) => {
      await button(visit.page).click();
      await visit.hears('payment-error', 'mismatch');
      await visit.page.getByText('We couldn’t start the payment.').last().waitFor();
      assert.deepEqual(got(), []);
      assert.equal(await button(visit.page).getAttribute('aria-disabled'), null);
    }));

  it('create-url: where the buyer chooses the amount, an answer of another currency is a mismatch as well', () =>
    at(`${RECEIVER} item-name="Gift" currency="USD" create-url="/create/5.00/INV-4"`, async (visit, got) => {
      await button(visit.page).click();
      await visit.hears('payment-error', 'mismatch');
      assert.deepEqual(got(), []);
    }));

  it('create-url: a payment that is over already is shown, and not paid once more', () =>
    at(`${POSTER} create-url="/create/12.50/INV-over-paid"`, async (visit, got) => {
      await button(visit.page).click();
      await visit.hears('payment-paid');
      await visit.page.getByRole('heading', { name: 'Paid', exact: true }).waitFor();
      await visit.page.getByText('OKPAY sends you the details by e-mail.').first().waitFor();
      assert.deepEqual(got(), []);
    }));

  it('create-url: an invoice that OKPAY would refuse is an answer that cannot be read, and nothing is sent', () =>
    at(`${POSTER} create-url="/create/12.50/${'x'.repeat(128)}"`, async (visit, got) => {
      await button(visit.page).click();
      await visit.hears('payment-error', 'bad-response');
      await visit.page.getByText('We couldn’t start the payment.').last().waitFor();
      assert.deepEqual(got(), []);
    }));

  it('create-url: a refusal says the server’s sentence', () =>
    at(`${POSTER} create-url="/create/refused/1"`, async (visit, got) => {
      await button(visit.page).click();
      await visit.hears('payment-error', 'refused');
      await visit.page.getByText('This poster is sold out.').last().waitFor();
      assert.deepEqual(got(), []);
    }));

  it('shows what stands between the tags until it is ready, a form that works without a script, and then hides it', async () => {
    const action = '/process/fallback';
    const inside = `<form method="post" action="${action}"><input type="hidden" name="ok_receiver" value="OK702746927"><button>Pay without a script</button></form>`;
    const body = `<okpay-button action="${action}" ${POSTER}>${inside}</okpay-button>`;
    const without = await Visit.of(browser, site.page({ body, head: '' }));
    await without.page.getByRole('button', { name: 'Pay without a script' }).click();
    await without.until('OKPAY has it', () => sent.get(action)?.length === 1);
    await without.leave();
    const ready = await Visit.of(browser, site.page({ body }));
    await ready.page.getByRole('button', { name: 'Pay with OKPAY' }).waitFor();
    assert.equal(await ready.page.getByText('Pay without a script').isVisible(), false);
    await ready.leave();
  });

  it('sells on where what looks for mistakes cannot be fetched, and leaves no error unheard', async () => {
    const unheard: string[] = [];
    const action = '/process/unfetched';
    const visit = await Visit.of(browser, site.page({ body: `<okpay-button action="${action}" ${POSTER}></okpay-button>` }), {}, async (page) => {
      page.on('pageerror', (error) => unheard.push(String(error)));
      await page.route('**/fixes.js', (route) => route.abort());
    });
    await visit.until('what the console says', () => visit.console.some((line) => line.includes('fixes.js')));
    await button(visit.page).click();
    await visit.until('OKPAY has it', () => sent.get(action)?.length === 1);
    assert.deepEqual(unheard, []);
    await visit.leave();
  });

  it('follows the language of its place', () =>
    at(`${POSTER} total`, async ({ page }) => {
      await page.getByRole('button', { name: 'Mit OKPAY bezahlen' }).waitFor();
      await page.evaluate("document.documentElement.lang = 'ar'; document.documentElement.dir = 'rtl'");
      await page.getByRole('button', { name: 'Pay with OKPAY' }).waitFor();
      await page.evaluate("document.documentElement.lang = 'zh-HK'");
      await page.getByRole('button', { name: '用 OKPAY 付款' }).waitFor();
    }, { lang: 'de' }));

  for (const [state, attributes] of Object.entries({
    button: POSTER,
    card: `${POSTER} total item-quantity="3" item-shipping="1" item-shipping2="2" fees="1"`,
    field: `${RECEIVER} item-name="A gift" ask="amount"`,
    link: `${POSTER} as="link"`,
    picture: `${POSTER} as="image" kind="donate"`,
    off: 'item-name="x"',
    'off in test mode': 'sandbox item-name="x" item-price="12,50"',
  })) {
    it(`axe finds nothing wrong, light and dark: ${state}`, () =>
      at(attributes, async ({ page }) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const violations = await page.evaluate<{ id: string; nodes: { failureSummary?: string }[] }[]>('axe.run(document).then(({ violations }) => violations)');
          assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary}`), [], colorScheme);
        }
      }));
  }

  it('in test mode the console says where an accent cannot be read: a yellow one takes dark words, no white ones', async () => {
    for (const [accent, words, ratio] of [['#ffd43b', '#14171c', ''], ['#ffd43b', '#ffffff', '1.43:1']] as const) {
      const css = `okpay-button { --paytags-accent: ${accent}; --paytags-on-accent: ${words} }`;
      const visit = await Visit.of(browser, site.page({ body: `<okpay-button sandbox ${POSTER}></okpay-button>`, css }));
      await visit.page.getByText('Test mode').waitFor();
      await visit.page.waitForLoadState('networkidle');
      await visit.until('what the console says', () => visit.console.length === Number(ratio !== ''));
      assert.equal(visit.console.join().includes(`has a contrast of ${ratio}`), ratio !== '');
      await visit.leave();
    }
  });

  it('a marked div of a stranger’s pays nobody whom the page has not named, and leads nowhere else', async () => {
    const div = (receiver: string) =>
      `<div data-paytags="okpay-button" data-receiver="${receiver}" data-item-name="Poster" data-item-price="12.50" data-invoice="stolen" data-action="https://evil.example/" data-ipn="https://evil.example/ipn" data-return-success="https://evil.example/yes" data-return-fail="//evil.example/no" data-status-url="https://evil.example/is" data-onclick="x()"><div data-paytags="okpay-item" data-name="Robot" data-price="50.00"></div></div>`;
    const head = '<meta name="paytags-receivers" content="OK702746927 shop@mail.example"><script type="module" src="/cdn/paytags-cms.js"></script>';
    const seals = '<div data-paytags="okpay-seal" data-account="999999999"></div><div data-paytags="okpay-seal" data-href="https://www.okpay.com/account/user/999999999"></div>';
    const visit = await Visit.of(browser, site.page({ body: div('OK702746927') + div('OK999999999') + seals, head }));
    const buttons = visit.page.locator('okpay-button [part="button"]');
    await visit.until('both', async () => (await buttons.count()) === 2 && (await buttons.first().textContent())!.includes('62.50'));
    assert.deepEqual(await buttons.evaluateAll((all) => all.map((one) => (one as unknown as { disabled: boolean }).disabled)), [false, true]);
    assert.deepEqual(await visit.page.locator('okpay-button').evaluateAll((all) => all.map((one) => one.getAttributeNames().sort().join(' '))), ['item-name item-price receiver status', 'item-name item-price status']);
    const body = await visit.page.locator('okpay-button').first().evaluate((one) => (one as unknown as { toURL(): string }).toURL());
    assert.equal(body, `https://www.okpay.com/process.html?${BODY}&ok_item_2_name=Robot&ok_item_2_price=50.00`);
    assert.equal(visit.console.filter((line) => line.includes('named nowhere')).length, 2);
    assert.equal(await visit.page.locator('okpay-seal [part="seal"]').count(), 0);
    await visit.leave();
  });

  it('is at least 44 px high, and at 320 px nothing is cut', () =>
    at(`${POSTER} total item-quantity="3" item-shipping="1234567.00" merchant="A shop with an uncommonly long name"`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      const { height } = (await button(page).boundingBox())!;
      assert.ok(height >= 48, `${height} px`);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
    }));
});
