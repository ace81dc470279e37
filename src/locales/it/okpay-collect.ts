import type { OkpayCollectWords } from '../en/okpay-collect.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

const { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } = amounts;

export const okpayCollectWords: OkpayCollectWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } },
  heading: 'Paga con la tua banca o il tuo wallet',
  symbol: (payee, amount) => `Codice QR per un pagamento${amount && ` di ${amount}`}${payee && ` a ${payee}`} con un’app UPI`,
  page: 'Vai alla pagina di pagamento',
  newTab: 'Si apre in una nuova scheda. Il risultato appare qui.',
  sameTab: 'Paghi lì e torni qui per vedere il risultato.',
  orUpi: 'o con un’app UPI',
  openUpi: 'Apri un’app UPI',
  steps: ['Apri un’app UPI sul telefono.', 'Scansiona questo codice.', 'Controlla il nome e l’importo e paga.'],
};
