import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';
import { encodeBrCode } from '../../src/formats/brcode-encode.ts';
import { crc16 } from '../../src/formats/crc16.ts';
import { STATUSES } from '../../src/formats/payment.ts';
import { pixStates } from '../../src/locales/en/pix-qr-states.ts';
import { SHORT, XSS } from '../vectors/xss.ts';
import { BuiltSite, Visit } from './built-site.ts';
import { CHARGES } from './charges.ts';

/** Every element that a tag and its sheet are made of. */
const ELEMENTS = [
  'a', 'b', 'button', 'code', 'dd', 'div', 'dl', 'dt', 'footer', 'form', 'h2', 'header', 'hr', 'i', 'input', 'label', 'li', 'ol', 'p', 'path', 'pre', 'section', 'slot', 'small', 'span', 'svg', 'ul',
];

/** The only style attributes: numbers and lengths that the tag has worked out. */
const STYLE = /^(--modules: ?\d+; ?--pixels: ?[\d.]+;?|min-width: ?[\d.]+px;?|width: ?max\([-+ %().,\d]*(?:(?:px|mm|vh|min)[-+ %().,\d]*)+\);?)?$/;

/** A static code to a payee and a city of any letters, and with any text for the payer. */
function codeTo(name: string, note: string): string {
  const field = (id: string, value: string) => id + String([...value].length).padStart(2, '0') + value;
  const text = `000201${field('26', field('00', 'br.gov.bcb.pix') + field('01', 'a@b.example') + (note && field('02', note)))}52040000530398654042.505802BR${field('59', name)}${field('60', name.slice(0, 15))}62070503***6304`;
  return text + crc16(text);
}

/** The kind of each word, so that a page can put its own in its place. */
const kindOf = (word: unknown): unknown => {
  if (Array.isArray(word)) return word.map(() => 'text');
  if (typeof word === 'object' && word) return Object.fromEntries(Object.entries(word).map(([key, value]) => [key, kindOf(value)]));
  return typeof word === 'string' ? 'text' : typeof word;
};

/**
 * Runs before any script of the page: notes what must not happen, answers every request of the tag itself, and puts a text into every
 * place there is, one moment of the tag's life after the other. After each it looks the whole tag over.
 */
const WITNESS = `
  globalThis.pwns = 0;
  globalThis.pwned = () => { pwns++; };
  globalThis.violations = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => violations.push(effectiveDirective + ' ' + blockedURI));
  globalThis.answer = [200, { status: 'pending' }];
  const fetched = fetch;
  globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(input.url ?? input, location.href);
    if (!pathname.startsWith('/x/')) return fetched(input, init);
    return new Response(JSON.stringify(answer[1]), { status: answer[0], headers: { 'content-type': 'application/json' } });
  };
  globalThis.print = () => dispatchEvent(new Event('beforeprint'));

  const sheets = () => [...tag.shadowRoot.adoptedStyleSheets, ...document.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join();
  let tag, styles;
  globalThis.findings = [];
  /** How often a text stood there as it was written, by moment. */
  globalThis.seen = {};

  function look(moment, text, shown) {
    const paper = document.querySelector('paytags-paper');
    for (const root of [tag.shadowRoot, paper?.shadowRoot]) {
      for (const one of root?.querySelectorAll('*') ?? []) {
        if (!golden.includes(one.localName)) findings.push([moment, text, one.outerHTML.slice(0, 200)]);
        for (const { name, value } of one.attributes) {
          const wrong = /^on|^(src|srcdoc|action|formaction|ping|xlink:href)$/.test(name) || (name === 'style' && !style.test(value)) || (name === 'href' && value !== 'https://shop.example/help' && !value.startsWith(location.origin + '/'));
          if (wrong) findings.push([moment, text, name + '=' + value]);
        }
      }
    }
    if (document.querySelectorAll('body *').length !== 1 + tag.children.length) findings.push([moment, text, document.body.innerHTML.slice(0, 200)]);
    if (pwns) findings.push([moment, text, 'a script has run']);
    const stands = shown !== undefined && (paper?.shadowRoot ?? tag.shadowRoot).textContent.includes(shown.trim());
    seen[moment] = (seen[moment] ?? 0) + stands;
  }

  /** A new tag with these attributes and properties, which takes the place of the last one. */
  async function fresh(attributes, properties) {
    tag?.remove();
    tag = document.createElement('pix-qr');
    for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
    Object.assign(tag, properties);
    document.body.append(tag);
    await tag.refresh();
    await tag.updateComplete;
    styles ??= sheets();
  }

  const said = (kind, text) =>
    kind === 'text' ? text
    : kind === 'function' ? () => text
    : Array.isArray(kind) ? kind.map((each) => said(each, text))
    : kind === 'number' ? 4
    : Object.fromEntries(Object.entries(kind).map(([key, each]) => [key, said(each, text)]));

  const MOMENTS = {
    async attributes(text, at) {
      const names = tag.constructor.observedAttributes.filter((name) => name !== 'create-url');
      const others = ['title', 'lang', 'dir', 'class', 'id', 'slot', 'part', 'data-x', 'aria-label', 'unheard-of'];
      const { amount, currency, code, 'pix-key': key, ...harmless } = Object.fromEntries([...names, ...others].map((name) => [name, text]));
      await fresh({ 'create-url': '/x/payments', ...harmless });
      look('attributes', text, text);
      // What keeps the others from being shown: one after the other.
      const hiding = ['amount', 'currency', 'code', 'pix-key', 'create-url'];
      const name = hiding[at % hiding.length];
      await fresh({ 'create-url': '/x/payments', ...harmless, [name]: text });
      look('attribute ' + name, text);
    },
    async static(text, at) {
      const names = ['pix-key', 'merchant-name', 'merchant-city', 'txid', 'description', 'amount'];
      for (const name of [names[at % names.length], 'merchant-name']) {
        await fresh({ 'pix-key': 'a@b.example', 'merchant-name': 'Shop', 'merchant-city': 'Recife', [name]: text });
        look('static ' + name, text);
      }
    },
    async form(text) {
      await fresh({ 'create-url': '/x/payments', ask: 'amount cpf', amount: text }, { payer: { cpf: text }, reference: text, merchant: text });
      look('form', text, text);
      answer = [422, { message: text, code: text, errors: [] }];
      tag.amount = '2.50';
      tag.ask = '';
      await tag.create();
      await tag.updateComplete;
      look('refusal', text, text);
      answer = [422, { message: text, code: text, errors: [{ field: 'cpf', message: text }, { field: text, message: text }, { field: '__proto__', message: text }] }];
      tag.ask = 'cpf';
      tag.payer = { cpf: '05123386556' };
      await tag.create();
      await tag.updateComplete;
      look('refused field', text, text);
    },
    async statuses(text) {
      for (const status of statuses) {
        await fresh({ 'help-url': 'https://shop.example/help' }, { payment: { status, message: text, reference: text, id: text, amount: text, currency: text, reason: text, method: text, expiresAt: text, pix: { code: text } } });
        look('payment ' + status, text, ['idle', 'creating', 'pending'].includes(status) ? undefined : text);
      }
    },
    async answers(text) {
      await fresh({ 'create-url': '/x/payments' });
      answer = [201, { status: 'pending', reference: text, message: text, id: text, method: text, currency: text, statusUrl: '/x/' + encodeURIComponent(text.toWellFormed()), pix: { code }, text, [text]: text }];
      await tag.create();
      await tag.updateComplete;
      look('created', text, text);
      for (const status of ['processing', 'failed', 'paid', 'refunded', text]) {
        answer = [200, { status, message: text, reference: text, reason: text, amount: '2.50', pix: { code: text } }];
        await tag.refresh();
        await tag.updateComplete;
        look('answered ' + (status === text ? 'otherwise' : status), text, status === text ? undefined : text);
      }
    },
    async messages(text) {
      const messages = said(kinds, text);
      await fresh({ code, 'create-url': '/x/payments', ask: 'amount cpf', sandbox: '', 'help-url': 'https://shop.example/help' }, { messages });
      for (const status of statuses) {
        tag.payment = { status, pix: { code }, expiresAt: new Date(Date.now() + 50_000).toISOString() };
        await tag.updateComplete;
        look('messages ' + status, text, text);
      }
      tag.payment = { status: 'pending', pix: { code } };
      await tag.updateComplete;
      await tag.copy();
      await tag.updateComplete;
      look('messages copied', text, text);
    },
    async paper(text) {
      const put = document.createElement('p');
      put.slot = 'instructions';
      put.textContent = text;
      await fresh({ code, reference: text, sandbox: '', 'help-url': 'https://shop.example/help' });
      tag.append(put);
      await tag.print();
      look('paper', text, text);
      dispatchEvent(new Event('afterprint'));
      put.remove();
    },
  };

  globalThis.tryAll = async (moment, texts) => {
    await fresh({});
    for (const [at, text] of texts.entries()) {
      await MOMENTS[moment](text, at);
      if (sheets() !== styles) findings.push([moment, text, 'style sheets have changed']);
    }
    await new Promise((done) => setTimeout(done));
    tag.remove();
    tag = undefined;
    return { findings: findings.splice(0, 20), seen };
  };
  globalThis.tryCodes = async (codes) => {
    for (const [payee, code] of codes) {
      await fresh({ code });
      look('payee', payee, payee);
      if (tag.shadowRoot.querySelector('[part=symbol]')?.getAttribute('aria-label').includes(payee)) seen.labelled = (seen.labelled ?? 0) + 1;
    }
    return { findings: findings.splice(0, 20), seen };
  };
`;

interface Found {
  readonly findings: readonly unknown[];
  readonly seen: Readonly<Record<string, number>>;
}

/** Where each text has to be read by the shopper, or a test that sees no markup would see no text either. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  attributes: ['attributes'],
  static: [],
  form: ['form', 'refusal', 'refused field'],
  statuses: STATUSES.slice(3).map((status) => `payment ${status}`),
  answers: ['created', 'answered processing', 'answered failed', 'answered paid', 'answered refunded'],
  messages: [...STATUSES.map((status) => `messages ${status}`), 'messages copied'],
  paper: ['paper'],
};

for (const csp of [true, false]) {
  // Under the policy all of them; without it, where a script would really run, some stand for all.
  const texts = XSS.filter((_, at) => csp || at % 3 === 0);
  describe(`text in the built files, ${csp ? 'under the strict policy' : 'without a policy'}`, () => {
    let site: BuiltSite;
    let browser: Browser;
    before(async () => {
      site = await BuiltSite.open();
      browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    async function reading(live: (visit: Visit) => Promise<void>): Promise<void> {
      const url = site.page({ body: '<pix-qr></pix-qr>' });
      const visit = await Visit.of(browser, url, { bypassCSP: !csp, permissions: ['clipboard-write'] }, async (page) => {
        await page.addInitScript({ content: WITNESS });
        const given = { golden: ELEMENTS, statuses: STATUSES, kinds: kindOf(pixStates), code: CHARGES.static };
        await page.addInitScript({ content: `Object.assign(globalThis, ${JSON.stringify(given)}, { style: ${String(STYLE)} });` });
      });
      try {
        await visit.page.evaluate("customElements.whenDefined('pix-qr').then(() => document.querySelector('pix-qr').remove())");
        await live(visit);
        assert.equal(await visit.page.evaluate('pwns'), 0);
        assert.equal(visit.page.url(), url);
        assert.deepEqual(visit.foreign, []);
        assert.deepEqual(visit.asked.filter((asked) => !asked.includes('/cdn/') && asked !== url), []);
        if (csp) assert.deepEqual(await visit.violations(), []);
        assert.deepEqual(visit.console.filter((line) => !/^(error|warning): <pix-qr> /.test(line)), []);
      } finally {
        await visit.leave();
      }
    }

    for (const [moment, shown] of Object.entries(SHOWN)) {
      it(`${moment}: ${texts.length} texts are never markup, style, script or a request`, () =>
        reading(async (visit) => {
          const { findings, seen } = await visit.page.evaluate<Found>(`tryAll(${JSON.stringify(moment)}, ${JSON.stringify(texts)})`);
          assert.deepEqual(findings, []);
          for (const where of shown) assert(seen[where]! > texts.length * 0.9, `${where}: stood there ${seen[where]} times of ${texts.length}`);
        }));
    }

    it(`a code’s payee and note: ${SHORT.length} texts are shown as they are written`, () =>
      reading(async (visit) => {
        const codes = SHORT.map((text) => [text, codeTo(text, text)]);
        const { findings, seen } = await visit.page.evaluate<Found>(`tryCodes(${JSON.stringify(codes)})`);
        assert.deepEqual([findings, seen['payee'], seen['labelled']], [[], SHORT.length, SHORT.length]);
      }));
  });
}

describe('the built files themselves', () => {
  const { files } = JSON.parse(readFileSync(new URL('../../dist/integrity.json', import.meta.url), 'utf8')) as { files: Record<string, unknown> };
  /** What makes markup, script, style or a request of a text, and how often it stands in a file, at most, whose it is. */
  const MAKERS: readonly (readonly [maker: RegExp, most: number, why: string])[] = [
    [/\binnerHTML\b/g, 1, 'Lit reads its own templates'],
    [/\bcreatePolicy\b/g, 1, 'the policy for that'],
    [/\b(outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe|parseFromString|srcdoc)\b|document\.write|execCommand\(["'`]insert/g, 0, ''],
    [/\beval\(|\bnew Function\b|\bFunction\(|importScripts|javascript:(?!["'`|)])/g, 0, ''],
    [/\bcssText\b/g, 2, 'Lit reads its own style sheets'],
    [/\binsertRule\b|\.replace\(.{0,20}cssRules|unsafe(HTML|SVG|CSS|Static)/g, 0, ''],
    [/window\.open|sendBeacon|XMLHttpRequest|new WebSocket|new EventSource|new Worker|new Image/g, 0, ''],
    [/__proto__(?!\|)/g, 0, ''],
  ];

  it('are the ones that are looked at', () => assert(Object.keys(files).length > 10));

  for (const file of Object.keys(files)) {
    it(`${file} makes nothing of a text but text`, () => {
      const code = readFileSync(new URL(`../../dist/cdn/${file}`, import.meta.url), 'utf8');
      for (const [maker, most, why] of MAKERS) {
        const found = [...code.matchAll(maker)].map(({ index }) => code.slice(Math.max(0, index - 40), index + 60));
        assert(found.length <= most, `${String(maker)} (${why || 'never'}): ${found.join('\n')}`);
      }
    });
  }
});

it('a code that the tag makes itself holds no markup to begin with', () => {
  for (const text of XSS) {
    const code = encodeBrCode({ pixKey: 'a@b.example', merchantName: `x${text}`, merchantCity: `y${text}` });
    assert.match(code, /^[ -~]*$/);
  }
});
