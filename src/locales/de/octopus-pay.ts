import type { OctopusWords } from '../en/octopus-pay.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const octopusWords: OctopusWords = {
  ...panelWords,
  money: { ...numbers, texts: { HKD: amounts.HKD } },
  heading: 'Mit Octopus bezahlen',
  symbol: (payee, amount) => `QR-Code für eine Zahlung${amount && ` von ${amount}`}${payee && ` an ${payee}`} in der Octopus-App`,
  caption: 'Mit der Handykamera scannen',
  steps: ['Scannen Sie den Code mit Ihrem Handy.', 'Die Octopus-App öffnet sich mit dieser Zahlung.', 'Prüfen Sie Namen und Betrag und bestätigen Sie.'],
  noPhone: 'Kein Handy zur Hand?',
  openPage: 'Zahlungsseite öffnen',
  pageSteps: ['Öffnen Sie die Zahlungsseite.', 'Scannen Sie deren Code mit der Octopus-App.', 'Prüfen Sie Namen und Betrag und bestätigen Sie.'],
  open: 'Octopus-App öffnen',
  page: 'Auf der Webseite bezahlen',
  pageInstead: 'Stattdessen auf der Webseite bezahlen',
  appSteps: ['Die Octopus-App öffnet sich mit dieser Zahlung.', 'Prüfen Sie Namen und Betrag und bestätigen Sie.', 'Kommen Sie hierher zurück: Wir zeigen das Ergebnis.'],
  noApp: 'Sie haben die App nicht?',
  appStore: 'App Store',
  playStore: 'Google Play',
};
