import type { OkpayCollectStates } from '../en/okpay-collect-states.ts';
import { okpayCollectWords } from './okpay-collect.ts';
import { stateWords } from './states.ts';

export const okpayCollectStates: OkpayCollectStates = {
  ...okpayCollectWords,
  ...stateWords,
  create: 'Weiter zur Zahlung',
  creating: 'Wir bereiten Ihre Zahlung vor …',
  createFailed: ['Wir konnten die Zahlung nicht starten.', 'Es wurde nichts begonnen. Versuchen Sie es noch einmal.'],
  bankTells: 'Die Zahlungsseite bestätigt die Zahlung.',
  copiedHint: 'Kopiert: die Adresse der Zahlung.',
  codeLabel: 'UPI-Code',
  paperSteps: okpayCollectWords.steps,
  pageAgain: 'Zahlungsseite noch einmal öffnen',
  pageOpened: 'Bezahlen Sie auf der Zahlungsseite und kommen Sie dann hierher zurück. Wir zeigen das Ergebnis, sobald es da ist.',
  opened: ['Warten auf die UPI-App', 'Kommen Sie hierher zurück, wenn Sie bezahlt haben.'],
  nothingOpened: ['Hat sich nichts geöffnet?', 'Scannen Sie den Code mit einer UPI-App auf einem anderen Handy oder bezahlen Sie auf anderem Weg.'],
  failed: ['Die Zahlung hat nicht geklappt', 'Versuchen Sie es mit einer neuen Zahlung noch einmal. Falls Geld von Ihrem Konto abgegangen ist, fragen Sie zuerst den Shop.'],
  noNewCode: 'Bitte benutzen Sie diese Zahlungsseite nicht mehr. Falls Geld von Ihrem Konto abgegangen ist, fragen Sie den Shop.',
  expired: ['Diese Zahlung ist abgelaufen', 'Bitte bezahlen Sie sie nicht mehr. Wenn Sie schon bezahlt haben, warten Sie einfach: Wir zeigen es hier.'],
  canceled: ['Zahlung abgebrochen', 'Bitte benutzen Sie die alte Zahlungsseite nicht. Sie können jederzeit neu beginnen.'],
  stillWorks: 'Ihre Zahlung ist noch offen.',
  newCode: 'Neue Zahlung',
  getNewCode: 'Neue Zahlung beginnen',
  choose: 'Auswählen …',
  payType: ['Wie möchten Sie bezahlen?', '', 'Wählen Sie aus, wie Sie bezahlen möchten.'],
  bankCode: ['Ihre Bank', '', 'Wählen Sie Ihre Bank aus.'],
  payerName: ['Ihr Name', 'So, wie er bei Ihrem Konto steht.', 'Geben Sie Ihren Namen so ein, wie er bei Ihrem Konto steht.'],
  phone: ['Ihre Handynummer', 'Die Nummer Ihrer Wallet oder Ihres Bankkontos.', 'Geben Sie eine Handynummer ein, zum Beispiel 0812 3456 7890.'],
  mobile: ['Ihre Handynummer', '11 Ziffern, ab 03.', 'Geben Sie Ihre Handynummer ein: 11 Ziffern, ab 03.'],
  email: ['Ihre E-Mail', '', 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@mail.example.'],
  cnic: ['CNIC', '13 Ziffern. Die Bank braucht sie, um die Zahlung anzunehmen.', 'Diese CNIC ist nicht vollständig. Prüfen Sie die 13 Ziffern.'],
};
