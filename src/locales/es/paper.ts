import type { PaperWords } from '../en/paper.ts';

export const paperWords: PaperWords = {
  payBefore: 'Pague antes de',
  howToPay: 'Cómo pagar',
  goodToKnow: 'Conviene saber',
  notReceipt: 'Esta hoja no es un recibo.',
  payOnce: 'Pague una sola vez.',
  renew: 'Cuando se acabe el tiempo, obtenga un código nuevo.',
  questions: (address) => `Preguntas: ${address}`,
  scale: 'Esta línea mide 100 mm si la hoja se imprimió al 100 %.',
  printed: (when) => `Impreso: ${when}`,
};
