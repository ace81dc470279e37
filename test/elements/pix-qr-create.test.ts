import { expect } from '@open-wc/testing';
import { encodeBrCode } from '../../src/formats/brcode-encode.ts';
import { CODE, json, pageOfEachTest, promised, settle, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const CPF = '05123386556';
const code = encodeBrCode({ url: 'pix.example.com/v2/abc', merchantName: 'Padaria Exemplo', merchantCity: 'Maceio' });
const CREATED = { status: 'pending', pix: { code }, statusUrl: '/payments/new' };
const key = (at: number) => page.server.asked[at]!.request.headers.get('idempotency-key');

async function form(attributes: Record<string, string> = {}): Promise<Tag> {
  const tag = await page.tag({ 'create-url': '/payments', ask: 'amount cpf', ...attributes });
  await tag.type('amount', '12.90');
  await tag.type('cpf', CPF);
  return tag;
}
const typed = (tag: Tag) => [tag.input('amount').value, tag.input('cpf').value.replace(/\D/g, '')];

describe('<pix-qr create-url>: when no code comes', () => {
  for (const [what, reply, told] of [
    ['the network fails', new TypeError('Failed to fetch'), 'network'],
    ['500', json({ message: 'stack trace' }, 500), 'bad-response'],
    ['HTML', json('<!doctype html><h1>Shop</h1>', 200), 'bad-response'],
    ['an error page', json('<h1>Bad gateway</h1>', 502), 'bad-response'],
    ['a payment without a word', json({ pix: { code } }, 201), 'bad-response'],
    ['a word that is none', json({ ...CREATED, status: 'open' }, 201), 'bad-response'],
    ['an address of a stranger', json({ ...CREATED, statusUrl: 'https://evil.example/x' }, 201), 'unsafe-url'],
    ['an address that is script', json({ ...CREATED, statusUrl: 'javascript:alert(1)' }, 201), 'unsafe-url'],
  ] as const) {
    it(`${what}: says that nothing was started, and keeps what was typed`, async () => {
      page.server.answers(reply);
      const tag = await form();
      await tag.press('Get the Pix code');
      expect(tag.text()).to.contain('We couldn’t get a code. Nothing was started. Try again.').and.not.to.contain('stack trace');
      expect(tag.said).to.contain('We couldn’t get a code.');
      expect([tag.element.status, typed(tag), tag.symbol]).to.deep.equal(['idle', ['12.90', CPF], null]);
      expect(tag.names.filter((name) => name.startsWith('payment-error'))).to.deep.equal([`payment-error ${told}`]);
      page.server.nowAnswers(json(CREATED, 201));
      await tag.press('Get the Pix code');
      expect([tag.element.status, tag.part('code')?.textContent]).to.deep.equal(['pending', code]);
    });
  }

  it('no answer for 8 s', async () => {
    page.server.answers('never');
    const tag = await form();
    await tag.press('Get the Pix code');
    await page.time.advance(8_600);
    expect([tag.element.status, tag.count('payment-error timeout'), typed(tag)]).to.deep.equal(['idle', 1, ['12.90', CPF]]);
  });

  it('Portuguese', async () => {
    page.server.answers(json('', 500));
    const tag = await form({ lang: 'pt-BR' });
    await tag.press('Gerar código Pix');
    expect(tag.text()).to.contain('Não conseguimos gerar o código. Nada foi iniciado. Tente de novo.');
  });

  for (const [what, errors, field] of [
    ['cpf', [{ field: 'cpf', message: 'This CPF is blocked.' }], 'cpf'],
    ['payer.cpf', [{ field: 'payer.cpf', message: 'This CPF is blocked.' }], 'cpf'],
    ['amount', [{ field: 'amount', message: 'At most R$ 5.00.' }], 'amount'],
  ] as const) {
    it(`a refusal of ${what} stands beside its field`, async () => {
      page.server.answers(json({ message: 'Please check the form.', code: 'invalid-field', errors }, 422));
      const tag = await form();
      await tag.press('Get the Pix code');
      const input = tag.input(field);
      expect(tag.root.getElementById(input.getAttribute('aria-describedby')!.split(' ')[0]!)!.textContent.trim()).to.equal(errors[0].message);
      expect([input.getAttribute('aria-invalid'), tag.element.status, typed(tag)]).to.deep.equal(['true', 'idle', ['12.90', CPF]]);
      expect(tag.names).to.include('payment-error refused');
      expect(tag.said).to.contain(errors[0].message);
    });
  }

  it('a refusal of the whole says the server’s sentence as text', async () => {
    page.server.answers(json({ message: 'Too many <b>tries</b>.', code: 'too-many' }, 422));
    const tag = await form();
    await tag.press('Get the Pix code');
    expect(tag.text()).to.contain('Too many <b>tries</b>.');
    expect(tag.count('payment-error refused')).to.equal(1);
  });

  for (const [what, answer] of [
    ['is not named', {}],
    ['is named by the answer too', { amount: '99.00' }],
  ] as const) {
    it(`a code for another amount than was typed is not drawn, where it ${what}`, async () => {
      const dear = encodeBrCode({ pixKey: 'a@b.example', merchantName: 'X', merchantCity: 'Y', amount: '99.00' });
      page.server.answers(json({ ...CREATED, ...answer, pix: { code: dear } }, 201));
      const tag = await form();
      await tag.press('Get the Pix code');
      expect([tag.symbol, tag.count('payment-error mismatch'), tag.element.status]).to.deep.equal([null, 1, 'idle']);
      expect(tag.text()).to.contain('It asks for R$99.00, this page for R$12.90.');
    });

    it(`nor one for another amount than the tag’s, where it ${what}`, async () => {
      const dear = encodeBrCode({ pixKey: 'a@b.example', merchantName: 'X', merchantCity: 'Y', amount: '99.00' });
      page.server.answers(json({ ...CREATED, ...answer, pix: { code: dear } }, 201));
      const tag = await page.tag({ 'create-url': '/payments', amount: '12.90' });
      await tag.press('Get the Pix code');
      expect([tag.symbol, tag.count('payment-error mismatch'), tag.element.status]).to.deep.equal([null, 1, 'idle']);
    });
  }

  it('a damaged code from the server is not drawn', async () => {
    page.server.answers(json({ ...CREATED, pix: { code: `${CODE}0` } }, 201));
    const tag = await form();
    await tag.press('Get the Pix code');
    expect([tag.symbol, tag.count('payment-error invalid-code'), tag.element.status]).to.deep.equal([null, 1, 'idle']);
  });

  it('create() without create-url rejects nothing and tells the page', async () => {
    const tag = await page.tag({ code: CODE });
    await tag.element.create();
    expect(tag.count('payment-error invalid-attribute')).to.equal(1);
    expect(tag.symbol, 'the code that can be paid stays').to.not.equal(null);
  });
});

describe('<pix-qr create-url>: one payment a press', () => {
  it('a lost answer is asked for again with the same key', async () => {
    page.server.answers(new TypeError('lost'), json('', 503), json(CREATED, 201));
    const tag = await form();
    for (let press = 0; press < 3; press++) await tag.press('Get the Pix code');
    expect([key(1), key(2)]).to.deep.equal([key(0), key(0)]);
  });

  it('after a refusal the key is another', async () => {
    page.server.answers(json({ message: 'No.' }, 422), json(CREATED, 201));
    const tag = await form();
    for (let press = 0; press < 2; press++) await tag.press('Get the Pix code');
    expect(key(1)).to.not.equal(key(0));
  });

  it('what was typed anew is another payment', async () => {
    page.server.answers(new TypeError('lost'), json(CREATED, 201));
    const tag = await form();
    await tag.press('Get the Pix code');
    await tag.type('amount', '13.00');
    await tag.press('Get the Pix code');
    expect(key(1)).to.not.equal(key(0));
  });
});

describe('payment-create: the page has its say', () => {
  it('may stop it', async () => {
    const tag = await form();
    tag.element.addEventListener('payment-create', (event) => event.preventDefault());
    await tag.press('Get the Pix code');
    expect([page.server.asked.length, tag.element.status, typed(tag), tag.names]).to.deep.equal([0, 'idle', ['12.90', CPF], ['payment-create']]);
  });

  it('may change headers', async () => {
    page.server.answers(json(CREATED, 201));
    const tag = await form();
    tag.element.addEventListener('payment-create', (event) => event.request.headers.set('x-csrf', 'token'));
    await tag.press('Get the Pix code');
    expect(page.server.asked[0]!.request.headers.get('x-csrf')).to.equal('token');
  });

  it('may answer itself, also late', async () => {
    const { promise, resolve } = promised<Response>();
    const tag = await form();
    tag.element.addEventListener('payment-create', (event) => event.respondWith(promise));
    await tag.press('Get the Pix code');
    expect([page.server.asked.length, tag.element.status]).to.deep.equal([0, 'creating']);
    resolve(json(CREATED, 201)());
    await settle();
    expect([tag.element.status, tag.part('code')!.textContent]).to.deep.equal(['pending', code]);
  });

  it('may fail to answer', async () => {
    const tag = await form();
    tag.element.addEventListener('payment-create', (event) => event.respondWith(Promise.reject(new Error('theirs'))));
    await tag.press('Get the Pix code');
    expect([tag.element.status, typed(tag)]).to.deep.equal(['idle', ['12.90', CPF]]);
    expect(tag.text()).to.contain('We couldn’t get a code.');
  });
});
