import type { PixWords } from '../en/pix-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const pixWords: PixWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL: amounts.BRL } },
  heading: 'Pague com Pix',
  symbol: (payee, amount) => `QR code Pix para pagar a ${payee}${amount && `, ${amount}`}`,
  steps: [
    'Abra o aplicativo do seu banco.',
    'Escolha Pix e leia este código, ou cole o código copiado.',
    'Confira o nome e o valor e confirme.',
  ],
};
