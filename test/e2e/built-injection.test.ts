import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { encodeBrCode } from '../../src/formats/brcode-encode.ts';
import { crc16 } from '../../src/formats/crc16.ts';
import { STATUSES } from '../../src/formats/payment.ts';
import { pixStates } from '../../src/locales/en/pix-qr-states.ts';
import { SHORT, XSS } from '../vectors/xss.ts';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, type Visit } from './built-site.ts';
import { CHARGES } from './charges.ts';
import { assertText, type Found, injecting, kindOf } from './injection.ts';

/** A static code to a payee and a city of any letters, and with any text for the payer. */
function codeTo(name: string, note: string): string {
  const field = (id: string, value: string) => id + String([...value].length).padStart(2, '0') + value;
  const text = `000201${field('26', field('00', 'br.gov.bcb.pix') + field('01', 'a@b.example') + (note && field('02', note)))}52040000530398654042.505802BR${field('59', name)}${field('60', name.slice(0, 15))}62070503***6304`;
  return text + crc16(text);
}

/** What is done with a text, one moment of the tag's life after the other. */
const MOMENTS = `
  globalThis.MOMENTS = {
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
  globalThis.tryCodes = async (codes) => {
    for (const [payee, code] of codes) {
      await fresh({ code });
      look('payee', payee, payee);
      if (tag.shadowRoot.querySelector('[part=symbol]')?.getAttribute('aria-label').includes(payee)) seen.labelled = (seen.labelled ?? 0) + 1;
    }
    return { findings: findings.splice(0, 20), seen };
  };
`;

const PIX = { tag: 'pix-qr', moments: MOMENTS, given: { kinds: kindOf(pixStates), code: CHARGES.static } };

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
      browser = await sharedBrowser();
    });
    after(async () => {
      await site?.close();
    });

    const reading = (live: (visit: Visit) => Promise<void>) => injecting(browser, site, PIX, csp, live);

    for (const [moment, shown] of Object.entries(SHOWN)) {
      it(`${moment}: ${texts.length} texts are never markup, style, script or a request`, () =>
        reading((visit) => assertText(visit, moment, texts, shown)));
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
