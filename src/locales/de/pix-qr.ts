import type { PixWords } from '../en/pix-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const pixWords: PixWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL: amounts.BRL } },
  heading: 'Mit Pix bezahlen',
  symbol: (payee, amount) => `Pix-QR-Code zur Zahlung an ${payee}${amount && `, ${amount}`}`,
  steps: [
    'Öffnen Sie Ihre Banking-App.',
    'Wählen Sie Pix und scannen Sie diesen Code oder fügen Sie den kopierten ein.',
    'Prüfen Sie Namen und Betrag und bestätigen Sie.',
  ],
};
