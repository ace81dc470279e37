import type { OctopusWords } from '../en/octopus-pay.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const octopusWords: OctopusWords = {
  ...panelWords,
  money: { ...numbers, texts: { HKD: amounts.HKD } },
  heading: 'Paga con Octopus',
  symbol: (payee, amount) => `Codice QR per un pagamento${amount && ` di ${amount}`}${payee && ` a ${payee}`} nell’app Octopus`,
  caption: 'Scansiona con la fotocamera del telefono',
  steps: ['Scansiona il codice con il telefono.', 'L’app Octopus si apre con questo pagamento.', 'Controlla il nome e l’importo e conferma.'],
  noPhone: 'Non hai il telefono a portata di mano?',
  openPage: 'Apri la pagina di pagamento',
  pageSteps: ['Apri la pagina di pagamento.', 'Scansiona il suo codice con l’app Octopus.', 'Controlla il nome e l’importo e conferma.'],
  open: 'Apri l’app Octopus',
  page: 'Paga sulla pagina web',
  pageInstead: 'Paga invece sulla pagina web',
  appSteps: ['L’app Octopus si apre con questo pagamento.', 'Controlla il nome e l’importo e conferma.', 'Torna qui: ti mostriamo l’esito.'],
  noApp: 'Non hai l’app?',
  appStore: 'App Store',
  playStore: 'Google Play',
};
