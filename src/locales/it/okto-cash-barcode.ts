import type { OktoCashWords } from '../en/okto-cash-barcode.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoCashWords: OktoCashWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Paga in contanti con OKTO Cash',
  symbol: (payee, amount) => `Codice a barre per un pagamento in contanti${amount && ` di ${amount}`}${payee && ` a ${payee}`}`,
  till: 'Mostra alla cassa',
  finder: 'Trova un negozio vicino',
  payBefore: 'Paga entro',
  paymentCode: 'Codice di pagamento',
  steps: (amount) => [
    'Vai in un negozio che accetta OKTO Cash.',
    'Fai scansionare il codice a barre alla cassa o detta il codice di pagamento.',
    `Paga ${amount || 'l’importo'} in contanti e conserva la ricevuta.`,
  ],
};
