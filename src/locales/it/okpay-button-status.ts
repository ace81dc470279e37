import type { OkpayStatusWords } from '../en/okpay-button-status.ts';
import { okpayButtonWords } from './okpay-button.ts';
import { panelWords } from './panel.ts';
import { stateWords } from './states.ts';

export const okpayStatusWords: OkpayStatusWords = {
  ...panelWords,
  ...stateWords,
  money: okpayButtonWords.money,
  heading: okpayButtonWords.pay[0],
  returned: [stateWords.processing[0], 'Se hai pagato su OKPAY, non pagare di nuovo: aspettiamo la sua conferma al negozio.'],
  notPaid: 'Non ho pagato: torna al pulsante',
  processing: [stateWords.processing[0], 'OKPAY lo ha comunicato al negozio, ma non lo ha ancora confermato. Non pagare di nuovo. Puoi chiudere questa pagina e tornare più tardi.'],
  paid: (payee, late) => {
    const [title, text] = stateWords.paid(payee, late);
    return [title, `${text} OKPAY ti invia i dettagli via e-mail.`];
  },
  failed: [stateWords.failed[0], 'Puoi riprovare. Se il denaro è uscito dal tuo conto, chiedi prima al negozio.'],
  expired: ['Questo pagamento è scaduto', 'Puoi ricominciare quando vuoi. Se hai già pagato, aspetta: lo mostreremo qui.'],
  canceled: [stateWords.canceled[0], 'Puoi ricominciare quando vuoi. Se il denaro è uscito dal tuo conto, chiedi prima al negozio.'],
  getNewCode: stateWords.again,
};
