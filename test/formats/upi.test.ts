import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from '../../src/formats/problem.ts';
import { readUpi } from '../../src/formats/upi.ts';

describe('readUpi', () => {
  // As UPI apps, banks' manuals and the linking specification of NPCI write them.
  for (const [text, id, name, amount] of [
    ['upi://pay?pa=nadeem@npci&pn=nadeem%20chinna&mc=0000&tid=cxnkjcnkjdfdvjndkjfvn&tr=4894398cndhcd23&tn=Pay%20to%20mystar%20store&am=10&mam=null&cu=INR&url=https://mystar.com/orderid=9298yw89e8973e87389e78923ue892', 'nadeem@npci', 'nadeem chinna', '10.00'],
    ['upi://pay?pa=example.crafts@okbank&pn=Example%20Crafts&am=499.00&cu=INR', 'example.crafts@okbank', 'Example Crafts', '499.00'],
    ['UPI://PAY?pa=shop-1@upi&am=0.5', 'shop-1@upi', '', '0.50'],
    ['upi://pay/?am=1.&pa=9876543210@ybl', '9876543210@ybl', '', '1.00'],
    ['upi://pay?pa=a1@b2', 'a1@b2', '', undefined],
    ['upi://pay?pa=ab@upi&am=', 'ab@upi', '', undefined],
    ['upi://pay?pa=ab@upi&am=0.00', 'ab@upi', '', undefined],
    ['upi://pay?pa=ab%40upi&pn=A+B&am=0012.30&cu=inr', 'ab@upi', 'A B', '12.30'],
  ] as const) {
    it(text, () => assert.deepEqual(readUpi(text), { id, name, amount }));
  }

  for (const [what, text, named] of [
    ['another scheme', 'https://pay?pa=ab@upi', 'upi://pay?'],
    ['another act', 'upi://mandate?pa=ab@upi', 'upi://pay?'],
    ['another host', 'upi://pay.example/?pa=ab@upi', 'upi://pay?'],
    ['nothing asked', 'upi://pay', 'upi://pay?'],
    ['no payee', 'upi://pay?pn=Shop&am=1.00', 'pa '],
    ['a payee that is no UPI id', 'upi://pay?pa=shop', 'pa '],
    ['two payees', 'upi://pay?pa=shop@upi&pa=thief@upi', 'pa '],
    ['two amounts', 'upi://pay?pa=shop@upi&am=1.00&am=900.00', 'am '],
    ['an amount with a comma', 'upi://pay?pa=shop@upi&am=1,00', 'am '],
    ['an amount below zero', 'upi://pay?pa=shop@upi&am=-1', 'am '],
    ['an amount of three decimals', 'upi://pay?pa=shop@upi&am=1.005', 'am '],
    ['an amount that is a word', 'upi://pay?pa=shop@upi&am=null', 'am '],
    ['another currency', 'upi://pay?pa=shop@upi&am=1.00&cu=USD', 'cu '],
    ['a name that turns text around', 'upi://pay?pa=shop@upi&pn=%E2%80%AE', 'pn '],
    ['an invisible character', 'upi://pay?pa=shop@upi&tn=\u200b', 'visible'],
    ['too many characters', `upi://pay?pa=shop@upi&tn=${'a'.repeat(500)}`, '512'],
  ] as const) {
    it(`refuses ${what}`, () =>
      assert.throws(() => readUpi(text), (error) => error instanceof Problem && error.code === 'invalid-code' && error.field === 'upi' && error.message.includes(named)));
  }
});
