import type { OkpayCollectWords } from '../en/okpay-collect.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

const { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } = amounts;

export const okpayCollectWords: OkpayCollectWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } },
  heading: 'Πληρωμή με την τράπεζα ή το πορτοφόλι σας',
  symbol: (payee, amount) => `Κωδικός QR για πληρωμή${amount && ` ${amount}`}${payee && ` προς ${payee}`} με εφαρμογή UPI`,
  page: 'Μετάβαση στη σελίδα πληρωμής',
  newTab: 'Ανοίγει σε νέα καρτέλα. Το αποτέλεσμα εμφανίζεται εδώ.',
  sameTab: 'Πληρώνετε εκεί και επιστρέφετε εδώ για το αποτέλεσμα.',
  orUpi: 'ή με εφαρμογή UPI',
  openUpi: 'Άνοιγμα εφαρμογής UPI',
  steps: ['Ανοίξτε μια εφαρμογή UPI στο κινητό σας.', 'Σαρώστε αυτόν τον κωδικό.', 'Ελέγξτε το όνομα και το ποσό και πληρώστε.'],
};
