import type { OktoWalletStates } from '../en/okto-wallet-qr-states.ts';
import { oktoWalletWords } from './okto-wallet-qr.ts';
import { stateWords } from './states.ts';

export const oktoWalletStates: OktoWalletStates = {
  ...oktoWalletWords,
  ...stateWords,
  create: 'Λήψη κωδικού',
  creating: 'Λήψη του κωδικού σας…',
  bankTells: 'Η εφαρμογή OKTO επιβεβαιώνει την πληρωμή.',
  copiedHint: 'Αντιγράφηκε: το κείμενο του κωδικού.',
  codeLabel: 'Κωδικός OKTO',
  paperSteps: oktoWalletWords.steps,
  opened: ['Αναμονή για την εφαρμογή OKTO', 'Επιστρέψτε εδώ μετά την έγκριση.'],
  nothingOpened: ['Δεν άνοιξε τίποτα;', 'Εγκαταστήστε την εφαρμογή ή σαρώστε τον κωδικό με την εφαρμογή OKTO σε άλλο κινητό.'],
  failed: ['Η πληρωμή δεν ολοκληρώθηκε', 'Δοκιμάστε ξανά με νέο κωδικό. Αν έφυγαν χρήματα από τον λογαριασμό σας OKTO, ρωτήστε πρώτα το κατάστημα.'],
  refunded: (amount) => ['Έγινε επιστροφή χρημάτων', `${amount || 'Τα χρήματα'} επιστρέφουν στον λογαριασμό σας OKTO.`],
};
