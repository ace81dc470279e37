import { expect } from '@open-wc/testing';
import { choose, collectPage, json, type Tag } from './okpay-collect-harness.ts';

const page = collectPage();
const CREATE = 'Continue to payment';
const AT = { 'create-url': '/payments', amount: '150000', reference: 'ORD-9014' };
const CREATED = { status: 'pending', statusUrl: '/payments/new', okpayCollect: { url: '/pay/1' } };

/** What the last request has asked for. */
const sent = (): Promise<Record<string, unknown>> => page.server.asked.findLast(({ method }) => method === 'POST')!.request.clone().json() as Promise<Record<string, unknown>>;
const fields = (tag: Tag): string[] => [...tag.root.querySelectorAll<HTMLInputElement>('input, select')].map(({ name }) => name);
const errors = (tag: Tag): Record<string, string> =>
  Object.fromEntries([...tag.root.querySelectorAll('.error')].filter(({ textContent }) => textContent.trim()).map(({ id, textContent }) => [id.replace('-error', ''), textContent.trim()]));

describe('<okpay-collect>: what each country wants', () => {
  for (const [what, attributes, asked] of [
    ['Indonesia', { country: 'ID', currency: 'IDR', amount: '150000.00' }, ['phone', 'name']],
    ['Indonesia, by its currency', { currency: 'IDR', amount: '150000.00' }, ['phone', 'name']],
    ['Pakistan', { country: 'PK', currency: 'PKR', amount: '1500.00' }, ['name', 'email', 'mobile', 'cnic']],
    ['India', { country: 'IN', currency: 'INR', amount: '499.00' }, []],
    ['a country by the name of something else', { country: 'constructor', currency: 'INR', amount: '499.00' }, []],
    ['Vietnam, by a bank', { currency: 'VND', 'pay-type': 'BANK_QR', banks: 'VCB, ACB' }, ['bankCode']],
    ['Vietnam, by a wallet', { currency: 'VND', 'pay-type': 'MOMO', banks: 'VCB, ACB' }, []],
    ['Vietnam, with pay types to choose', { currency: 'VND', 'pay-type': 'MOMO, BANK_QR', banks: 'VCB, ACB' }, ['payType']],
  ] as const) {
    it(`${what}: ${asked.join(', ') || 'nothing'}`, async () => {
      const tag = await page.collect({ ...AT, ...attributes });
      expect(fields(tag)).to.deep.equal(asked);
    });
  }

  it('Indonesia: phone and name are sent, and the country where the page names it', async () => {
    page.server.answers(json(CREATED, 201), { status: 'pending' });
    const tag = await page.collect({ ...AT, country: 'ID', currency: 'IDR', amount: '150000.00', 'pay-type': 'OVO', 'return-url': '/back?order=1' }, 'id');
    await tag.type('phone', ' 0812-3456 7890');
    await tag.type('name', ' Siti Rahayu ');
    await tag.press('Lanjut ke pembayaran');
    expect(await sent()).to.deep.equal({
      method: 'okpayCollect', amount: '150000.00', currency: 'IDR', reference: 'ORD-9014', country: 'ID', payType: 'OVO', returnUrl: new URL('/back?order=1', location.href).href,
      payer: { phone: '081234567890', name: 'Siti Rahayu' },
    });
    expect([tag.element.status, tag.text('amount')]).to.deep.equal(['pending', 'Rp 150.000,00']);
  });

  it('Pakistan: a CNIC typed with dashes is understood', async () => {
    page.server.answers(json(CREATED, 201), { status: 'pending' });
    const tag = await page.collect({ ...AT, currency: 'PKR', amount: '1500.00' });
    for (const [field, text] of [['name', 'Ali Khan'], ['email', 'ali@mail.example'], ['mobile', '0301 234 5678'], ['cnic', '35202-1234567-1']] as const) await tag.type(field, text);
    await tag.press(CREATE);
    expect((await sent())['payer']).to.deep.equal({ name: 'Ali Khan', email: 'ali@mail.example', phone: '03012345678', cnic: '3520212345671' });
  });

  it('Vietnam: the bank is asked for with the pay types that want one, and sent', async () => {
    page.server.answers(json(CREATED, 201), { status: 'pending' });
    const tag = await page.collect({ ...AT, currency: 'VND', 'pay-type': 'MOMO: MoMo, BANK_QR: A bank’s QR code', banks: 'VCB: Vietcombank, ACB' });
    await tag.press(CREATE);
    expect([errors(tag), page.server.asked.length]).to.deep.equal([{ payType: 'Choose how you would like to pay.' }, 0]);
    await choose(tag, 'payType', 'BANK_QR');
    expect([fields(tag), tag.text('field')]).to.deep.equal([['payType', 'bankCode'], 'How would you like to pay? Choose… MoMo A bank’s QR code']);
    await tag.press(CREATE);
    expect([errors(tag), page.server.asked.length]).to.deep.equal([{ bankCode: 'Choose your bank.' }, 0]);
    await choose(tag, 'bankCode', 'ACB');
    await tag.press(CREATE);
    expect(await sent()).to.deep.include({ payType: 'BANK_QR', payer: { bankCode: 'ACB' } });
  });

  it('a bank that is no longer offered is not sent', async () => {
    const tag = await page.collect({ ...AT, currency: 'VND', 'pay-type': 'BANK_QR', banks: 'VCB, ACB' });
    await choose(tag, 'bankCode', 'ACB');
    await tag.set({ banks: 'VCB' });
    await tag.press(CREATE);
    expect([errors(tag), page.server.asked.length]).to.deep.equal([{ bankCode: 'Choose your bank.' }, 0]);
  });

  it('payer fills the form in, and goes nowhere but to create-url', async () => {
    const tag = await page.collect({ ...AT, currency: 'PKR', amount: '1500.00' });
    tag.element.payer = { name: 'Ali Khan', email: 'ali@mail.example', phone: '03012345678', cnic: '3520212345671' } as typeof tag.element.payer;
    await tag.element.updateComplete;
    expect(['name', 'email', 'mobile', 'cnic'].map((field) => tag.input(field).value)).to.deep.equal(['Ali Khan', 'ali@mail.example', '03012345678', '3520212345671']);
  });
});

describe('<okpay-collect>: what may not be sent', () => {
  const INDONESIA = { ...AT, currency: 'IDR', amount: '150000.00' };
  const PAKISTAN = { ...AT, currency: 'PKR', amount: '1500.00' };
  for (const [attributes, field, good, bad] of [
    [INDONESIA, 'phone', ['081234567890', '+62 812-3456-7890', '62(812)34567890'], ['', '12345', '021 555', '+1 212 555 0100', '0812345678901234']],
    [INDONESIA, 'name', ['Siti', 'Ñusta O’Brien'], ['', ' ', 'A', 'A & B', 'a'.repeat(129), 'S\u202eiti']],
    [PAKISTAN, 'email', ['a@b.pk', 'ali.khan+shop@mail.example'], ['', 'ali', 'ali@mail', 'a li@mail.example', 'ali@mail..example']],
    [PAKISTAN, 'mobile', ['03012345678', '0301-2345678'], ['', '0301234567', '030123456789', '04012345678', '+923012345678']],
    [PAKISTAN, 'cnic', ['3520212345671', '35202-1234567-1', '35202 1234567 1'], ['', '352021234567', '35202123456712', '35202-1234567-X']],
  ] as const) {
    it(`${field}: ${bad.map((text) => JSON.stringify(text).slice(0, 24)).join(', ')}`, async () => {
      const tag = await page.collect(attributes);
      for (const [texts, fits] of [[bad, false], [good, true]] as const) {
        for (const text of texts) {
          await tag.type(field, text);
          await tag.press(CREATE);
          expect(Object.hasOwn(errors(tag), field), text).to.equal(!fits);
          expect(tag.input(field).getAttribute('aria-invalid'), text).to.equal(String(!fits));
        }
      }
      expect(page.server.asked).to.have.length(0);
    });
  }

  it('what the server refuses stands beside its field', async () => {
    const refusal = { code: 'invalid-field', message: 'Please check the marked fields.', errors: [{ field: 'phone', message: 'With this number you can ask once a minute.' }, { field: 'cnic', message: 'Not known.' }] };
    page.server.answers(json(refusal, 422));
    const tag = await page.collect(PAKISTAN);
    for (const [field, text] of [['name', 'Ali Khan'], ['email', 'ali@mail.example'], ['mobile', '03012345678'], ['cnic', '3520212345671']] as const) await tag.type(field, text);
    await tag.press(CREATE);
    expect(errors(tag)).to.deep.equal({ mobile: 'With this number you can ask once a minute.', cnic: 'Not known.' });
    expect([tag.element.status, tag.input('name').value]).to.deep.equal(['idle', 'Ali Khan']);
  });

  it('a list, a country or a target that is none is told', async () => {
    const tag = await page.collect({ ...AT, currency: 'VND', country: 'Vietnam', 'pay-type': 'BANK QR', banks: 'VCB; ACB' });
    expect(tag.count('payment-error invalid-attribute')).to.equal(3);
  });
});
