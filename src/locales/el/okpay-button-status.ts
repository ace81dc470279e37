import type { OkpayStatusWords } from '../en/okpay-button-status.ts';
import { okpayButtonWords } from './okpay-button.ts';
import { panelWords } from './panel.ts';
import { stateWords } from './states.ts';

export const okpayStatusWords: OkpayStatusWords = {
  ...panelWords,
  ...stateWords,
  money: okpayButtonWords.money,
  heading: okpayButtonWords.pay[0],
  returned: [stateWords.processing[0], 'Αν έχετε πληρώσει στο OKPAY, παρακαλούμε μην πληρώσετε ξανά: περιμένουμε την ειδοποίησή του προς το κατάστημα.'],
  notPaid: 'Δεν πλήρωσα: πίσω στο κουμπί',
  processing: [stateWords.processing[0], 'Το OKPAY την ανέφερε στο κατάστημα, αλλά δεν την έχει επιβεβαιώσει ακόμη. Παρακαλούμε μην πληρώσετε ξανά. Μπορείτε να κλείσετε αυτή τη σελίδα και να επιστρέψετε.'],
  paid: (payee, late) => {
    const [title, text] = stateWords.paid(payee, late);
    return [title, `${text} Το OKPAY σας στέλνει τα στοιχεία με e-mail.`];
  },
  failed: [stateWords.failed[0], 'Μπορείτε να δοκιμάσετε ξανά. Αν έφυγαν χρήματα από τον λογαριασμό σας, ρωτήστε πρώτα το κατάστημα.'],
  expired: ['Αυτή η πληρωμή έληξε', 'Μπορείτε να ξεκινήσετε ξανά όποτε θέλετε. Αν έχετε ήδη πληρώσει, απλώς περιμένετε: θα το δείξουμε εδώ.'],
  canceled: [stateWords.canceled[0], 'Μπορείτε να ξεκινήσετε ξανά όποτε θέλετε. Αν έφυγαν χρήματα από τον λογαριασμό σας, ρωτήστε πρώτα το κατάστημα.'],
  getNewCode: stateWords.again,
};
