import type { StateWords } from '../en/states.ts';

export const stateWords: StateWords = {
  amount: 'Importo',
  amountWrong: 'Inserisci un importo, ad esempio 12,90.',
  cpf: 'CPF',
  cpfHint: '11 cifre. La banca del negozio lo chiede per creare la richiesta di pagamento.',
  cpfWrong: 'Questo CPF non è valido. Controlla le 11 cifre.',
  createFailed: ['Non siamo riusciti a ottenere un codice.', 'Non è stato avviato nulla. Riprova.'],

  checking: 'Verifica con il negozio…',
  bankTells: 'La tua banca conferma il pagamento.',
  hurry: 'Manca poco tempo',
  hurryHint: 'Non hai ancora finito? Puoi ottenere un nuovo codice in qualsiasi momento.',
  timeUp: 'Tempo scaduto. Verifichiamo un’ultima volta…',
  minutesLeft: (minutes) => (minutes === 1 ? 'Manca 1 minuto' : `Mancano ${minutes} minuti`),
  secondsLeft: (seconds) => `Mancano ${seconds} secondi`,

  copied: 'Copiato',
  copyFailed: 'Il browser non ci ha permesso di copiare. L’intero codice è selezionato: tienilo premuto e scegli Copia.',
  copyFailedKeyboard: 'Il browser non ci ha permesso di copiare. L’intero codice è selezionato: premi Ctrl+C o ⌘C.',

  processing: [
    'Stiamo verificando il tuo pagamento',
    'È arrivato ed è in corso di conferma. Non pagare di nuovo. Puoi chiudere questa pagina e tornare più tardi.',
  ],
  paid: (payee, late) => {
    const who = payee || 'Il negozio';
    return ['Pagato', late ? `È arrivato dopo la scadenza. ${who} lo ha ricevuto.` : `${who} ha ricevuto il tuo pagamento.`];
  },
  failed: ['Il pagamento non è andato a buon fine', 'Riprova con un nuovo codice. Se il denaro è uscito dal tuo conto, chiedi prima al negozio.'],
  noNewCode: 'Non usare più questo codice. Se il denaro è uscito dal tuo conto, chiedi al negozio.',
  expired: ['Questo codice è scaduto', 'Non usarlo più. Se hai già pagato, basta attendere: lo mostreremo qui.'],
  canceled: ['Pagamento annullato', 'Non usare il vecchio codice. Puoi ricominciare quando vuoi.'],
  refunded: (amount) => [
    'Rimborsato',
    `${amount ? `${amount} stanno` : 'Il denaro sta'} tornando sul conto da cui hai pagato. La tua banca mostra quando è arrivato.`,
  ],

  offline: ['Sembra che tu sia offline', 'Verifichiamo di nuovo appena torna la connessione.'],
  trouble: ['In questo momento non riusciamo a contattare il negozio', 'Continuiamo a provare.'],
  stillWorks: 'Il tuo codice funziona ancora.',
  notFound: ['Abbiamo perso le tracce di questo pagamento', 'Se hai pagato, chiedi al negozio.'],
  invalidCode: [
    'Non possiamo mostrare questo codice',
    'Ci è arrivato danneggiato e usarlo per pagare potrebbe creare problemi. Per ora non devi fare nulla. Avvisa il negozio.',
  ],
  mismatch: (code, page) => ['Non mostreremo questo codice', `Richiede ${code}, questa pagina ${page}. Non pagare; avvisa il negozio.`],
  unusable: ['Questo pagamento non può iniziare', 'Manca qualcosa dal lato del negozio. Avvisa il negozio.'],

  newCode: 'Nuovo codice',
  save: 'Salva',
  print: 'Stampa',
  share: 'Condividi',
  saved: 'Salvataggio del codice come immagine.',
  help: 'Aiuto',
  sandbox: 'Modalità di prova: nessun denaro viene trasferito',
  getNewCode: 'Ottieni un nuovo codice',
  again: 'Ricomincia',
  askShop: 'Chiedi al negozio',
  checkAgain: 'Verifica di nuovo',
  backToShop: 'Torna al negozio',
  received: 'Ricevuto',
  refundedOn: 'Rimborsato',
  orderLabel: 'Ordine',
};
