import type { OkpayStatusWords } from '../en/okpay-button-status.ts';
import { okpayButtonWords } from './okpay-button.ts';
import { panelWords } from './panel.ts';
import { stateWords } from './states.ts';

export const okpayStatusWords: OkpayStatusWords = {
  ...panelWords,
  ...stateWords,
  money: okpayButtonWords.money,
  heading: okpayButtonWords.pay[0],
  returned: [stateWords.processing[0], 'Falls Sie bei OKPAY bezahlt haben, bezahlen Sie bitte nicht noch einmal: Wir warten auf die Nachricht von OKPAY an den Shop.'],
  notPaid: 'Ich habe nicht bezahlt: zurück zum Knopf',
  processing: [stateWords.processing[0], 'OKPAY hat sie dem Shop gemeldet, aber noch nicht bestätigt. Bitte bezahlen Sie nicht noch einmal. Sie können diese Seite schließen und später wiederkommen.'],
  paid: (payee, late) => {
    const [title, text] = stateWords.paid(payee, late);
    return [title, `${text} OKPAY schickt Ihnen die Einzelheiten per E-Mail.`];
  },
  failed: [stateWords.failed[0], 'Sie können es noch einmal versuchen. Falls Geld von Ihrem Konto abgegangen ist, fragen Sie zuerst den Shop.'],
  expired: ['Diese Zahlung ist abgelaufen', 'Sie können jederzeit neu beginnen. Wenn Sie schon bezahlt haben, warten Sie einfach: Wir zeigen es hier.'],
  canceled: [stateWords.canceled[0], 'Sie können jederzeit neu beginnen. Falls Geld von Ihrem Konto abgegangen ist, fragen Sie zuerst den Shop.'],
  getNewCode: stateWords.again,
};
