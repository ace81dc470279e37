import type { OktoCashWords } from '../en/okto-cash-barcode.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoCashWords: OktoCashWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Πληρωμή μετρητοίς με OKTO Cash',
  symbol: (payee, amount) => `Barcode: πληρωμή${amount && ` ${amount}`} μετρητοίς${payee && ` προς ${payee}`}`,
  till: 'Δείξτε στο ταμείο',
  finder: 'Βρείτε κατάστημα',
  payBefore: 'Πληρωμή έως',
  paymentCode: 'Κωδικός πληρωμής',
  steps: (amount) => [
    'Βρείτε κατάστημα που δέχεται OKTO Cash.',
    'Δείξτε στο ταμείο το barcode ή πείτε τον κωδικό.',
    `Πληρώστε ${amount || 'το ποσό'} μετρητοίς και κρατήστε απόδειξη.`,
  ],
};
