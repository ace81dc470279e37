import type { PaperWords } from '../en/paper.ts';

export const paperWords: PaperWords = {
  payBefore: 'Bezahlen bis',
  howToPay: 'So bezahlen Sie',
  goodToKnow: 'Gut zu wissen',
  notReceipt: 'Dieses Blatt ist keine Quittung.',
  payOnce: 'Bezahlen Sie nur einmal.',
  renew: 'Fordern Sie nach Ablauf der Zeit einen neuen Code an.',
  questions: (address) => `Fragen: ${address}`,
  scale: 'Diese Linie ist 100 mm lang, wenn das Blatt mit 100 % gedruckt wurde.',
  printed: (when) => `Gedruckt: ${when}`,
};
