import type { OktoCashStates } from '../en/okto-cash-barcode-states.ts';
import { oktoCashWords } from './okto-cash-barcode.ts';
import { stateWords } from './states.ts';

export const oktoCashStates: OktoCashStates = {
  ...oktoCashWords,
  ...stateWords,
  promises: (amount, until) => [
    `Sie bezahlen ${amount || 'den Betrag'} bar in einem Geschäft, das OKTO Cash annimmt.`,
    until && `Sie haben bis ${until} Zeit.`,
    'Bezahltes Bargeld wird an der Kasse nicht zurückgegeben.',
  ],
  terms: ['Ich akzeptiere die ', 'Bedingungen von OKTO Cash', '.'],
  termsMissing: 'Akzeptieren Sie die Bedingungen, um Ihren Barcode zu sehen.',
  amountMissing: 'Wählen Sie einen Betrag.',
  create: 'Meinen Barcode zeigen',
  creating: 'Wir holen Ihren Barcode …',
  createFailed: ['Wir konnten keinen Barcode bekommen.', 'Es wurde nichts gestartet. Versuchen Sie es noch einmal.'],
  meanwhile: 'Sie können diese Seite schließen. Drucken oder speichern Sie den Barcode oder kommen Sie hierher zurück.',
  tooNarrow: 'Der Barcode ist hier zu klein für Scanner. Zeigen Sie ihn an der Kasse im Vollbild.',
  close: 'Schließen',
  brightness: 'Stellen Sie die Helligkeit ganz hoch',
  copiedHint: 'Kopiert: der Zahlungscode für die Kasse.',
  bankTells: 'Die Zahlung wird an der Kasse bestätigt.',
  codeLabel: 'Zahlungscode, falls der Scanner die Striche nicht lesen kann',
  paperSteps: [
    'Gehen Sie in ein Geschäft, das OKTO Cash annimmt.',
    'Zeigen Sie dieses Blatt an der Kasse. Dort werden die Striche gescannt.',
    'Bezahlen Sie bar und behalten Sie die Quittung der Kasse.',
  ],
  failed: [
    'Die Zahlung hat nicht geklappt',
    'Versuchen Sie es mit einem neuen Barcode noch einmal. Falls Sie Bargeld übergeben haben, fragen Sie zuerst den Shop und behalten Sie die Quittung.',
  ],
  noNewCode: 'Bitte verwenden Sie diesen Barcode nicht mehr. Falls Sie Bargeld übergeben haben, fragen Sie den Shop und behalten Sie die Quittung.',
  expired: [
    'Dieser Barcode ist abgelaufen',
    'Bitte verwenden Sie ihn an keiner Kasse mehr. Falls Sie schon bezahlt haben, warten Sie einfach: Wir zeigen es hier an.',
  ],
  canceled: ['Zahlung abgebrochen', 'Bitte verwenden Sie den alten Barcode nicht. Sie können jederzeit neu beginnen.'],
  refunded: (amount) => ['Erstattet', `${amount ? `${amount} werden` : 'Das Geld wird'} zurückgegeben. Fragen Sie den Shop, wie Sie es bekommen.`],
  getNewCode: 'Neuen Barcode anfordern',
};
