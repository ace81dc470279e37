import type { PixWords } from '../en/pix-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const pixWords: PixWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL: amounts.BRL } },
  heading: 'Πληρωμή με Pix',
  symbol: (payee, amount) => `Κωδικός QR Pix για πληρωμή προς ${payee}${amount && `, ${amount}`}`,
  steps: [
    'Ανοίξτε την εφαρμογή της τράπεζάς σας.',
    'Επιλέξτε Pix και σαρώστε αυτόν τον κωδικό ή επικολλήστε αυτόν που αντιγράψατε.',
    'Ελέγξτε το όνομα και το ποσό και επιβεβαιώστε.',
  ],
};
