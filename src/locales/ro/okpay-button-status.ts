import type { OkpayStatusWords } from '../en/okpay-button-status.ts';
import { okpayButtonWords } from './okpay-button.ts';
import { panelWords } from './panel.ts';
import { stateWords } from './states.ts';

export const okpayStatusWords: OkpayStatusWords = {
  ...panelWords,
  ...stateWords,
  money: okpayButtonWords.money,
  heading: okpayButtonWords.pay[0],
  returned: [stateWords.processing[0], 'Dacă ați plătit la OKPAY, vă rugăm să nu plătiți din nou: așteptăm confirmarea trimisă magazinului.'],
  notPaid: 'Nu am plătit: înapoi la buton',
  processing: [stateWords.processing[0], 'OKPAY a anunțat magazinul, dar încă nu a confirmat plata. Vă rugăm să nu plătiți din nou. Puteți închide această pagină și reveni mai târziu.'],
  paid: (payee, late) => {
    const [title, text] = stateWords.paid(payee, late);
    return [title, `${text} OKPAY vă trimite detaliile prin e-mail.`];
  },
  failed: [stateWords.failed[0], 'Puteți încerca din nou. Dacă au ieșit bani din cont, întrebați mai întâi magazinul.'],
  expired: ['Această plată a expirat', 'Puteți începe din nou oricând. Dacă ați plătit deja, doar așteptați: vom arăta aici.'],
  canceled: [stateWords.canceled[0], 'Puteți începe din nou oricând. Dacă au ieșit bani din cont, întrebați mai întâi magazinul.'],
  getNewCode: stateWords.again,
};
