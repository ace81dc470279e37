import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { signCollect, verifyCollect } from '../../src/server/providers/collect-sign.ts';

interface Vector {
  readonly id: string;
  readonly name: string;
  readonly params: Record<string, string | null>;
  readonly key: string;
  readonly sign: string;
  readonly formBody: string;
  readonly wrongSigns?: Record<string, string>;
}
const { vectors, verify, forgery } = JSON.parse(readFileSync('test/vectors/collectpay-sign.json', 'utf8')) as {
  vectors: Vector[];
  verify: { id: string; name: string; body: string; key: string; expected: string }[];
  forgery: { key: string; honest: Record<string, string>; forged: Record<string, string>; sign: string };
};
const KEY = 'k3y-TEST-0123456789abcdef';
const form = (params: Record<string, string>) => Object.entries(params).map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

describe('the sign of OKPAY Collect and Pay', () => {
  for (const { id, name, params, key, sign, wrongSigns = {} } of vectors) {
    if (id === 'cp-33') {
      it(`${name}: there is nothing to sign`, () => assert.throws(() => signCollect(params, key), /nothing to sign/));
      continue;
    }
    it(`${name}`, () => {
      assert.equal(signCollect(params, key), sign);
      assert.equal(signCollect({ ...Object.fromEntries(Object.entries(params).reverse()), sign: 'whatever' }, key), sign);
      for (const [how, wrong] of Object.entries(wrongSigns)) assert.notEqual(signCollect(params, key), wrong, how);
    });
  }

  it('is the MD5 that another reader makes of the same text', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[A-Za-z_]\w{0,8}$/), fc.string({ maxLength: 20 })), (params) => {
        const names = Object.keys(params).filter((name) => name !== 'sign' && params[name] !== '').sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        if (!names.length) return;
        const text = `${names.map((name) => `${name}=${params[name]}`).join('&')}&key=${KEY}`;
        assert.equal(signCollect(params, KEY), createHash('md5').update(Buffer.from(text, 'utf8')).digest('hex'));
      }),
    ));

  it('is refused of numbers, which would be signed otherwise than they are sent, and without a key', () => {
    assert.throws(() => signCollect({ money: 100 as unknown as string }, KEY), /money is a number; give the text that is sent/);
    for (const key of ['', '  ', undefined]) assert.throws(() => signCollect({ a: '1' }, key as string), TypeError);
  });
});

describe('a callback of OKPAY Collect and Pay', () => {
  for (const { id, name, body, key, expected } of verify) {
    it(`${id} ${name}: ${expected}`, () => {
      for (const raw of [body, Buffer.from(body)]) {
        if (expected === 'accept') assert.equal(verifyCollect(raw, key)['out_trade_no'], 'T20240101000001');
        else assert.throws(() => verifyCollect(raw, key), { name: 'Rejection' });
      }
    });
  }

  it('cut anew at a payer’s attach keeps its sign, and is refused', () => {
    const sign = signCollect(forgery.honest, forgery.key);
    assert.equal(signCollect(forgery.forged, forgery.key), sign, 'the signing does not tell them apart');
    assert.throws(() => verifyCollect(form({ ...forgery.forged, sign }), forgery.key), code('bad-body'));
  });

  it('is one text cut in one way alone: what is signed once is never taken for two different callbacks', () => {
    const names = ['attach', 'currency', 'mchId', 'merchant_ratio', 'money', 'out_trade_no', 'pay_money', 'real_money', 'rnd', 'status'];
    const words = fc.constantFrom('x', '', 'INR', '1', '100.00', 'T1', ...names.map((name) => `${name}=1`));
    // An attach as somebody would write it who may write it.
    const attach = fc.array(words, { maxLength: 8 }).map((parts) => parts.join('&'));
    const plain = fc.constantFrom('1', 'T1', 'INR', '100.00', '');
    const callbacks = fc.record({ attach, ...Object.fromEntries(['mchId', 'out_trade_no', 'currency', 'money', 'pay_money', 'merchant_ratio', 'real_money', 'status'].map((name) => [name, plain])) });
    let cutAnew = 0;
    fc.assert(
      fc.property(callbacks, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (params, joins) => {
        const said = Object.entries(params as Record<string, string>).filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1));
        const parts = said.map((pair) => pair.join('=')).join('&').split('&');
        const cut: string[] = [];
        for (const [at, part] of parts.entries()) {
          if (cut.length && (joins[at] || !/^\w+=/.test(part))) cut.push(`${cut.pop()!}&${part}`);
          else cut.push(part);
        }
        const forged = Object.fromEntries(cut.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));
        if (Object.keys(forged).length < cut.length || signCollect(forged, KEY) !== signCollect(params as Record<string, string>, KEY)) return;
        if (JSON.stringify(Object.entries(forged).filter(([, value]) => value !== '')) === JSON.stringify(said)) return;
        cutAnew += 1;
        const taken = [params as Record<string, string>, forged].filter((one) => {
          try {
            return verifyCollect(form({ ...one, sign: signCollect(one, KEY) }), KEY);
          } catch {
            return false;
          }
        });
        assert.ok(taken.length < 2, JSON.stringify(taken));
      }),
      { numRuns: 20_000 },
    );
    assert.ok(cutAnew > 100, `${cutAnew} were cut anew`);
  });

  const honest = { mchId: '1', out_trade_no: 'T1', currency: 'INR', money: '1.00', pay_money: '1.00', status: '1', attach: '' };
  const signed = (params: Record<string, string>) => form({ ...params, sign: signCollect(params, KEY) });

  it('says mchId as mchld too, but not two different ones', () => {
    const { mchId, ...rest } = honest;
    assert.deepEqual({ ...verifyCollect(signed({ ...rest, mchld: mchId }), KEY) }, honest);
    assert.throws(() => verifyCollect(signed({ ...honest, mchld: '2' }), KEY), code('bad-body'));
  });

  it('may carry what the merchant says that it carries', () => {
    const body = signed({ ...honest, utr: '123' });
    assert.throws(() => verifyCollect(body, KEY), code('bad-body'));
    assert.equal(verifyCollect(body, KEY, ['utr'])['utr'], '123');
  });

  it('is taken under the old key and the new while one takes the place of the other', () => {
    assert.ok(verifyCollect(signed(honest), ['new-key', KEY]));
    assert.throws(() => verifyCollect(signed(honest), ['new-key', 'another']), code('bad-signature'));
    for (const key of ['', ' ', [], ['']]) assert.throws(() => verifyCollect(signed(honest), key), TypeError);
  });

  for (const [what, body] of [
    ['nothing', ''],
    ['only a sign', 'sign=aa139fccd8fc7dad9506a42973d2d094'],
    ['only empty values', 'attach=&sign=aa139fccd8fc7dad9506a42973d2d094'],
    ['no form', '{"status":"1"}'],
    ['a sign twice', `${signed(honest)}&sign=0`],
    ['a name without value', `${signed(honest)}&rnd`],
    ['a broken escape', signed(honest).replace('T1', '%E0%A4')],
    ['a control character', signed({ ...honest, attach: 'a\u0000b' })],
    ['a value over 256 characters', signed({ ...honest, attach: 'a'.repeat(257) })],
    ['a & in its attach', signed({ ...honest, attach: 'a&b' })],
    ['an array', signed({ ...honest, 'status[]': '1' })],
    ['the prototype', `__proto__=1&${signed(honest)}`],
    ['the digest in capitals', signed(honest).replace(/sign=(.*)$/, (_, sign: string) => `sign=${sign.toUpperCase()}`)],
  ] as const) {
    it(`with ${what} is refused`, () => assert.throws(() => verifyCollect(body, KEY), { name: 'Rejection' }));
  }

  it('in bytes that are no UTF-8 is refused', () => assert.throws(() => verifyCollect(Uint8Array.of(0x61, 0x3d, 0xff), KEY), code('bad-body')));

  it('with one bit flipped anywhere is refused', () => {
    const bytes = Buffer.from(signed(honest));
    for (let at = 0; at < bytes.length * 8; at += 1) {
      const flipped = Uint8Array.from(bytes);
      flipped[at >> 3]! ^= 1 << (at & 7);
      assert.throws(() => verifyCollect(flipped, KEY), { name: 'Rejection' }, `bit ${at}`);
    }
  });
});
