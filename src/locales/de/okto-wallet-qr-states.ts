import type { OktoWalletStates } from '../en/okto-wallet-qr-states.ts';
import { oktoWalletWords } from './okto-wallet-qr.ts';
import { stateWords } from './states.ts';

export const oktoWalletStates: OktoWalletStates = {
  ...oktoWalletWords,
  ...stateWords,
  create: 'Code anfordern',
  creating: 'Wir holen Ihren Code …',
  bankTells: 'Die OKTO-App bestätigt die Zahlung.',
  copiedHint: 'Kopiert: der Text des Codes.',
  codeLabel: 'OKTO-Code',
  paperSteps: oktoWalletWords.steps,
  opened: ['Warten auf die OKTO-App', 'Kommen Sie hierher zurück, wenn Sie die Zahlung freigegeben haben.'],
  nothingOpened: ['Hat sich nichts geöffnet?', 'Installieren Sie die App oder scannen Sie den Code mit der OKTO-App auf einem anderen Handy.'],
  failed: [
    'Die Zahlung hat nicht geklappt',
    'Versuchen Sie es mit einem neuen Code noch einmal. Falls Geld von Ihrem OKTO-Konto abgegangen ist, fragen Sie zuerst den Shop.',
  ],
  refunded: (amount) => ['Erstattet', `${amount ? `${amount} gehen` : 'Das Geld geht'} auf Ihr OKTO-Konto zurück.`],
};
