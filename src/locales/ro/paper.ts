import type { PaperWords } from '../en/paper.ts';

export const paperWords: PaperWords = {
  payBefore: 'Plătiți înainte de',
  howToPay: 'Cum plătiți',
  goodToKnow: 'Bine de știut',
  notReceipt: 'Această foaie nu este o chitanță.',
  payOnce: 'Plătiți o singură dată.',
  renew: 'După expirarea timpului, obțineți un cod nou.',
  questions: (address) => `Întrebări: ${address}`,
  scale: 'Această linie are 100 mm dacă foaia a fost tipărită la 100 %.',
  printed: (when) => `Tipărit: ${when}`,
};
