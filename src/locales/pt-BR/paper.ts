import type { PaperWords } from '../en/paper.ts';

export const paperWords: PaperWords = {
  payBefore: 'Pague até',
  howToPay: 'Como pagar',
  goodToKnow: 'Bom saber',
  notReceipt: 'Esta folha não é um recibo.',
  payOnce: 'Pague uma vez só.',
  renew: 'Depois do prazo, gere um novo código.',
  questions: (address) => `Dúvidas: ${address}`,
  scale: 'Esta linha mede 100 mm se a folha foi impressa em 100 %.',
  printed: (when) => `Impresso em ${when}`,
};
