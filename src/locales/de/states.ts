import type { StateWords } from '../en/states.ts';

export const stateWords: StateWords = {
  amount: 'Betrag',
  amountWrong: 'Geben Sie einen Betrag ein, zum Beispiel 12,90.',
  cpf: 'CPF',
  cpfHint: '11 Ziffern. Die Bank des Shops fragt danach, um die Zahlung anzulegen.',
  cpfWrong: 'Diese CPF ist ungültig. Prüfen Sie die 11 Ziffern.',
  createFailed: ['Wir konnten keinen Code bekommen.', 'Es wurde nichts gestartet. Versuchen Sie es noch einmal.'],

  checking: 'Rückfrage beim Shop …',
  bankTells: 'Ihre Bank bestätigt die Zahlung.',
  hurry: 'Nur noch wenig Zeit',
  hurryHint: 'Noch nicht fertig? Sie können jederzeit einen neuen Code anfordern.',
  timeUp: 'Die Zeit ist um. Wir prüfen ein letztes Mal …',
  minutesLeft: (minutes) => (minutes === 1 ? 'Noch 1 Minute' : `Noch ${minutes} Minuten`),
  secondsLeft: (seconds) => `Noch ${seconds} Sekunden`,

  copied: 'Kopiert',
  copyFailed: 'Ihr Browser hat das Kopieren nicht erlaubt. Der ganze Code ist markiert: Halten Sie ihn gedrückt und wählen Sie „Kopieren“.',
  copyFailedKeyboard: 'Ihr Browser hat das Kopieren nicht erlaubt. Der ganze Code ist markiert: Drücken Sie Strg+C oder ⌘C.',

  processing: [
    'Ihre Zahlung wird geprüft',
    'Sie ist angekommen und wird gerade bestätigt. Bitte zahlen Sie nicht noch einmal. Sie können diese Seite schließen und später wiederkommen.',
  ],
  paid: (payee, late) => {
    const who = payee || 'Der Shop';
    return ['Bezahlt', late ? `Die Zahlung kam nach Ablauf der Zeit an. ${who} hat sie erhalten.` : `${who} hat Ihre Zahlung erhalten.`];
  },
  failed: [
    'Die Zahlung hat nicht geklappt',
    'Versuchen Sie es mit einem neuen Code noch einmal. Falls Geld von Ihrem Konto abgegangen ist, fragen Sie zuerst den Shop.',
  ],
  noNewCode: 'Bitte verwenden Sie diesen Code nicht mehr. Falls Geld von Ihrem Konto abgegangen ist, fragen Sie den Shop.',
  expired: ['Dieser Code ist abgelaufen', 'Bitte verwenden Sie ihn nicht mehr. Falls Sie schon bezahlt haben, warten Sie einfach: Wir zeigen es hier an.'],
  canceled: ['Zahlung abgebrochen', 'Bitte verwenden Sie den alten Code nicht. Sie können jederzeit neu beginnen.'],
  refunded: (amount) => [
    'Erstattet',
    `${amount ? `${amount} gehen` : 'Das Geld geht'} auf das Konto zurück, von dem Sie bezahlt haben. Ihre Bank zeigt, wann es da ist.`,
  ],

  offline: ['Sie sind anscheinend offline', 'Sobald die Verbindung wieder da ist, prüfen wir erneut.'],
  trouble: ['Wir erreichen den Shop gerade nicht', 'Wir versuchen es weiter.'],
  stillWorks: 'Ihr Code funktioniert weiterhin.',
  notFound: ['Wir haben diese Zahlung aus den Augen verloren', 'Falls Sie bezahlt haben, fragen Sie den Shop.'],
  invalidCode: [
    'Wir können diesen Code nicht zeigen',
    'Er kam beschädigt bei uns an, und damit zu bezahlen könnte schiefgehen. Sie müssen jetzt nichts tun. Bitte informieren Sie den Shop.',
  ],
  mismatch: (code, page) => [
    'Wir zeigen diesen Code nicht',
    `Er verlangt ${code}, diese Seite ${page}. Bitte zahlen Sie nicht; informieren Sie den Shop.`,
  ],
  unusable: ['Diese Zahlung kann nicht beginnen', 'Auf der Seite des Shops fehlt etwas. Bitte informieren Sie den Shop.'],

  newCode: 'Neuer Code',
  save: 'Speichern',
  print: 'Drucken',
  share: 'Teilen',
  saved: 'Der Code wird als Bild gespeichert.',
  help: 'Hilfe',
  sandbox: 'Testmodus: Es fließt kein Geld',
  getNewCode: 'Neuen Code anfordern',
  again: 'Neu beginnen',
  askShop: 'Shop fragen',
  checkAgain: 'Erneut prüfen',
  backToShop: 'Zurück zum Shop',
  received: 'Eingegangen',
  refundedOn: 'Erstattet',
  orderLabel: 'Bestellung',
};
