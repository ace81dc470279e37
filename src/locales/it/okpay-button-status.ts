import type { OkpayStatusWords } from '../en/okpay-button-status.ts';
import { okpayButtonWords } from './okpay-button.ts';
import { panelWords } from './panel.ts';
import { stateWords } from './states.ts';

export const okpayStatusWords: OkpayStatusWords = {
  ...panelWords,
  ...stateWords,
  money: okpayButtonWords.money,
  heading: okpayButtonWords.pay[0],
  returned: [stateWords.processing[0], 'Sei di ritorno da OKPAY. Aspettiamo la sua conferma al negozio; non pagare di nuovo.'],
  notPaid: 'Non ho pagato: torna al pulsante',
  failed: [stateWords.failed[0], 'Puoi riprovare. Se il denaro è uscito dal tuo conto, chiedi prima al negozio.'],
  expired: ['Questo pagamento è scaduto', 'Puoi ricominciare quando vuoi. Se hai già pagato, aspetta: lo mostreremo qui.'],
  canceled: [stateWords.canceled[0], 'Puoi ricominciare quando vuoi. Se il denaro è uscito dal tuo conto, chiedi prima al negozio.'],
  getNewCode: stateWords.again,
};
