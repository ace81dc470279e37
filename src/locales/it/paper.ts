import type { PaperWords } from '../en/paper.ts';

export const paperWords: PaperWords = {
  payBefore: 'Paga entro',
  howToPay: 'Come pagare',
  goodToKnow: 'Buono a sapersi',
  notReceipt: 'Questo foglio non è una ricevuta.',
  payOnce: 'Paga una sola volta.',
  renew: 'Scaduto il tempo, ottieni un nuovo codice.',
  questions: (address) => `Domande: ${address}`,
  scale: 'Questa linea è lunga 100 mm se il foglio è stato stampato al 100 %.',
  printed: (when) => `Stampato: ${when}`,
};
