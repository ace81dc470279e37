import type { OktoCashWords } from '../en/okto-cash-barcode.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoCashWords: OktoCashWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Mit OKTO Cash bar bezahlen',
  symbol: (payee, amount) => `Barcode für eine Barzahlung${amount && ` von ${amount}`}${payee && ` an ${payee}`}`,
  till: 'An der Kasse zeigen',
  finder: 'Geschäft in der Nähe finden',
  payBefore: 'Bezahlen bis',
  paymentCode: 'Zahlungscode',
  steps: (amount) => [
    'Gehen Sie in ein Geschäft, das OKTO Cash annimmt.',
    'Lassen Sie den Barcode an der Kasse scannen oder sagen Sie den Zahlungscode an.',
    `Bezahlen Sie ${amount || 'den Betrag'} bar und behalten Sie die Quittung.`,
  ],
};
