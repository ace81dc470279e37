import type { OctopusStates } from '../en/octopus-pay-states.ts';
import { octopusWords } from './octopus-pay.ts';
import { stateWords } from './states.ts';

export const octopusStates: OctopusStates = {
  ...octopusWords,
  ...stateWords,
  create: 'Mit Octopus bezahlen',
  creating: 'Ihre Zahlung wird gestartet …',
  createFailed: ['Wir konnten die Zahlung nicht starten.', 'Es wurde nichts gestartet. Versuchen Sie es noch einmal.'],
  wrongAmount: (amount) => ['Octopus nimmt diesen Betrag nicht an', `Octopus zahlt in Schritten von 10 Cent, und ${amount} liegt dazwischen. Bitte informieren Sie den Shop.`],
  bankTells: 'Die Octopus-App bestätigt die Zahlung.',
  hurryHint: 'Noch nicht fertig? Sie können jederzeit neu beginnen.',
  copiedHint: 'Kopiert: die Adresse der Zahlung.',
  codeLabel: 'Octopus-Code',
  paperSteps: octopusWords.steps,
  openAgain: 'App noch einmal öffnen',
  tryAgain: 'Noch einmal mit der App versuchen',
  opened: ['Warten auf die Octopus-App', 'Kommen Sie hierher zurück, wenn Sie bestätigt haben. Diese Seite aktualisiert sich von selbst.'],
  nothingOpened: ['Hat sich nichts geöffnet?', 'Manche Apps blockieren andere Apps. Bezahlen Sie auf der Webseite oder öffnen Sie diese Seite in Ihrem Browser.'],
  insideApp: ['Sie sind in einer anderen App', 'Vielleicht lässt sie die Octopus-App nicht öffnen. Bezahlen Sie auf der Webseite oder öffnen Sie diese Seite in Ihrem Browser.'],
  failed: ['Die Zahlung hat nicht geklappt', 'Octopus hat sie nicht bestätigt. Sie können es noch einmal versuchen oder anders bezahlen.'],
  noNewCode: 'Octopus hat die Zahlung nicht bestätigt. Falls Geld von Ihrer Octopus abgegangen ist, fragen Sie den Shop.',
  expired: ['Diese Zahlung ist abgelaufen', 'Bitte verwenden Sie ihren Code oder Link nicht mehr. Falls Sie schon bezahlt haben, warten Sie einfach: Wir zeigen es hier an.'],
  canceled: ['Zahlung abgebrochen', 'Bitte verwenden Sie den alten Code oder Link nicht. Sie können jederzeit neu beginnen.'],
  refunded: (amount) => ['Erstattet', `${amount ? `${amount} gehen` : 'Das Geld geht'} auf Ihre Octopus zurück.`],
  stillWorks: 'Sie können weiterhin bezahlen.',
  newCode: 'Neu beginnen',
  getNewCode: 'Noch einmal versuchen',
};
