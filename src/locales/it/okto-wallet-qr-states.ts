import type { OktoWalletStates } from '../en/okto-wallet-qr-states.ts';
import { oktoWalletWords } from './okto-wallet-qr.ts';
import { stateWords } from './states.ts';

export const oktoWalletStates: OktoWalletStates = {
  ...oktoWalletWords,
  ...stateWords,
  create: 'Ottieni il codice',
  creating: 'Recupero del tuo codice…',
  bankTells: 'L’app OKTO conferma il pagamento.',
  copiedHint: 'Copiato: il testo del codice.',
  codeLabel: 'Codice OKTO',
  paperSteps: oktoWalletWords.steps,
  opened: ['In attesa dell’app OKTO', 'Torna qui dopo aver approvato.'],
  nothingOpened: ['Non si è aperto nulla?', 'Installa l’app o scansiona il codice con l’app OKTO su un altro telefono.'],
  failed: [
    'Il pagamento non è andato a buon fine',
    'Riprova con un nuovo codice. Se il denaro è uscito dal tuo conto OKTO, chiedi prima al negozio.',
  ],
  refunded: (amount) => ['Rimborsato', `${amount ? `${amount} stanno` : 'Il denaro sta'} tornando sul tuo conto OKTO.`],
};
