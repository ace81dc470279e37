import type { PixWords } from '../en/pix-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const pixWords: PixWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL: amounts.BRL } },
  heading: 'Pague con Pix',
  symbol: (payee, amount) => `Código QR de Pix para pagar a ${payee}${amount && `, ${amount}`}`,
  steps: [
    'Abra la aplicación de su banco.',
    'Elija Pix y escanee este código o pegue el copiado.',
    'Revise el nombre y el importe, y confirme.',
  ],
};
