import type { OktoCashWords } from '../en/okto-cash-barcode.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoCashWords: OktoCashWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Plătiți în numerar cu OKTO Cash',
  symbol: (payee, amount) => `Cod de bare pentru o plată în numerar${amount && ` de ${amount}`}${payee && ` către ${payee}`}`,
  till: 'Arătați la casă',
  finder: 'Găsiți un magazin apropiat',
  payBefore: 'Plătiți înainte de',
  paymentCode: 'Cod de plată',
  steps: (amount) => [
    'Mergeți la un magazin care acceptă OKTO Cash.',
    'La casă, lăsați codul de bare să fie scanat sau dictați codul de plată.',
    `Plătiți ${amount || 'suma'} în numerar și păstrați chitanța.`,
  ],
};
