import type { OktoCashStates } from '../en/okto-cash-barcode-states.ts';
import { oktoCashWords } from './okto-cash-barcode.ts';
import { stateWords } from './states.ts';

export const oktoCashStates: OktoCashStates = {
  ...oktoCashWords,
  ...stateWords,
  promises: (amount, until) => [
    `Paghi ${amount || 'l’importo'} in contanti in un negozio che accetta OKTO Cash.`,
    until && `Termine per pagare: ${until}.`,
    'I contanti versati non vengono restituiti alla cassa.',
  ],
  terms: ['Accetto i ', 'termini di OKTO Cash', '.'],
  termsMissing: 'Accetta i termini per vedere il codice a barre.',
  amountMissing: 'Scegli un importo.',
  create: 'Mostra il mio codice a barre',
  creating: 'Recupero del tuo codice a barre…',
  createFailed: ['Non siamo riusciti a ottenere un codice a barre.', 'Non è stato avviato nulla. Riprova.'],
  meanwhile: 'Puoi chiudere questa pagina. Stampa o salva il codice a barre, oppure torna qui.',
  tooNarrow: 'Qui il codice a barre è troppo piccolo per i lettori. Alla cassa, mostralo a schermo intero.',
  close: 'Chiudi',
  brightness: 'Alza la luminosità al massimo',
  copiedHint: 'Copiato: il codice di pagamento per la cassa.',
  bankTells: 'Il pagamento viene confermato alla cassa.',
  codeLabel: 'Codice di pagamento, se il lettore non legge le barre',
  paperSteps: [
    'Vai in un negozio che accetta OKTO Cash.',
    'Mostra questo foglio alla cassa. Le barre vengono scansionate lì.',
    'Paga in contanti e conserva la ricevuta della cassa.',
  ],
  failed: [
    'Il pagamento non è andato a buon fine',
    'Riprova con un nuovo codice a barre. Se hai consegnato i contanti, chiedi prima al negozio e conserva la ricevuta.',
  ],
  noNewCode: 'Non usare più questo codice a barre. Se hai consegnato i contanti, chiedi al negozio e conserva la ricevuta.',
  expired: ['Questo codice a barre è scaduto', 'Non usarlo più alla cassa. Se hai già pagato, basta attendere: lo mostreremo qui.'],
  canceled: ['Pagamento annullato', 'Non usare il vecchio codice a barre. Puoi ricominciare quando vuoi.'],
  refunded: (amount) => [
    'Rimborsato',
    `${amount ? `${amount} vengono restituiti` : 'Il denaro viene restituito'}. Chiedi al negozio come riceverlo.`,
  ],
  getNewCode: 'Ottieni un nuovo codice a barre',
};
