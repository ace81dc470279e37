import { expect } from '@open-wc/testing';
import { LANGUAGES } from '../../src/language.ts';
import type { AmountTexts, Money, NumberStyle } from '../../src/locales/en/money.ts';
import { moneyText } from '../../src/ui/money-text.ts';

const CURRENCIES = ['BRL', 'EUR', 'HKD', 'USD', 'RON', 'IDR', 'PKR', 'VND', 'INR', 'GBP', 'JPY', 'THB', 'MXN', 'PHP'] as const;
const WHOLE = ['0', '5', '12', '999', '1000', '1290', '9999', '10000', '123456', '1234567', '12345678', '999999999999'];
const DECIMALS = ['', '.00', '.05', '.90'];
const AMOUNTS = WHOLE.flatMap((whole) => DECIMALS.map((decimals) => whole + decimals));

/** What a tag can be paid in, by the file of its words. */
const PAID_IN = { 'pix-qr': ['BRL'], 'okto-cash-barcode': ['EUR', 'RON'], 'okto-wallet-qr': ['EUR', 'RON'], 'octopus-pay': ['HKD'], 'okpay-button': 'EUR USD GBP CHF AUD PLN JPY ILS DKK CAD RUB CZK MYR MXN NOK NZD PHP SGD TWD CNY NGN'.split(' '), 'okpay-collect': ['BRL', 'IDR', 'INR', 'MXN', 'PHP', 'PKR', 'THB', 'VND'] };

/** An amount as Intl writes it, with as many decimals as it was given. */
function byIntl(language: string, currency: string, amount: string): string {
  const digits = amount.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(language, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(Number(amount));
}

describe('moneyText writes as Intl does', () => {
  for (const language of LANGUAGES) {
    for (const currency of CURRENCIES) {
      it(`${currency} in ${language}`, async () => {
        const { amounts, numbers } = (await import(`../../src/locales/${language}/money.ts`)) as { amounts: AmountTexts; numbers: NumberStyle };
        for (const amount of AMOUNTS) expect(moneyText(amount, currency, { ...numbers, texts: amounts })).to.equal(byIntl(language, currency, amount));
      });
    }

    for (const [file, currencies] of Object.entries(PAID_IN)) {
      it(`what ${file} is paid in, by its own words in ${language}`, async () => {
        const [words] = Object.values((await import(`../../src/locales/${language}/${file}.ts`)) as Record<string, { money: Money }>);
        const { money } = words!;
        expect(Object.keys(money.texts)).to.deep.equal(currencies);
        for (const currency of currencies) for (const amount of AMOUNTS) expect(moneyText(amount, currency, money)).to.equal(byIntl(language, currency, amount));
      });
    }
  }

  it('a currency that nobody has written down stands there with its code', () => {
    const money = { group: ',', grouped: 4, decimal: '.', texts: { BRL: 'R$#' } };
    expect(moneyText('1290.50', 'XTS', money)).to.equal(new Intl.NumberFormat('en', { style: 'currency', currency: 'XTS' }).format(1290.5));
  });
});
