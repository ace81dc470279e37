import { expect } from '@open-wc/testing';
import { LANGUAGES } from '../../src/language.ts';
import type { AmountTexts, NumberStyle } from '../../src/locales/en/money.ts';
import { moneyText } from '../../src/ui/money-text.ts';

const CURRENCIES = ['BRL', 'EUR', 'HKD', 'USD', 'RON', 'IDR', 'PKR', 'VND', 'INR', 'GBP', 'JPY'] as const;
const WHOLE = ['0', '5', '12', '999', '1000', '1290', '9999', '10000', '123456', '1234567', '12345678', '999999999999'];
const DECIMALS = ['', '.00', '.05', '.90'];
const AMOUNTS = WHOLE.flatMap((whole) => DECIMALS.map((decimals) => whole + decimals));

describe('moneyText writes as Intl does', () => {
  for (const language of LANGUAGES) {
    for (const currency of CURRENCIES) {
      it(`${currency} in ${language}`, async () => {
        const { amounts, numbers } = (await import(`../../src/locales/${language}/money.ts`)) as { amounts: AmountTexts; numbers: NumberStyle };
        for (const amount of AMOUNTS) {
          const digits = amount.split('.')[1]?.length ?? 0;
          const { format } = new Intl.NumberFormat(language, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
          expect(moneyText(amount, currency, { ...numbers, texts: amounts })).to.equal(format(Number(amount)));
        }
      });
    }
  }

  it('a currency that nobody has written down stands there with its code', () => {
    const money = { group: ',', grouped: 4, decimal: '.', texts: { BRL: 'R$#' } };
    expect(moneyText('1290.50', 'XTS', money)).to.equal(new Intl.NumberFormat('en', { style: 'currency', currency: 'XTS' }).format(1290.5));
  });
});
