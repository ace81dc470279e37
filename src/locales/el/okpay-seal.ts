import type { OkpaySealWords } from '../en/okpay-seal.ts';

export const okpaySealWords: OkpaySealWords = {
  lang: 'el',
  seal: 'Πληρωμή μέσω OKPAY',
  check: 'Έλεγχος του λογαριασμού του καταστήματος στο OKPAY: ανοίγει σε νέα καρτέλα',
};
