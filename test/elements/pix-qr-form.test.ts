import { expect } from '@open-wc/testing';
import { encodeBrCode } from '../../src/formats/brcode-encode.ts';
import cpfs from '../vectors/cpf.json' with { type: 'json' };
import { json, pageOfEachTest, settle, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const ASK = { 'create-url': '/payments', ask: 'amount cpf' };
/** The test payer of the provider's documents. */
const CPF = '05123386556';

const dynamicCode = encodeBrCode({ url: 'pix.example.com/v2/abc', merchantName: 'Padaria Exemplo', merchantCity: 'Maceio' });
const CREATED = { id: 'x', status: 'pending', method: 'pix', pix: { code: dynamicCode }, statusUrl: '/payments/new', version: 1 };
const created = (more: Record<string, unknown> = {}) => json({ ...CREATED, ...more }, 201);

async function filled(attributes: Record<string, string> = {}, amount = '12.90', cpf = CPF): Promise<Tag> {
  const tag = await page.tag({ ...ASK, ...attributes });
  if (tag.input('amount')) await tag.type('amount', amount);
  if (tag.input('cpf')) await tag.type('cpf', cpf);
  return tag;
}
const error = (tag: Tag, field: string): string => {
  const ids = (tag.input(field).getAttribute('aria-describedby') ?? '').split(/\s+/);
  return ids.map((id) => tag.root.getElementById(id)?.textContent.trim() ?? `no #${id}`).filter(Boolean).join(' ');
};

describe('<pix-qr ask>: the form', () => {
  it('asks for what ask names, each field with its label, and nothing is created by appearing', async () => {
    const tag = await page.tag(ASK);
    for (const [field, label] of [['amount', 'Amount'], ['cpf', 'CPF']] as const) {
      expect([...tag.input(field).labels!].map((one) => one.textContent.trim()), field).to.deep.equal([label]);
    }
    expect(error(tag, 'cpf')).to.equal('11 digits. The shop’s bank asks for it to make the charge.');
    expect([tag.acts, tag.element.status, tag.symbol]).to.deep.equal([['Get the Pix code'], 'idle', null]);
    await page.time.advance(60_000);
    expect([page.server.asked.length, tag.names]).to.deep.equal([0, []]);
  });

  for (const [ask, fields] of [['cpf', ['cpf']], ['amount', ['amount']], ['', []], ['cpf amount', ['cpf', 'amount']], ['shoe-size', []]] as const) {
    it(`ask="${ask}"`, async () => {
      const tag = await page.tag({ ...ASK, ask });
      expect([...tag.root.querySelectorAll('input')].map(({ name }) => name)).to.deep.equal(fields);
    });
  }

  for (const [lang, amount, shown] of [['en', '12.90', '12.90'], ['pt-BR', '12.90', '12,90'], ['pt-BR', '', '']] as const) {
    it(`the page's amount ${amount || '(none)'} stands there in ${lang} as ${shown || 'nothing'}`, async () => {
      const tag = await page.tag({ ...ASK, amount }, { lang });
      expect(tag.input('amount').value).to.equal(shown);
    });
  }

  it('Portuguese', async () => {
    const tag = await page.tag(ASK, { lang: 'pt-BR' });
    expect([...tag.root.querySelectorAll('label')].map((label) => label.textContent)).to.deep.equal(['Valor', 'CPF']);
    expect(error(tag, 'cpf')).to.equal('11 números. O banco da loja pede o CPF para gerar a cobrança.');
    await tag.press('Gerar código Pix');
    expect([error(tag, 'amount'), error(tag, 'cpf')]).to.deep.equal([
      'Digite um valor, como 12,90.', 'Este CPF não é válido. Confira os 11 números. 11 números. O banco da loja pede o CPF para gerar a cobrança.',
    ]);
  });

  it('the payer that the page has already is filled in', async () => {
    const tag = await page.tag(ASK, { before: (element) => (element.payer = { cpf: CPF }) });
    expect(tag.input('cpf').value).to.equal('051.233.865-56');
  });

  for (const [what, field, typed] of [
    ['no amount', 'amount', ''], ['nothing to pay', 'amount', '0.00'], ['words', 'amount', 'twelve'], ['three decimals', 'amount', '12.901'],
    ['less than nothing', 'amount', '-1'], ['no CPF', 'cpf', ''],
    ...cpfs.vectors.filter(({ valid }) => !valid).map(({ cpf }) => ['a wrong CPF', 'cpf', cpf] as const),
  ] as const) {
    it(`${what} ("${typed}") is said beside the field, and nothing is sent`, async () => {
      const tag = await filled();
      await tag.type(field, typed);
      await tag.press('Get the Pix code');
      const said = field === 'cpf' ? 'This CPF is not valid. Check its 11 digits.' : 'Type an amount, such as 12.90.';
      expect(error(tag, field)).to.contain(said);
      expect(tag.input(field).getAttribute('aria-invalid')).to.equal('true');
      expect(tag.input(field === 'cpf' ? 'amount' : 'cpf').getAttribute('aria-invalid')).to.equal('false');
      expect([page.server.asked.length, tag.element.status, tag.names, tag.said]).to.deep.equal([0, 'idle', [], said]);
      await tag.type(field, field === 'cpf' ? CPF : '12.90');
      expect([tag.input(field).getAttribute('aria-invalid'), error(tag, field).includes(said)]).to.deep.equal(['false', false]);
    });
  }

  for (const [typed, sent] of [['12.90', '12.90'], ['12,9', '12.90'], ['R$ 1.234,50', '1234.50'], ['7', '7.00']] as const) {
    it(`the amount "${typed}" is sent as ${sent}`, async () => {
      page.server.answers(created());
      const tag = await filled({}, typed);
      await tag.press('Get the Pix code');
      expect(((await page.server.asked[0]!.request.json()) as { amount: string }).amount).to.equal(sent);
    });
  }

  it('Enter in a field asks too', async () => {
    page.server.answers(created());
    const tag = await filled();
    tag.root.querySelector('form')!.requestSubmit();
    await settle();
    expect(page.server.asked).to.have.length(1);
  });
});

describe('<pix-qr create-url>: what is sent', () => {
  it('POST with the JSON of the contract and a key of its own', async () => {
    page.server.answers(created());
    const tag = await filled({ reference: 'ORD-5023', currency: 'BRL' }, '12,90', '051.233.865-56');
    await tag.press('Get the Pix code');
    const [{ request, method, url }] = page.server.asked as [(typeof page.server.asked)[number]];
    expect([method, url, request.headers.get('content-type'), request.credentials]).to.deep.equal([
      'POST', new URL('/payments', location.href).href, 'application/json', 'same-origin',
    ]);
    expect(await request.json()).to.deep.equal({ method: 'pix', amount: '12.90', currency: 'BRL', reference: 'ORD-5023', payer: { cpf: CPF } });
    expect(request.headers.get('idempotency-key')).to.match(/^[\w-]{20,}$/);
  });

  it('the page’s amount where the shopper is not asked for one, and no payer', async () => {
    page.server.answers(created());
    const tag = await page.tag({ 'create-url': '/payments', amount: '9.00' });
    await tag.element.create();
    expect(await page.server.asked[0]!.request.json()).to.deep.equal({ method: 'pix', amount: '9.00', currency: 'BRL' });
  });

  it('while it is asked for: no code, no form, and it says so', async () => {
    const answer = page.server.holds();
    const tag = await filled();
    await tag.press('Get the Pix code');
    expect([tag.element.status, tag.symbol, tag.root.querySelector('form'), tag.text('status'), tag.said]).to.deep.equal([
      'creating', null, null, 'Getting your code…', 'Getting your code…',
    ]);
    await tag.element.create();
    expect(page.server.asked, 'one press, one request').to.have.length(1);
    answer(created());
    await settle();
    expect(tag.element.status).to.equal('pending');
  });

  it('then the code with payee and amount, and its own status address is asked', async () => {
    page.server.answers(created(), { status: 'paid' });
    const tag = await filled();
    await tag.press('Get the Pix code');
    expect([tag.part('code')!.textContent, tag.text('amount'), tag.text('merchant')]).to.deep.equal([dynamicCode, 'R$12.90', 'Padaria Exemplo']);
    expect(tag.heard.map(({ type, event }) => `${type} ${String(event['status'] ?? '')}`.trim())).to.deep.equal([
      'payment-create', 'payment-status creating', 'payment-status pending',
    ]);
    expect(tag.last('payment-status')['source']).to.equal('create');
    await page.time.advance(3_000);
    expect([page.server.asked[1]!.url, tag.element.status]).to.deep.equal([new URL('/payments/new', location.href).href, 'paid']);
  });

  it('the answer’s time sets the clock at once', async () => {
    page.time.wrongByMs = -86_400_000;
    page.server.answers(created({ serverTime: page.time.iso(), expiresAt: page.time.iso(900_000) }));
    const tag = await filled();
    await tag.press('Get the Pix code');
    expect(tag.text('clock')).to.match(/^(15:00|14:59) left$/);
  });

  it('an expired code is renewed in place', async () => {
    page.server.answers(created(), { status: 'expired' }, created({ statusUrl: '/payments/second' }), { status: 'paid' });
    const tag = await filled();
    await tag.press('Get the Pix code');
    await page.time.advance(3_000);
    expect(tag.element.status).to.equal('expired');
    await tag.press('Get a new code');
    expect([tag.element.status, tag.part('code')?.textContent]).to.deep.equal(['pending', dynamicCode]);
    await page.time.advance(3_000);
    expect([page.server.asked.at(-1)!.url.endsWith('/payments/second'), tag.count('payment-paid'), tag.last('payment-paid')['late']]).to.deep.equal([true, 1, false]);
  });
});
