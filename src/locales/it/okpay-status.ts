import type { OkpayStatusWords } from '../en/okpay-status.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';
import { stateWords } from './states.ts';

const { EUR, GBP, JPY, MXN, PHP, USD } = amounts;

export const okpayStatusWords: OkpayStatusWords = {
  ...panelWords,
  ...stateWords,
  money: { ...numbers, texts: { EUR, GBP, JPY, MXN, PHP, USD } },
  heading: 'Paga con OKPAY',
  returned: [stateWords.processing[0], 'Sei di ritorno da OKPAY. Aspettiamo la sua conferma al negozio; non pagare di nuovo.'],
  notPaid: 'Non ho pagato: torna al pulsante',
  failed: [stateWords.failed[0], 'Puoi riprovare. Se il denaro è uscito dal tuo conto, chiedi prima al negozio.'],
  expired: ['Questo pagamento è scaduto', 'Puoi ricominciare quando vuoi. Se hai già pagato, aspetta: lo mostreremo qui.'],
  canceled: [stateWords.canceled[0], 'Puoi ricominciare quando vuoi. Se il denaro è uscito dal tuo conto, chiedi prima al negozio.'],
  getNewCode: stateWords.again,
};
