import type { OkpayCollectWords } from '../en/okpay-collect.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

const { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } = amounts;

export const okpayCollectWords: OkpayCollectWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } },
  heading: 'Plătiți prin bancă sau portofel digital',
  symbol: (payee, amount) => `Cod QR pentru o plată${amount && ` de ${amount}`}${payee && ` către ${payee}`} cu o aplicație UPI`,
  page: 'Mergeți la pagina de plată',
  newTab: 'Se deschide într-o filă nouă. Rezultatul apare aici.',
  sameTab: 'Plătiți acolo și reveniți aici pentru rezultat.',
  orUpi: 'sau cu o aplicație UPI',
  openUpi: 'Deschideți o aplicație UPI',
  steps: ['Deschideți o aplicație UPI pe telefon.', 'Scanați acest cod.', 'Verificați numele și suma și plătiți.'],
};
