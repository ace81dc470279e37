/** What stands on the printed sheet besides the words of the tag: fetched when somebody prints. */
export const paperWords = {
  payBefore: 'Pay before',
  howToPay: 'How to pay',
  goodToKnow: 'Good to know',
  notReceipt: 'This sheet is not a receipt.',
  payOnce: 'Pay once only.',
  renew: 'After the time is over, get a new code.',
  questions: (address: string) => `Questions: ${address}`,
  scale: 'This line is 100 mm long if the sheet was printed at 100 %.',
  printed: (when: string) => `Printed ${when}`,
};

/** The keys that every language has to fill. */
export type PaperWords = typeof paperWords;
