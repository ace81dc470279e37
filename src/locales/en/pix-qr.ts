import { amounts, type Money, numbers } from './money.ts';
import { panelWords } from './panel.ts';

/** What `<pix-qr>` says while its code can be paid. */
export const pixWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL: amounts.BRL } } as Money,
  heading: 'Pay with Pix',
  symbol: (payee: string, amount: string) => `Pix QR code to pay ${payee}${amount && `, ${amount}`}`,
  steps: [
    'Open your bank’s app.',
    'Choose Pix, then scan this code or paste the copied one.',
    'Check the name and the amount, and confirm.',
  ],
};

/** The keys that every language has to fill. */
export type PixWords = typeof pixWords;
