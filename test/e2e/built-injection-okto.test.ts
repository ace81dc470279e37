import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { oktoCashStates } from '../../src/locales/en/okto-cash-barcode-states.ts';
import { octopusStates } from '../../src/locales/en/octopus-pay-states.ts';
import { okpayCollectStates } from '../../src/locales/en/okpay-collect-states.ts';
import { oktoWalletStates } from '../../src/locales/en/okto-wallet-qr-states.ts';
import { XSS } from '../vectors/xss.ts';
import { sharedBrowser } from './browser.ts';
import { BuiltSite } from './built-site.ts';
import { assertText, type Injected, injecting, kindOf } from './injection.ts';

/** What is done with a text, one moment of a tag's life after the other; what the tags differ in is given. */
const MOMENTS = `
  let device = '';
  Object.defineProperty(navigator, 'userAgent', { get: () => device });
  const DEVICES = ['iPhone', 'Android Mobile', 'X11'];
  const CREATES = { 'create-url': '/x/payments', currency: 'EUR' };
  const WAITING = ['idle', 'creating', 'pending'];
  /** One text in three states, the next one in others. */
  const third = (at) => statuses.filter((_, nth) => nth % 3 === at % 3);
  addEventListener('payment-open', (event) => event.preventDefault());
  const SAVED = [];
  URL.createObjectURL = (file) => { SAVED.push(file); return '/x/saved'; };
  HTMLAnchorElement.prototype.click = () => undefined;

  /** Waits until what is known is drawn. */
  async function drawn(changes) {
    Object.assign(tag, changes);
    await tag.updateComplete;
  }
  /** Fills in what is asked for, and presses. */
  async function press(answered) {
    answer = answered;
    for (const input of tag.shadowRoot.querySelectorAll('input')) if (!input.checked) input.dispatchEvent(new Event('change', { bubbles: true }, input.checked = true));
    await tag.create();
    await tag.updateComplete;
  }

  globalThis.MOMENTS = {
    async attributes(text, at) {
      device = DEVICES[at % 3];
      const names = [...tag.constructor.observedAttributes, 'title', 'lang', 'dir', 'class', 'id', 'slot', 'part', 'data-x', 'aria-label', 'unheard-of'];
      const all = Object.fromEntries(names.map((name) => [name, text]));
      await fresh({ ...all, ...Object.fromEntries(Object.keys(code).map((name) => [name, ''])), ...CREATES, amount: '' });
      look('form', text, text);
      await fresh({ ...all, ...code, 'create-url': text });
      look('code', text, text);
      // What keeps all others from being shown: one after the other.
      for (const name of Object.keys(code)) {
        tag.setAttribute(name, text);
        await drawn();
        look('attribute ' + name, text);
        tag.setAttribute(name, code[name]);
      }
    },
    async refusals(text) {
      await fresh({ ...CREATES, ...asks });
      await press([422, { message: text, code: text, errors: [] }]);
      look('refusal', text, text);
      await press([422, { message: text, code: text, errors: ['amount', 'termsAcceptedAt', 'terms', text, '__proto__'].map((field) => ({ field, message: text })) }]);
      look('refused field', text, text);
    },
    async statuses(text, at) {
      const payment = { message: text, reference: text, id: text, amount: text, currency: text, reason: text, method: text, expiresAt: text, statusUrl: text, eventsUrl: text, refundedAmount: text };
      for (const status of third(at)) {
        for (const value of Object.values(answers(text))) {
          await drawn({ payment: { ...payment, [field]: value, status } });
          look('payment ' + (WAITING.includes(status) ? 'waiting' : 'over'), text, text);
        }
      }
    },
    async answers(text, at) {
      device = DEVICES[at % 3];
      const good = { status: 'pending', reference: text, message: text, id: text, method: text, reason: text, currency: 'EUR', [field]: fields, text, [text]: text };
      await fresh({ ...CREATES, ...asks });
      await press([201, { ...good, statusUrl: '/x/' + encodeURIComponent(text.toWellFormed()) }]);
      look('created', text, text);
      for (const status of [['processing', 'failed'], ['failed', text], ['processing', 'paid'], ['paid', 'refunded']][at % 4]) {
        answer = [200, { ...good, status }];
        await tag.refresh();
        await tag.updateComplete;
        look('answered', text, text);
      }
      // What makes the code, and each field that must be another thing than text: one after the other.
      const others = [...Object.entries(answers(text)).map(([name, value]) => [name, { [field]: value }]), ...TYPED.map((name) => [name, { [name]: text }])];
      for (const [name, wrong] of others.filter((_, other) => other % 4 === at % 4)) {
        await drawn({ payment: { status: 'idle' } });
        await press([201, { ...good, ...wrong }]);
        look('created with ' + name, text);
      }
    },
    async messages(text, at) {
      device = DEVICES[at % 3];
      const messages = said(kinds, text);
      await fresh({ ...CREATES, ...asks, sandbox: '', 'help-url': 'https://shop.example/help' }, { messages });
      await tag.create();
      look('messages form', text, text);
      for (const status of [statuses[at % statuses.length]]) {
        await drawn({ payment: { status, [field]: fields, currency: 'EUR', expiresAt: new Date(Date.now() + 50_000).toISOString() } });
        look('messages in a state', text, text);
      }
      await drawn({ payment: { status: 'pending', [field]: fields, currency: 'EUR' } });
      tag.shadowRoot.querySelector('a.main')?.dispatchEvent(new MouseEvent('click', { cancelable: true }));
      await tag.updateComplete;
      look('messages opened', text, text);
      await tag.copy();
      await tag.updateComplete;
      look('messages copied', text, text);
    },
    async till(text) {
      if (!tag.shadowRoot.querySelector('dialog')) {
        await fresh({ ...code, reference: 'x' });
        await tag.showAtTill();
      }
      await drawn({ reference: text, merchant: text, messages: undefined, gs1Pattern: '' });
      look('till', text, text);
      await drawn({ messages: said(kinds, text), gs1Pattern: '(01)0{packageId}(21){paymentCode}(10)' + text.replace(/[^\\w!"%&'()*+,./:;<=>?-]/g, '').slice(0, 20) });
      look('till messages', text, text);
      const readable = tag.shadowRoot.querySelector('dialog [part=readable]')?.textContent ?? '';
      seen['till bars'] = (seen['till bars'] ?? 0) + readable.includes('(10)');
    },
    async paper(text) {
      const put = document.createElement('p');
      put.slot = 'instructions';
      put.textContent = text;
      device = 'X11';
      await fresh({ ...code, reference: text, merchant: text, sandbox: '', 'help-url': 'https://shop.example/help' }, { messages: said(kinds, text) });
      tag.append(put);
      await tag.print();
      look('paper', text, text);
      dispatchEvent(new Event('afterprint'));
      put.remove();
      SAVED.length = 0;
      await tag.save('svg');
      const file = await SAVED[0].text();
      const drawing = file.replace(/^<svg[^<>]*><title>[^<>]*<\\/title><path[^<>]*\\/><path[^<>]*\\/><\\/svg>$/, '');
      if (drawing) findings.push(['file', text, drawing.slice(0, 200)]);
      if (!/^[\\w.-]+\\.svg$/.test(SAVED[0].name)) findings.push(['file', text, SAVED[0].name]);
    },
  };

  /** Each field that the contract has for the tag's method, with the text in its place. */
  const answers = (text) => Object.fromEntries(hostile.map((name) => [field + '.' + name, { ...fields, [name]: text }]));
  const TYPED = ['version', 'expiresAt', 'serverTime', 'pollAfterMs', 'late', 'refundedAmount', 'amount', 'currency', 'statusUrl', 'eventsUrl', 'status'];
`;

const CASH: Injected = {
  tag: 'okto-cash-barcode',
  moments: MOMENTS,
  given: {
    kinds: kindOf(oktoCashStates),
    code: { 'package-id': '8055348521276', 'payment-code': '1234567', 'gs1-pattern': '', amount: '10.00', currency: 'EUR' },
    asks: { amounts: '10.00 25.00', 'terms-url': '/terms' },
    field: 'oktoCash',
    fields: { packageId: '8055348521276', paymentCode: '1234567' },
    hostile: ['packageId', 'paymentCode', 'gs1Pattern'],
  },
};
const WALLET: Injected = {
  tag: 'okto-wallet-qr',
  moments: MOMENTS,
  given: {
    kinds: kindOf(oktoWalletStates),
    code: { code: 'okto-payment-1', amount: '10.00', currency: 'EUR' },
    asks: {},
    field: 'oktoWallet',
    fields: { code: 'okto-payment-1', appUrl: '/app' },
    hostile: ['code', 'appUrl'],
  },
};

const OCTOPUS: Injected = {
  tag: 'octopus-pay',
  moments: MOMENTS.replaceAll("currency: 'EUR'", "currency: 'HKD'"),
  given: {
    kinds: kindOf(octopusStates),
    code: { token: 'zjsdhd3', 'landing-url': '/landing', amount: '10.00', currency: 'HKD' },
    asks: {},
    field: 'octopus',
    fields: { token: 'zjsdhd3', octopusUri: 'octopus://payment?token=zjsdhd3', landingUrl: '/landing' },
    hostile: ['token', 'octopusUri', 'landingUrl'],
  },
};

const COLLECT: Injected = {
  tag: 'okpay-collect',
  moments: MOMENTS,
  given: {
    kinds: kindOf(okpayCollectStates),
    code: { url: '/pay', amount: '10.00', currency: 'EUR' },
    asks: {},
    field: 'okpayCollect',
    fields: { url: '/pay' },
    hostile: ['url', 'upi'],
  },
};

/** Where each text has to be read by the shopper, or a test that sees no markup would see no text either. */
const SHOWN: Readonly<Record<string, Parameters<typeof assertText>[3]>> = {
  attributes: ['form', 'code'],
  refusals: ['refusal', 'refused field'],
  statuses: [['payment over', 4]],
  answers: ['created', ['answered', 2]],
  messages: ['messages form', 'messages in a state', 'messages opened', 'messages copied'],
  paper: ['paper'],
};

/** `<pix-qr>` takes every text, and what all tags share with it; of these some stand for all, with `EVERY_TEXT=1` every one. */
const EVERY_TEXT = Boolean(process.env['EVERY_TEXT']);

for (const csp of [true, false]) {
  describe(`text in the built tags of OKTO, Octopus and OKPAY, ${csp ? 'under the strict policy' : 'without a policy'}`, () => {
    const texts = XSS.filter((_, at) => at % (EVERY_TEXT ? 1 : csp ? 4 : 12) === 0);
    let site: BuiltSite;
    let browser: Browser;
    before(async () => {
      site = await BuiltSite.open();
      browser = await sharedBrowser();
    });
    after(async () => {
      await site?.close();
    });

    for (const injected of [CASH, WALLET, OCTOPUS, COLLECT]) {
      // What these two have goes the way of the others': fewer stand for all.
      const tried = !EVERY_TEXT && (injected === OCTOPUS || injected === COLLECT) ? texts.filter((_, at) => at % 3 === 0) : texts;
      it(`<${injected.tag}>: ${tried.length} texts are never markup, style, script or a request`, () =>
        injecting(browser, site, injected, csp, async (visit) => {
          // Without a code there is nothing to print.
          for (const [moment, shown] of Object.entries(SHOWN).filter(([moment]) => moment !== 'paper' || injected !== COLLECT)) await assertText(visit, moment, tried, shown);
          if (injected === CASH) await assertText(visit, 'till', texts, ['till', 'till messages', 'till bars']);
        }));
    }
  });
}
