import type { PixWords } from '../en/pix-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const pixWords: PixWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL: amounts.BRL } },
  heading: 'Paga con Pix',
  symbol: (payee, amount) => `Codice QR Pix per pagare ${payee}${amount && `, ${amount}`}`,
  steps: [
    'Apri l’app della tua banca.',
    'Scegli Pix e scansiona questo codice o incolla quello copiato.',
    'Controlla il nome e l’importo e conferma.',
  ],
};
