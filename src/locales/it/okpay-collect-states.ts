import type { OkpayCollectStates } from '../en/okpay-collect-states.ts';
import { okpayCollectWords } from './okpay-collect.ts';
import { stateWords } from './states.ts';

export const okpayCollectStates: OkpayCollectStates = {
  ...okpayCollectWords,
  ...stateWords,
  create: 'Continua al pagamento',
  creating: 'Preparazione del tuo pagamento…',
  createFailed: ['Non siamo riusciti ad avviare il pagamento.', 'Non è stato avviato nulla. Riprova.'],
  bankTells: 'La pagina di pagamento conferma il pagamento.',
  copiedHint: 'Copiato: l’indirizzo del pagamento.',
  codeLabel: 'Codice UPI',
  paperSteps: okpayCollectWords.steps,
  pageAgain: 'Apri di nuovo la pagina di pagamento',
  pageOpened: 'Paga sulla pagina di pagamento, poi torna qui. Mostriamo il risultato appena arriva.',
  opened: ['In attesa dell’app UPI', 'Torna qui dopo aver pagato.'],
  nothingOpened: ['Non si è aperto nulla?', 'Scansiona il codice con un’app UPI su un altro telefono o paga in un altro modo.'],
  failed: ['Il pagamento non è andato a buon fine', 'Riprova con un nuovo pagamento. Se il denaro è uscito dal tuo conto, chiedi prima al negozio.'],
  noNewCode: 'Non usare più questa pagina di pagamento. Se il denaro è uscito dal tuo conto, chiedi al negozio.',
  expired: ['Questo pagamento è scaduto', 'Non pagarlo più. Se hai già pagato, aspetta: lo mostreremo qui.'],
  canceled: ['Pagamento annullato', 'Non usare la vecchia pagina di pagamento. Puoi ricominciare quando vuoi.'],
  stillWorks: 'Il tuo pagamento è ancora aperto.',
  newCode: 'Nuovo pagamento',
  getNewCode: 'Inizia un nuovo pagamento',
  choose: 'Scegli…',
  payType: ['Come vuoi pagare?', '', 'Scegli come vuoi pagare.'],
  bankCode: ['La tua banca', '', 'Scegli la tua banca.'],
  payerName: ['Il tuo nome', 'Come risulta sul tuo conto.', 'Scrivi il tuo nome come risulta sul tuo conto.'],
  phone: ['Il tuo numero di cellulare', 'Il numero del tuo wallet o conto bancario.', 'Scrivi un numero di cellulare, ad esempio 0812 3456 7890.'],
  mobile: ['Il tuo numero di cellulare', '11 cifre, a partire da 03.', 'Scrivi il tuo numero di cellulare: 11 cifre, a partire da 03.'],
  email: ['La tua e-mail', '', 'Scrivi un indirizzo e-mail, ad esempio name@mail.example.'],
  cnic: ['CNIC', '13 cifre. La banca lo chiede per ricevere il pagamento.', 'Questo CNIC è incompleto. Controlla le 13 cifre.'],
};
