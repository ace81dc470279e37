import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatAmount } from '../../src/formats/money.ts';
import { oktoPackageId, Refusal } from '../../src/server.ts';
import { CHANNEL, PACKAGE } from './okto-shop.ts';

const IT = { country: 'IT', currency: 'EUR', amount: '10.00' };

describe('oktoPackageId', () => {
  for (const [what, channel, wanted, id] of [
    ['the example of the document', `IT_EUR_1000->${PACKAGE}`, IT, PACKAGE],
    ['one of several', CHANNEL, { ...IT, amount: '25.00' }, '4006381333931'],
    ['another country', CHANNEL, { country: 'RO', currency: 'RON', amount: '20.00' }, '5901234123457'],
    ['an amount with fewer decimals', CHANNEL, { ...IT, amount: '10' }, PACKAGE],
    ['white space around entries', `\n  IT_EUR_1000 -> ${PACKAGE} ,\n  IT_EUR_2500->4006381333931\n`, { ...IT, amount: '25.00' }, '4006381333931'],
    ['a package id of 14 digits', 'IT_EUR_1000->08055348521276', IT, '08055348521276'],
    ['a currency without decimals', `JP_JPY_1290->${PACKAGE}`, { country: 'JP', currency: 'JPY', amount: '1290' }, PACKAGE],
    ['a currency with three', `BH_BHD_1290->${PACKAGE}`, { country: 'BH', currency: 'BHD', amount: '1.290' }, PACKAGE],
  ] as const) {
    it(what, () => assert.equal(oktoPackageId(channel, wanted), id));
  }

  for (const amount of ['10.01', '1000', '1e1', ' 10.00', '10,00', '-10.00', '010.00', '', '٣', '10.000']) {
    it(`${JSON.stringify(amount)} euros have no package`, () => {
      assert.throws(() => oktoPackageId(CHANNEL, { ...IT, amount }), (error: Refusal) => {
        assert.ok(error instanceof Refusal);
        assert.deepEqual([error.code, error.errors], ['amount-not-offered', [{ field: 'amount', message: 'You can pay €10.00 or €25.00.' }]]);
        return true;
      });
    });
  }

  for (const [what, channel] of [
    ['an entry twice', `IT_EUR_1000->${PACKAGE},IT_EUR_1000->${PACKAGE}`],
    ['a wrong check digit', 'IT_EUR_1000->8055348521275'],
    ['no arrow', `IT_EUR_1000=${PACKAGE}`],
    ['an empty channel', ''],
  ] as const) {
    it(`${what}: a TypeError, whatever is wanted`, () => assert.throws(() => oktoPackageId(channel, IT), TypeError));
  }

  it('finds each of any packages, and no other amount', () => {
    // The weights of GS1's check digit, written out once more.
    const packageId = (digits: string) => digits + ((10 - ([...digits].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 ? 3 : 1), 0) % 10)) % 10);
    const entry = fc.record({
      country: fc.constantFrom('IT', 'DE', 'GR'),
      currency: fc.constantFrom('EUR', 'JPY', 'BHD'),
      minor: fc.bigInt({ min: 1n, max: 999_999n }),
      packageId: fc.stringMatching(/^\d{12}$/).map(packageId),
    });
    const key = ({ country, currency, minor }: { country: string; currency: string; minor: bigint }) => `${country}_${currency}_${minor}`;
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: key, minLength: 1, maxLength: 20 }), fc.nat(), (entries, at) => {
        const channel = entries.map((one) => `${key(one)}->${one.packageId}`).join(',');
        const { country, currency, minor, packageId } = entries[at % entries.length]!;
        assert.equal(oktoPackageId(channel, { country, currency, amount: formatAmount(minor, currency) }), packageId);
        const other = { country, currency, minor: minor + 1n };
        if (entries.some((one) => key(one) === key(other))) return;
        assert.throws(() => oktoPackageId(channel, { country, currency, amount: formatAmount(minor + 1n, currency) }), { code: 'amount-not-offered' });
      }),
      { numRuns: 2000 },
    );
  });
});
