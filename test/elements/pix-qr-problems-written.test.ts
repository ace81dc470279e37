import { expect } from '@open-wc/testing';
import { type PixQr } from '../../src/elements/pix-qr.ts';
import { CODE, json, OPEN_CODE, pageOfEachTest, settle, STATUS_URL, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();

/** What was said with `console.warn`, and what nobody caught. */
let warned: string[] = [];
let thrown: string[] = [];
const warn = console.warn;
const uncaught = (event: Event) => thrown.push(String((event as ErrorEvent).error ?? (event as PromiseRejectionEvent).reason));
beforeEach(() => {
  warned = [];
  thrown = [];
  console.warn = (...said: unknown[]) => warned.push(said.join(' '));
  addEventListener('error', uncaught);
  addEventListener('unhandledrejection', uncaught);
});
afterEach(() => {
  console.warn = warn;
  removeEventListener('error', uncaught);
  removeEventListener('unhandledrejection', uncaught);
});

const SHOP = { 'pix-key': 'doe@ong.example', 'merchant-name': 'ONG', 'merchant-city': 'Recife' };
const CREATE = { 'create-url': '/payments' };
const LONG = 'x'.repeat(400);

interface Row {
  /** The other attributes. */
  readonly beside: Record<string, string>;
  readonly code: 'invalid-attribute' | 'unsafe-url' | 'invalid-code';
  /** What the sentence says besides attribute and value. */
  readonly hint: RegExp;
  readonly wrong: readonly string[];
  /** A value that is right: with it the tag shows what it should. */
  readonly right?: string;
  /** The code is drawn all the same, or the form stands. */
  readonly lives?: boolean;
}

const UNSAFE = ['javascript:pwned()', ' JAVA\tscript:pwned()', 'data:text/html,x', 'https://', 'https://user:secret@shop.example/', 'intent://x#Intent;end', 'file:///etc/passwd', `javascript:${LONG}`];
const ASKED = [...UNSAFE, 'mailto:help@shop.example', 'upi://pay'];
const LABELS = ['x'.repeat(129), 'ORD\u0007-1', '\u202eORD-1', 'ORD\u200b-1', '\u{1F600}'.repeat(65), LONG];

const ROWS: Record<string, Row> = {
  'pix-key': { beside: SHOP, code: 'invalid-attribute', hint: /write an e-mail, CPF or CNPJ digits, \+55 and telephone, or a random key/, wrong: ['not a key', '(11) 99999-9999', '123', LONG], right: 'doe@ong.example' },
  'merchant-name': { beside: SHOP, code: 'invalid-attribute', hint: /write who is paid/, wrong: ['\u65e5\u672c', '   ', '\u200b'], right: 'ONG' },
  'merchant-city': { beside: SHOP, code: 'invalid-attribute', hint: /write the city of who is paid/, wrong: ['\u65e5\u672c', ' '], right: 'Recife' },
  txid: { beside: SHOP, code: 'invalid-attribute', hint: /write 1 to 25 letters and digits, or leave it out/, wrong: ['A B', 'A-1', 'x'.repeat(26), 'caf\u00e9', LONG], right: 'A1' },
  description: { beside: SHOP, code: 'invalid-attribute', hint: /with the key it may have 73 characters/, wrong: ['x'.repeat(74), LONG], right: 'Natal' },
  amount: { beside: { code: OPEN_CODE }, code: 'invalid-attribute', hint: /write it with two decimals, such as "12\.90"/, wrong: ['12,90', '12.9', '12', '0.00', '-1.00', '1e3', '0x10', '01.00', '1.234,50', '1,234.50', 'R$ 12.90', 'NaN', 'Infinity', '1234567890123456.00', '\u0661\u0662.\u0669\u0660', '12.90 BRL', LONG], right: '12.90' },
  currency: { beside: { code: CODE }, code: 'invalid-attribute', hint: /a PIX code is in BRL/, wrong: ['brl', 'USD', 'R$', '986', 'BRLX', '\u202eBRL', LONG], right: 'BRL' },
  ask: { beside: CREATE, code: 'invalid-attribute', hint: /write amount, cpf, or both with a space between them/, wrong: ['amout', 'email', 'amount,cpf', 'AMOUNT', 'amount amount', 'amount cpf name', LONG], right: 'amount', lives: true },
  'expires-at': { beside: { code: CODE }, code: 'invalid-attribute', hint: /write ISO 8601 with offset, such as "2026-11-21T12:00:00Z"/, wrong: ['soon', '2026-11-21', '2026-11-21T12:00:00', '1763726400', '21/11/2026 12:00', '2026-13-45T12:00:00Z', LONG], right: '2026-11-21T12:30:00Z', lives: true },
  reference: { beside: { code: CODE }, code: 'invalid-attribute', hint: /write at most 128 characters, every one of them visible/, wrong: LABELS, right: 'ORD-1', lives: true },
  merchant: { beside: CREATE, code: 'invalid-attribute', hint: /write at most 128 characters, every one of them visible/, wrong: LABELS, right: 'Padaria', lives: true },
  sandbox: { beside: { code: CODE }, code: 'invalid-attribute', hint: /it counts as true; leave it out where money moves/, wrong: ['no', '0', 'off', 'FALSE!', LONG], right: 'false', lives: true },
  'allow-origins': { beside: { code: CODE }, code: 'invalid-attribute', hint: /write origins such as https:\/\/pay\.example, with spaces between them/, wrong: ['*', 'null', 'pay.example', 'https://pay.example/path', 'https://*.pay.example', 'https://u@pay.example', 'javascript:x', "'self'", LONG], right: 'https://pay.example', lives: true },
  'allow-schemes': { beside: { code: CODE }, code: 'invalid-attribute', hint: /write schemes such as upi, .*none that runs script/, wrong: ['javascript', 'Data:', 'intent', 'https', '*', 'upi://pay', '1x', `${LONG}!`], right: 'upi okto:', lives: true },
  'status-url': { beside: { code: CODE }, code: 'unsafe-url', hint: /is not followed: /, wrong: ASKED, right: STATUS_URL, lives: true },
  'events-url': { beside: { code: CODE }, code: 'unsafe-url', hint: /is not followed: /, wrong: ASKED, right: '/events', lives: true },
  'create-url': { beside: {}, code: 'unsafe-url', hint: /is not followed: /, wrong: ASKED, right: '/payments', lives: true },
  'help-url': { beside: { code: CODE }, code: 'unsafe-url', hint: /is not followed: /, wrong: UNSAFE, right: 'mailto:help@shop.example', lives: true },
  'success-url': { beside: { code: CODE }, code: 'unsafe-url', hint: /is not followed: /, wrong: UNSAFE, right: '/thanks', lives: true },
  'failure-url': { beside: { code: CODE }, code: 'unsafe-url', hint: /is not followed: /, wrong: UNSAFE, right: '/sorry', lives: true },
};

/** One `payment-error`, one sentence in the console: with the tag, the attribute, what can be shown of the value, and what it should be. */
function expectTold(tag: Tag, { code, hint }: Pick<Row, 'code' | 'hint'>, name: string, value: string): void {
  expect(tag.names.filter((one) => one.startsWith('payment-error')), value).to.deep.equal([`payment-error ${code}`]);
  const { message, recoverable } = tag.last('payment-error') as unknown as { message: string; recoverable: boolean };
  expect(recoverable).to.equal(false);
  expect(page.complaints, value).to.deep.equal([`<pix-qr> ${message}`]);
  expect(message.length, 'no longer than somebody reads').to.be.lessThan(280);
  expect(message).to.contain(`${name}="${value.trim().slice(0, 80)}`).and.to.match(hint);
  expect(thrown).to.deep.equal([]);
}

const shows = (tag: Tag) => Boolean(tag.symbol ?? tag.root.querySelector('form'));

describe('<pix-qr>: an attribute that holds what it must not', () => {
  it('has a row here, or is one of three', () => {
    const names = (customElements.get('pix-qr') as unknown as { observedAttributes: string[] }).observedAttributes;
    // A damaged code has tests of its own; the tag takes its status back.
    expect(names.filter((name) => !(name in ROWS)).sort()).to.deep.equal(['code', 'status']);
  });

  for (const [name, row] of Object.entries(ROWS)) {
    for (const value of row.wrong) {
      it(`${name}=${JSON.stringify(value.length > 60 ? `${value.slice(0, 20)}… (${value.length})` : value)} is told once, and the tag ${row.lives ? 'goes on' : 'draws nothing to pay'}`, async () => {
        const tag = await page.tag({ ...row.beside, [name]: value });
        await tag.element.updateComplete;
        await settle();
        expectTold(tag, row, name, value);
        if (row.lives) expect(shows(tag)).to.equal(true);
        else expect([shows(tag), tag.element.status, tag.part('copy-button')]).to.deep.equal([false, 'idle', null]);
        // Drawn again for whatever reason, it is not told again.
        await tag.set({ 'help-url': '/help' });
        await tag.set({ 'help-url': row.beside['help-url'] ?? (name === 'help-url' ? value : null) });
        expectTold(tag, row, name, value);
        await tag.set({ [name]: row.right ?? null });
        expect([shows(tag), tag.part('result'), thrown]).to.deep.equal([true, null, []]);
      });
    }
  }

  it('a value that was right and is wrong now is told then', async () => {
    const tag = await page.tag({ code: CODE, reference: 'ORD-1' });
    expect(page.complaints).to.deep.equal([]);
    await tag.set({ reference: LONG });
    expect(tag.count('payment-error invalid-attribute')).to.equal(1);
    await tag.set({ reference: 'ORD-2' });
    await tag.set({ reference: `${LONG}y` });
    expect(tag.count('payment-error invalid-attribute'), 'what stands in the sentence is the same').to.equal(1);
    await tag.set({ reference: '\u0007' });
    expect(tag.count('payment-error invalid-attribute')).to.equal(2);
  });

  it('each wrong entry of a list is told, and the right ones count', async () => {
    const tag = await page.tag({ code: CODE, 'allow-origins': 'https://a.example null https://b.example/x' });
    expect(page.complaints).to.have.length(2);
    expect(page.complaints[0]).to.contain('allow-origins="null"');
    expect(page.complaints[1]).to.contain('allow-origins="https://b.example/x"');
    expect(tag.symbol).to.not.equal(null);
  });

  it('a property is judged like its attribute', async () => {
    const tag = await page.tag({ code: CODE });
    Object.assign(tag.element, { reference: LONG, helpUrl: 'javascript:pwned()', allowOrigins: '*' });
    await tag.element.updateComplete;
    await settle();
    expect(tag.names.slice(1).sort()).to.deep.equal(['payment-error invalid-attribute', 'payment-error invalid-attribute', 'payment-error unsafe-url']);
  });

  for (const [written, meant] of [['statusurl', 'status-url'], ['status_url', 'status-url'], ['createurl', 'create-url'], ['pixkey', 'pix-key'], ['expires_at', 'expires-at']] as const) {
    it(`${written} is no attribute: ${meant} is meant`, async () => {
      const tag = await page.tag({ code: CODE, [written]: '/x' });
      expect(tag.names).to.deep.equal(['payment-status', 'payment-error invalid-attribute']);
      expect(page.complaints).to.deep.equal([`<pix-qr> ${written}="/x": write ${meant}.`]);
    });
  }

  it('what pages add for themselves is theirs', async () => {
    const tag = await page.tag({ code: CODE, id: 'pay', class: 'big', style: 'color: red', 'data-order': '1', 'aria-label': 'Pay', title: 'Pay', slot: '', lang: 'en', dir: 'ltr', part: 'x', 'data-v-1': '', _ngcontent: '', hidden: 'until-found' });
    expect([tag.names, page.complaints, warned]).to.deep.equal([['payment-status'], [], []]);
  });
});

describe('<pix-qr>: what looks like a secret', () => {
  for (const [name, value] of [
    ['api-key', '5f2b'], ['apikey', '5f2b'], ['secret', 'x'], ['client-secret', 'x'], ['secret-key', 'x'], ['password', 'x'], ['private_key', 'x'], ['access-token', 'x'], ['data-api-key', 'x'],
    ['reference', 'sk_live_51H8abcdef'], ['data-key', 'sk_sbox_abcdef123'], ['title', 'rk_live_abcdef'], ['data-auth', 'Bearer eyJhbGciOi'], ['data-pem', '-----BEGIN PRIVATE KEY----- MIIE'],
  ] as const) {
    it(`${name}="${value.slice(0, 12)}": the page is told where, and never what`, async () => {
      const tag = await page.tag({ code: CODE, [name]: value });
      expect(tag.names).to.deep.equal(['payment-status', 'payment-error invalid-attribute']);
      expect(page.complaints).to.have.length(1);
      expect(page.complaints[0]).to.match(new RegExp(`^<pix-qr> ${name}: this looks like a secret.* keep it on the server`));
      const { event } = tag.heard.at(-1)!;
      if (value.length > 1) expect(JSON.stringify([page.complaints, event['message'], Object.entries(event['cause'] as object)])).to.not.contain(value);
      expect(tag.symbol, 'the code is no secret').to.not.equal(null);
    });
  }

  it('a Pix key, a token of a shop’s own and a class are none', async () => {
    const tag = await page.tag({ ...SHOP, class: 'task_list disk_usage sk_', 'data-token': 'abc', 'data-key': 'risk_score_1' });
    expect([tag.count('payment-error invalid-attribute'), page.complaints]).to.deep.equal([0, []]);
  });
});

describe('<pix-qr>: a property that holds what it must not', () => {
  const set = (values: object) => page.tag({ code: OPEN_CODE }, { before: (element) => Object.assign(element, values) });

  for (const [what, payment] of [
    ['null', null], ['text', 'paid'], ['a number', 3], ['a list', []], ['nothing in it', {}], ['a word that is none', { status: 'done' }],
    ['a key of every object', { status: '__proto__' }], ['a long word', { status: LONG }],
  ] as const) {
    it(`payment: ${what}; what stood there stays`, async () => {
      const tag = await page.tag({ code: CODE });
      tag.element.payment = payment as never;
      await settle();
      expect(tag.names).to.deep.equal(['payment-status', 'payment-error invalid-attribute']);
      expect(page.complaints).to.have.length(1);
      expect(page.complaints[0]).to.match(/^<pix-qr> payment\.status=".{1,80}": write one of idle, creating, pending, /);
      expect([tag.symbol === null, tag.element.status]).to.deep.equal([false, 'pending']);
    });
  }

  for (const [field, value, shown, hint, drawn] of [
    ['amount', 12.95, '12.95', 'decimal text, such as "12.90"', false],
    ['amount', 12, '12', 'decimal text, such as "12.90"', false],
    ['amount', '12,90', '"12,90"', 'decimal text, such as "12.90"', false],
    ['amount', {}, 'an object', 'decimal text, such as "12.90"', false],
    ['expiresAt', 1763726400, '1763726400', 'ISO 8601 with offset', true],
    ['expiresAt', 'soon', '"soon"', 'ISO 8601 with offset', true],
    ['message', { _$litType$: 1, strings: ['<b>'] }, 'an object', 'text', true],
    ['message', 5, '5', 'text', true],
    ['reference', ['ORD'], 'an object', 'text', true],
    ['statusUrl', 5, '5', 'text', true],
    ['late', 'yes', '"yes"', 'true or false', true],
    ['currency', 986, '986', 'text', true],
    ['pix', { code: 12345 }, 'an object', '{ "code": text }', false],
    ['pix', 'text', '"text"', '{ "code": text }', true],
  ] as const) {
    it(`payment.${field}: ${JSON.stringify(value)} is told, and ${drawn ? 'is passed over' : 'draws nothing to pay'}`, async () => {
      const tag = await set({ payment: { status: 'pending', pix: { code: OPEN_CODE }, [field]: value } });
      expect(page.complaints.filter((line) => line.startsWith(`<pix-qr> payment.${field}=`))).to.deep.equal([page.complaints.find((line) => line.includes(`payment.${field}=${shown}: it must be ${hint}`))]);
      expect(tag.count('payment-error invalid-attribute')).to.be.within(1, 2);
      if (!drawn) expect([tag.symbol, tag.part('copy-button'), tag.element.status]).to.deep.equal([null, null, 'idle']);
      for (const status of ['paid', 'refunded', 'failed', 'processing']) {
        tag.element.payment = { status, [field]: value } as never;
        await tag.element.updateComplete;
        await settle();
        expect(tag.part('result'), status).to.not.equal(null);
      }
      expect(thrown).to.deep.equal([]);
    });
  }

  for (const [key, value, hint] of [
    ['heading', 5, 'it must be text'], ['heading', null, 'it must be text'], ['heading', { _$litType$: 1 }, 'it must be text'],
    ['order', 'Pedido', 'it must be a function'], ['paid', ['Paid', ''], 'it must be a function'], ['money', 'R$', 'it must be an object'], ['money', null, 'it must be an object'],
    ['steps', 'Pay', 'it must be a list of texts'], ['failed', 'Oh', 'it must be a list of texts'], ['failed', null, 'it must be a list of texts'],
    ['steps', [{ _$litType$: 1 }], 'it must be a list of texts'], ['failed', ['Oh', null], 'it must be a list of texts'],
    ['headding', 'Pix!', 'there is no such word'], ['constructor', 'x', 'there is no such word'], ['toString', () => 'x', 'there is no such word'],
  ] as const) {
    it(`messages.${key}: ${JSON.stringify(value)} is told, and the tag speaks its own word`, async () => {
      const tag = await set({ messages: { [key]: value, waiting: 'Take your time' } });
      expect(tag.names).to.deep.equal(['payment-status', 'payment-error invalid-attribute']);
      expect(page.complaints).to.have.length(1);
      expect(page.complaints[0]).to.contain(`messages.${key}=`).and.to.contain(hint);
      expect([tag.text('heading'), tag.text('status')]).to.deep.equal(['Pay with Pix', 'Take your time']);
      for (const status of ['paid', 'refunded', 'failed', 'expired', 'canceled', 'processing']) {
        tag.element.payment = { status } as never;
        await tag.element.updateComplete;
        expect(tag.part('result'), status).to.not.equal(null);
      }
      expect(thrown).to.deep.equal([]);
    });
  }

  it('messages: what stands in an object is judged by itself', async () => {
    const tag = await set({ amount: '12.90', messages: { money: { decimal: ',', group: 5, texts: { BRL: 'Reais #', XXX: 'x' } } } });
    expect(page.complaints.map((line) => line.replace('<pix-qr> ', ''))).to.deep.equal(['messages.money.group=5: it must be text.', 'messages.money.texts.XXX="x": there is no such word.']);
    expect(tag.text('amount')).to.equal('Reais 12,90');
  });

  for (const messages of [null, undefined, 'text', 5, [], { heading: undefined }, { heading: '' }]) {
    it(`messages=${JSON.stringify(messages) ?? 'undefined'} throws nothing`, async () => {
      const tag = await set({ messages });
      expect([tag.symbol === null, thrown]).to.deep.equal([false, []]);
    });
  }

  it('messages.lang that is no language still tells the time', async () => {
    page.server.answers({ status: 'pending' }, { status: 'paid', serverTime: page.time.iso() });
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL }, { before: (element) => Object.assign(element, { messages: { lang: 'pt_BR!' } }) });
    await page.time.advance(10_000);
    expect([tag.element.status, thrown]).to.deep.equal(['paid', []]);
    expect(tag.text('result')).to.contain('Received Nov 21, 2026');
  });

  for (const payer of [null, 'x', 5, { cpf: 5123386556 }, { cpf: null }, { cpf: {} }, []]) {
    it(`payer=${JSON.stringify(payer)} throws nothing, and is told to nobody`, async () => {
      const tag = await page.tag({ ...CREATE, ask: 'cpf' }, { before: (element) => Object.assign(element, { payer }) });
      expect([tag.input('cpf') === null, thrown, tag.names, page.complaints]).to.deep.equal([false, [], [], []]);
    });
  }

  it('parseStatus that is none is a bad answer each time, told once', async () => {
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL }, { before: (element) => Object.assign(element, { parseStatus: 'x' }) });
    await page.time.advance(60_000);
    expect(tag.names).to.deep.equal(['payment-status', 'payment-error bad-response']);
    expect(warned).to.have.length(1);
    expect(warned[0]).to.match(/parseStatus/);
  });
});

describe('<pix-qr>: what the developer reads', () => {
  it('a tag that was given nothing says what it needs, once, and is no error', async () => {
    const tag = await page.tag({});
    await page.time.advance(2_900);
    expect(warned).to.deep.equal([]);
    await page.time.advance(200);
    expect(warned).to.deep.equal(['<pix-qr> has nothing to show: it needs code, create-url, or pix-key with merchant-name and merchant-city.']);
    await tag.set({ reference: 'drawn again' });
    await page.time.advance(60_000);
    expect([warned.length, tag.names, page.complaints]).to.deep.equal([1, [], []]);
  });

  for (const [what, given] of [
    ['a code', (element: PixQr) => (element.code = CODE)],
    ['a place to ask', (element: PixQr) => (element.createUrl = '/payments')],
    ['a payment', (element: PixQr) => (element.payment = { status: 'paid' })],
  ] as const) {
    it(`a tag that is given ${what} a little later says nothing`, async () => {
      const tag = await page.tag({});
      await page.time.advance(1_000);
      given(tag.element);
      await page.time.advance(10_000);
      expect([warned, page.complaints]).to.deep.equal([[], []]);
    });
  }

  it('a tag that has left says nothing', async () => {
    const tag = await page.tag({});
    tag.element.remove();
    await page.time.advance(10_000);
    expect([warned, page.time.timers]).to.deep.equal([[], 0]);
  });

  for (const [what, answer, words] of [
    ['has no status', {}, 'has nothing as "status": it must be one of pending, processing, '],
    ['has another word', { status: 'PAID' }, 'has "PAID" as "status": it must be one of pending, '],
    ['has a number as its amount', { status: 'paid', refundedAmount: 12.9 }, 'has 12.9 as "refundedAmount": it must be decimal text, such as "12.90"'],
    ['has a long word', { status: LONG }, `has "${'x'.repeat(80)}" as "status"`],
    ['is no object', [], 'has nothing as "status"'],
  ] as const) {
    it(`an answer that ${what} is told once an outage, in the console too`, async () => {
      page.server.answers(json(answer));
      const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL });
      await page.time.advance(60_000);
      expect(tag.names).to.deep.equal(['payment-status', 'payment-error bad-response']);
      expect([warned.length, page.complaints]).to.deep.equal([1, []]);
      expect(warned[0]).to.match(/^<pix-qr> The server's answer /).and.to.contain(words);
      expect(tag.last('payment-error')['recoverable']).to.equal(true);
      page.server.nowAnswers({ status: 'pending' }, json(answer));
      await page.time.advance(120_000);
      expect(warned, 'the next outage is another').to.have.length(2);
    });
  }

  it('what a shopper typed is in no message, no event and no memory, not even where the server repeats it', async () => {
    const cpf = '05123386556';
    const echo = `The CPF ${cpf} (051.233.865-56) of ana@example.com is blocked.`;
    for (const reply of [
      json({ message: echo, code: 'refused' }, 422),
      json({ message: echo, code: 'invalid-field', errors: [{ field: 'payer.cpf', message: echo }] }, 422),
      json({ message: echo }, 500),
      json(echo, 200),
      new TypeError('Failed to fetch'),
    ]) {
      page.server.nowAnswers(reply);
      const tag = await page.tag({ ...CREATE, ask: 'amount cpf' });
      await tag.type('amount', '12.90');
      await tag.type('cpf', cpf);
      await tag.press('Get the Pix code');
      const told = tag.heard.map(({ event }) => [event['message'], event['payment'], String(event['cause']), { ...(event['cause'] as object) }]);
      expect(JSON.stringify([told, page.complaints, warned, { ...sessionStorage }])).to.not.match(/051\.?233|ana@example/);
      expect(tag.names.some((name) => name.startsWith('payment-error'))).to.equal(true);
      tag.element.remove();
    }
  });
});
