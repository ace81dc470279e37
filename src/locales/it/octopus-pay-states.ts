import type { OctopusStates } from '../en/octopus-pay-states.ts';
import { octopusWords } from './octopus-pay.ts';
import { stateWords } from './states.ts';

export const octopusStates: OctopusStates = {
  ...octopusWords,
  ...stateWords,
  create: 'Paga con Octopus',
  creating: 'Avvio del tuo pagamento…',
  createFailed: ['Non siamo riusciti ad avviare il pagamento.', 'Non è stato avviato nulla. Riprova.'],
  wrongAmount: (amount) => ['Octopus non accetta questo importo', `Si paga a passi di 10 centesimi, e ${amount} sta nel mezzo. Avvisa il negozio.`],
  bankTells: 'L’app Octopus conferma il pagamento.',
  hurryHint: 'Non hai ancora finito? Puoi ricominciare in qualsiasi momento.',
  copiedHint: 'Copiato: l’indirizzo del pagamento.',
  codeLabel: 'Codice Octopus',
  paperSteps: octopusWords.steps,
  openAgain: 'Apri di nuovo l’app',
  tryAgain: 'Riprova con l’app',
  opened: ['In attesa dell’app Octopus', 'Torna qui dopo aver confermato. Questa pagina si aggiorna da sola.'],
  nothingOpened: ['Non si è aperto nulla?', 'Alcune app ne bloccano altre. Paga sulla pagina web o apri questa pagina nel tuo browser.'],
  insideApp: ['Sei all’interno di un’altra app', 'Potrebbe non lasciare aprire l’app Octopus. Paga sulla pagina web o apri questa pagina nel tuo browser.'],
  failed: ['Il pagamento non è andato a buon fine', 'Octopus non lo ha confermato. Puoi riprovare o scegliere un altro modo di pagare.'],
  noNewCode: 'Octopus non ha confermato il pagamento. Se il denaro è uscito dal tuo Octopus, chiedi al negozio.',
  expired: ['Questo pagamento è scaduto', 'Non usare più il suo codice o link. Se hai già pagato, basta attendere: lo mostreremo qui.'],
  canceled: ['Pagamento annullato', 'Non usare il vecchio codice o link. Puoi ricominciare quando vuoi.'],
  refunded: (amount) => ['Rimborsato', `${amount ? `${amount} stanno` : 'Il denaro sta'} tornando sul tuo Octopus.`],
  stillWorks: 'Puoi ancora pagare.',
  newCode: 'Ricomincia',
  getNewCode: 'Riprova',
};
