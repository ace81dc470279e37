import type { PaperWords } from '../en/paper.ts';

export const paperWords: PaperWords = {
  payBefore: 'Πληρώστε πριν από',
  howToPay: 'Πώς πληρώνετε',
  goodToKnow: 'Καλό είναι να γνωρίζετε',
  notReceipt: 'Αυτό το φύλλο δεν είναι απόδειξη.',
  payOnce: 'Πληρώστε μόνο μία φορά.',
  renew: 'Μετά τη λήξη του χρόνου, πάρτε νέο κωδικό.',
  questions: (address) => `Ερωτήσεις: ${address}`,
  scale: 'Αυτή η γραμμή έχει μήκος 100 mm αν το φύλλο εκτυπώθηκε στο 100 %.',
  printed: (when) => `Εκτυπώθηκε: ${when}`,
};
