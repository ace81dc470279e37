import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { okpayCollect, type OkpayCollectSettings } from '../../src/server.ts';
import { openCollectShop, SETTINGS } from './collect-shop.ts';

const settings = {
  payTypes: { INR: ['UPI'], IDR: ['QRIS', 'VA'], VND: ['BANK_QR', 'BANK_TRANSFER', 'BANK_ONLINE', 'MOMO'], PKR: ['EASYPAISA'] },
  banks: { VND: ['VCB', 'ACB'] },
};
const open = () => openCollectShop({ settings, between: () => Response.json({ code: 0, data: { url: 'https://okpay.example/p' } }) });

const IDR = { currency: 'IDR', payType: 'QRIS', payer: { phone: '+62 812-3456-7890', name: ' Siti Rahma ' } };
const VND = { currency: 'VND', amount: '50000', payType: 'BANK_QR', payer: { bankCode: 'VCB' } };
const PKR = { currency: 'PKR', payer: { name: 'Ali Khan', email: 'ali@mail.example', phone: '0300-1234567', cnic: '35202-1234567-1' } };

describe('what OKPAY Collect and Pay is sent of a payer', () => {
  const SENT: [what: string, draft: object, sent: Record<string, string>][] = [
    ['nothing in India', { payer: { name: 'Asha', phone: '+911234567890', email: 'a@b.example' } }, {}],
    ['phone and name in Indonesia', IDR, { reserve1: '+6281234567890', reserve2: 'Siti Rahma' }],
    ['the bank in Vietnam', VND, { reserve1: 'VCB' }],
    ['the bank for another transfer', { ...VND, payType: 'BANK_TRANSFER', payer: { bankCode: 'ACB' } }, { reserve1: 'ACB' }],
    ['no bank where the pay type wants none', { ...VND, payType: 'MOMO' }, {}],
    ['four fields in Pakistan', PKR, { realname: 'Ali Khan', email: 'ali@mail.example', phone: '03001234567', reserve1: '3520212345671' }],
  ];
  for (const [what, draft, sent] of SENT) {
    it(`is ${what}`, async () => {
      const shop = open();
      assert.equal((await shop.create(draft)).status, 201);
      const { params } = shop.asked[0]!;
      const OF_THE_PAYER = ['realname', 'email', 'phone', 'reserve1', 'reserve2', 'reserve3', 'userIp', 'attach'];
      assert.deepEqual(Object.fromEntries(Object.entries(params).filter(([name]) => OF_THE_PAYER.includes(name))), sent);
    });
  }
});

describe('before OKPAY Collect and Pay is asked', () => {
  const pk = (payer: object) => ({ ...PKR, payer: { ...PKR.payer, ...payer } });
  const WRONG: [what: string, draft: object, field: string, message?: RegExp][] = [
    ['a pay type that is not on offer', { payType: 'CARD' }, 'payType'],
    ['no pay type where there are several', { ...IDR, payType: undefined }, 'payType'],
    ['no phone in Indonesia', { ...IDR, payer: { name: 'Siti' } }, 'phone', /needed/],
    ['a phone of another country in Indonesia', { ...IDR, payer: { ...IDR.payer, phone: '+6591234567' } }, 'phone', /correctly/],
    ['no name in Indonesia', { ...IDR, payer: { ...IDR.payer, name: ' ' } }, 'name', /needed/],
    ['a & in a name', { ...IDR, payer: { ...IDR.payer, name: 'Siti&status=1' } }, 'name', /correctly/],
    ['no bank in Vietnam', { ...VND, payer: {} }, 'bankCode', /choose your bank/],
    ['a bank that is not on the list', { ...VND, payer: { bankCode: 'vcb' } }, 'bankCode', /correctly/],
    ['no e-mail in Pakistan', pk({ email: undefined }), 'email', /needed/],
    ['a & in an e-mail', pk({ email: 'a&b@mail.example' }), 'email'],
    ['no name in Pakistan', pk({ name: undefined }), 'name', /needed/],
    ['a phone that begins otherwise', pk({ phone: '13001234567' }), 'phone', /correctly/],
    ['a phone with ten digits', pk({ phone: '0300123456' }), 'phone'],
    ['a phone with twelve digits', pk({ phone: '030012345678' }), 'phone'],
    ['a phone with other digits', pk({ phone: '0300١٢٣٤٥٦٧' }), 'phone'],
    ['no identity card number', pk({ cnic: undefined }), 'cnic', /needed/],
    ['one with twelve digits', pk({ cnic: '352021234567' }), 'cnic', /correctly/],
    ['a way back to a stranger', { returnUrl: 'https://evil.example/' }, 'returnUrl'],
    ['a way back with a user', { returnUrl: 'https://shop.example@evil.example/' }, 'returnUrl'],
    ['a way back with a &', { returnUrl: 'https://shop.example/?a=1&money=1' }, 'returnUrl'],
    ['a way back without https', { returnUrl: 'http://shop.example/' }, 'returnUrl'],
  ];
  for (const [what, draft, field, message = /./] of WRONG) {
    it(`${what} is told beside the field, and nothing is kept or sent`, async () => {
      const shop = open();
      const { status, body } = await shop.create(draft);
      assert.deepEqual([status, body.code, body.errors.map((one) => one.field)], [422, 'invalid-field', [field]]);
      assert.match(body.errors[0]!.message, message);
      assert.deepEqual([shop.asked.length, shop.seen.filter(({ type }) => type === 'payment-created').length], [0, 0]);
    });
  }

  it('a page may have the payer come back to an origin of the settings', async () => {
    const shop = open();
    assert.equal((await shop.create({ returnUrl: 'https://shop.example/orders/9?paid=1' })).status, 201);
    assert.equal(shop.asked[0]!.params['returnUrl'], 'https://shop.example/orders/9?paid=1');
  });

  it('one number in Pakistan asks once a minute, however it is typed, and others do not wait for it', async () => {
    const shop = open();
    assert.equal((await shop.create(PKR)).status, 201);
    shop.clock.time += 59_999;
    const { status, body } = await shop.create(pk({ phone: '0300 123 4567' }));
    assert.deepEqual([status, body.code, body.errors.map(({ field }) => field)], [422, 'too-many', ['phone']]);
    assert.equal((await shop.create(pk({ phone: '03007654321' }))).status, 201);
    shop.clock.time += 1;
    assert.equal((await shop.create(PKR)).status, 201);
    assert.equal(shop.asked.length, 3);
  });

  it('a wrong field takes no number’s minute', async () => {
    const shop = open();
    assert.equal((await shop.create(pk({ cnic: '1' }))).status, 422);
    assert.equal((await shop.create(PKR)).status, 201);
  });

  it('nothing of the payer is kept, logged or answered', async () => {
    const shop = open();
    const answers = [await shop.create(PKR), await shop.create(IDR), await shop.create(PKR), await shop.create(pk({ cnic: '1234' }))];
    const said = JSON.stringify([answers, shop.seen, shop.warnings, await shop.store.find('attempt', shop.attempt())]);
    for (const secret of ['Ali', 'ali@', '1234567', '3001', '35202', 'Siti', '0812']) assert.ok(!said.includes(secret), secret);
  });
});

describe('settings of OKPAY Collect and Pay that cannot work', () => {
  for (const [what, more, word] of [
    ['no pay type', { payTypes: {} }, /payTypes is empty/],
    ['a currency that is none', { payTypes: { inr: ['UPI'] } }, /ISO 4217/],
    ['an empty list', { payTypes: { INR: [] } }, /payTypes\.INR/],
    ['a pay type that wants a bank, without banks', { payTypes: { VND: ['BANK_QR'] } }, /banks\.VND is required/],
    ['a bank with a &', { banks: { VND: ['A&B'] } }, /banks\.VND/],
    ['a way back without https', { returnUrl: 'http://shop.example' }, /returnUrl/],
    ['an origin with a path', { returnOrigins: ['https://shop.example/a'] }, /returnOrigins/],
    ['a host with a scheme', { hosts: ['https://pay.example'] }, /hosts/],
    ['no hosts', { hosts: [] }, /hosts/],
    ['an empty reply', { reply: '' }, /reply/],
    ['a complaint that is no function', { complaint: 'name|phone' as never }, /complaint/],
  ] as [string, Partial<OkpayCollectSettings>, RegExp][]) {
    it(`${what}: nothing starts`, () => assert.throws(() => okpayCollect({ ...SETTINGS, ...more }), word));
  }
});
