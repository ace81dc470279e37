import type { PixWords } from '../en/pix-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const pixWords: PixWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL: amounts.BRL } },
  heading: 'Plătiți cu Pix',
  symbol: (payee, amount) => `Cod QR Pix pentru plata către ${payee}${amount && `, ${amount}`}`,
  steps: [
    'Deschideți aplicația băncii.',
    'Alegeți Pix, apoi scanați acest cod sau lipiți codul copiat.',
    'Verificați numele și suma și confirmați.',
  ],
};
