import { expect } from '@open-wc/testing';
import { panelWords as english } from '../../src/locales/en/panel.ts';
import { panelWords as portuguese } from '../../src/locales/pt-BR/panel.ts';
import { moneyText } from '../../src/ui/money-text.ts';

const AMOUNTS = ['0.00', '0.05', '1.00', '12.90', '100.99', '999.99', '1000.00', '1234567.05', '999999999999.99'];

describe('moneyText writes as Intl does', () => {
  for (const [language, { money }] of [['en', english], ['pt-BR', portuguese]] as const) {
    for (const currency of ['BRL', 'EUR', 'HKD', 'USD']) {
      it(`${currency} in ${language}`, () => {
        const { format } = new Intl.NumberFormat(language, { style: 'currency', currency });
        for (const amount of AMOUNTS) expect(moneyText(amount, currency, money)).to.equal(format(Number(amount)));
      });
    }

    it(`a currency without a symbol, or without decimals, in ${language}`, () => {
      const pkr = moneyText('1234.50', 'PKR', money);
      expect(pkr.replace(/\D/g, '')).to.equal('123450');
      expect(pkr.startsWith('PKR\u00a0')).to.equal(true);
      expect(moneyText('1290', 'JPY', money)).to.equal(`JPY\u00a01${money.group}290`);
    });
  }
});
