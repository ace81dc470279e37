import type { OctopusWords } from '../en/octopus-pay.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const octopusWords: OctopusWords = {
  ...panelWords,
  money: { ...numbers, texts: { HKD: amounts.HKD } },
  heading: 'Πληρωμή με Octopus',
  symbol: (payee, amount) => `Κωδικός QR για πληρωμή${amount && ` ${amount}`}${payee && ` προς ${payee}`} στην εφαρμογή Octopus`,
  caption: 'Σάρωση με την κάμερα του κινητού',
  steps: ['Σαρώστε τον κωδικό με το κινητό σας.', 'Η εφαρμογή Octopus ανοίγει με αυτή την πληρωμή.', 'Ελέγξτε το όνομα και το ποσό και επιβεβαιώστε.'],
  noPhone: 'Δεν έχετε κινητό πρόχειρο;',
  openPage: 'Άνοιγμα της σελίδας πληρωμής',
  pageSteps: ['Ανοίξτε τη σελίδα πληρωμής.', 'Σαρώστε τον κωδικό της με την εφαρμογή Octopus.', 'Ελέγξτε το όνομα και το ποσό και επιβεβαιώστε.'],
  open: 'Άνοιγμα της εφαρμογής Octopus',
  page: 'Πληρωμή στην ιστοσελίδα',
  pageInstead: 'Πληρωμή στην ιστοσελίδα αντί για την εφαρμογή',
  appSteps: ['Η εφαρμογή Octopus ανοίγει με αυτή την πληρωμή.', 'Ελέγξτε το όνομα και το ποσό και επιβεβαιώστε.', 'Επιστρέψτε εδώ: δείχνουμε το αποτέλεσμα.'],
  noApp: 'Δεν έχετε την εφαρμογή;',
  appStore: 'App Store',
  playStore: 'Google Play',
};
