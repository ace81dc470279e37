import type { OktoCashWords } from '../en/okto-cash-barcode.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoCashWords: OktoCashWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Πληρωμή μετρητοίς με OKTO Cash',
  symbol: (payee, amount) => `Barcode για πληρωμή${amount && ` ${amount}`} μετρητοίς${payee && ` προς ${payee}`}`,
  till: 'Εμφάνιση στο ταμείο',
  finder: 'Εύρεση καταστήματος',
  payBefore: 'Πληρωμή έως',
  paymentCode: 'Κωδικός πληρωμής',
  steps: (amount) => [
    'Πηγαίνετε σε κατάστημα που δέχεται OKTO Cash.',
    'Στο ταμείο, δείξτε το barcode ή πείτε τον κωδικό πληρωμής.',
    `Πληρώστε ${amount || 'το ποσό'} μετρητοίς και κρατήστε την απόδειξη.`,
  ],
};
