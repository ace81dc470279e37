import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, Visit } from './built-site.ts';
import { CHARGES } from './charges.ts';

/** What shows that an attribute is alive. */
interface Row {
  /** The other attributes of the tag. */
  beside: string;
  value: string;
  /** True exactly while the attribute has this value. */
  seen(visit: Visit): Promise<boolean>;
  /** Where what has begun is not taken back by taking the attribute away. */
  stays?: boolean;
}

/** What a tag is to these rows. */
interface LiveTag {
  payment: { status: string; pix?: { code: string } };
  code: string;
  eventsUrl: string;
  allowSchemes: string;
  messages: Record<string, string>;
  refresh(): Promise<{ status: string }>;
  create(): Promise<void>;
}

const CODE = `code="${CHARGES.static}"`;
/** What is further away than a day is not counted. */
const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString();
const SHOP = 'merchant-name="Loja" merchant-city="Recife" pix-key="shop@example.com"';
const without = (attribute: string) => SHOP.replace(new RegExp(`${attribute}="[^"]*"`), '');
const shown = (text: string) => async (visit: Visit) => (await visit.tag.getByText(text).count()) > 0;
const inCode = (text: string) => async (visit: Visit) =>
  (await visit.symbol.count()) > 0 && (await visit.tag.evaluate((tag: LiveTag, part) => (tag.payment.pix?.code ?? '').toUpperCase().includes(part), text.toUpperCase()));
const linked = (href: string) => async (visit: Visit) => (await visit.tag.locator(`a[href="${href}"]`).count()) > 0;

const ROWS: Record<string, Row> = {
  code: { beside: '', value: CHARGES.static, seen: async (visit) => (await visit.symbol.count()) > 0 },
  ask: { beside: 'create-url="/payments"', value: 'amount cpf', seen: async (visit) => (await visit.tag.getByLabel('CPF').count()) > 0 },
  'pix-key': { beside: without('pix-key'), value: 'other@example.com', seen: inCode('other@example.com') },
  'merchant-name': { beside: without('merchant-name'), value: 'Loja Nova', seen: inCode('Loja Nova') },
  'merchant-city': { beside: without('merchant-city'), value: 'Manaus', seen: inCode('Manaus') },
  txid: { beside: SHOP, value: 'PEDIDO42', seen: inCode('PEDIDO42') },
  description: { beside: SHOP, value: 'Obrigado', seen: inCode('Obrigado') },
  'status-url': {
    beside: CODE,
    value: '/status/processing',
    stays: true,
    seen: (visit) => visit.tag.evaluate((tag: LiveTag) => tag.payment.status === 'processing'),
  },
  'create-url': { beside: '', value: '/payments', seen: shown('Get the Pix code') },
  'expires-at': { beside: CODE, value: IN_AN_HOUR, seen: async (visit) => (await visit.tag.getByRole('timer').count()) > 0 },
  amount: { beside: CODE, value: '12.90', seen: shown('R$12.90') },
  currency: { beside: CODE, value: 'EUR', seen: shown('This payment can’t be started') },
  reference: { beside: CODE, value: 'ORD-5023', seen: shown('ORD-5023') },
  merchant: { beside: 'create-url="/payments"', value: 'Padaria', seen: shown('Padaria') },
  'help-url': { beside: CODE, value: 'https://shop.example/help', seen: linked('https://shop.example/help') },
  'success-url': {
    beside: CODE,
    value: 'https://shop.example/thanks',
    stays: true,
    seen: async (visit) => {
      await visit.tag.evaluate((tag: LiveTag) => (tag.payment = { ...tag.payment, status: 'paid' }));
      return linked('https://shop.example/thanks')(visit);
    },
  },
  'failure-url': {
    beside: CODE,
    value: '#failed',
    stays: true,
    seen: async (visit) => {
      await visit.tag.evaluate((tag: LiveTag) => tag.payment.status === 'failed' || (tag.payment = { ...tag.payment, status: 'failed' }));
      return visit.page.url().endsWith('#failed');
    },
  },
  'allow-origins': {
    beside: 'create-url="/elsewhere"',
    value: 'https://pay.example',
    stays: true,
    seen: (visit) => visit.tag.evaluate((tag: LiveTag) => tag.create().then(() => tag.payment.status === 'pending')),
  },
  'events-url': { beside: CODE, value: '/events', seen: (visit) => visit.tag.evaluate((tag: LiveTag) => tag.eventsUrl === '/events') },
  'allow-schemes': { beside: CODE, value: 'app', seen: (visit) => visit.tag.evaluate((tag: LiveTag) => tag.allowSchemes === 'app') },
  sandbox: { beside: CODE, value: '', seen: shown('Test mode: no money moves') },
};

describe('every attribute of <pix-qr>, on the built files', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open((path) => {
      if (path === '/elsewhere') return Response.json({ status: 'pending', statusUrl: 'https://pay.example/1', pix: { code: CHARGES.static } }, { status: 201 });
      if (path === '/early.js') return script(`Object.assign(document.querySelector('pix-qr'), { code: ${JSON.stringify(CHARGES.static)}, messages: { heading: 'Early' } })`);
      return undefined;
    });
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  async function visit(body: string, live: (visit: Visit) => Promise<void>): Promise<void> {
    const visit = await Visit.of(browser, site.page({ body }));
    try {
      await visit.page.waitForFunction(() => (globalThis as unknown as { customElements: { get(tag: string): unknown } }).customElements.get('pix-qr') !== undefined);
      await live(visit);
    } finally {
      await visit.leave();
    }
  }

  it('has a row here', () =>
    visit(`<pix-qr ${CODE}></pix-qr>`, async ({ tag }) => {
      const names: string[] = await tag.evaluate((element: { constructor: unknown }) => (element.constructor as { observedAttributes: string[] }).observedAttributes);
      assert.deepEqual(names.sort(), [...Object.keys(ROWS), 'status'].sort());
    }));

  for (const [name, { beside, value, seen, stays = false }] of Object.entries(ROWS)) {
    it(`${name} takes effect whenever it is set${stays ? '' : ', and no more when it is taken away'}`, () =>
      visit(`<pix-qr ${beside}></pix-qr>`, async (at) => {
        // What is fetched after the first picture is there, so that all that follows is a change to a living tag.
        await at.tag.evaluate((tag: LiveTag) => tag.refresh());
        if (!stays) assert.equal(await seen(at), false);
        await set(at, name, value);
        await at.until(`${name}="${value}" takes effect`, () => seen(at));
        if (stays) return;
        await set(at, name, null);
        await at.until(`${name} is taken back`, async () => !(await seen(at)));
        await set(at, name, value);
        await at.until(`${name}="${value}" takes effect again`, () => seen(at));
      }));
  }

  it('false is false for sandbox, in that word too', () =>
    visit(`<pix-qr ${CODE} sandbox></pix-qr>`, async (at) => {
      await at.until('the ribbon', () => shown('Test mode')(at));
      await set(at, 'sandbox', 'false');
      await at.until('no ribbon', async () => !(await shown('Test mode')(at)));
    }));

  it('status is the tag’s own: a page that writes it changes nothing', () =>
    visit(`<pix-qr ${CODE}></pix-qr>`, async (at) => {
      await at.drawn();
      for (const word of ['paid', null]) {
        await set(at, 'status', word);
        assert.equal(await at.tag.getAttribute('status'), 'pending');
      }
      await at.page.evaluate('new Promise(requestAnimationFrame)');
      assert.equal(await at.tag.evaluate((tag: LiveTag) => tag.payment.status), 'pending');
      assert.equal(await at.symbol.count(), 1);
    }));

  it('properties set before the tag is loaded survive', () =>
    visit(`<pix-qr></pix-qr><script src="/early.js"></script>`, async (at) => {
      await at.drawn();
      await at.tag.getByText('Early').waitFor();
      assert.equal(await at.tag.evaluate((tag: LiveTag) => tag.payment.pix?.code), CHARGES.static);
    }));
});

async function set(visit: Visit, name: string, value: string | null): Promise<void> {
  await visit.tag.evaluate(
    (tag: { setAttribute(name: string, value: string): void; removeAttribute(name: string): void }, [attribute, text]) =>
      text === null ? tag.removeAttribute(attribute) : tag.setAttribute(attribute, text),
    [name, value] as const,
  );
}

function script(code: string): Response {
  return new Response(code, { headers: { 'content-type': 'text/javascript' } });
}
