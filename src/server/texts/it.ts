import type { Texts } from '../texts.ts';

/** What the server tells the shopper, in the language of this file's name. */
export const it: Texts = {
  language: 'it',
  checkFields: 'Controlla i campi evidenziati.',
  field: 'Questo campo non è compilato correttamente.',
  required: 'Questo campo è necessario.',
  amount: 'Questo importo non può essere pagato.',
  cpf: 'Questo CPF non è valido.',
  method: 'Questo modo di pagare non è offerto qui.',
  keyReused: 'Questo pagamento è stato richiesto con altri dati. Ricomincia da capo.',
  tooMany: 'Ci sono troppi pagamenti aperti per questo ordine. Usa un codice che hai già o riprova più tardi.',
  refused: 'Questo pagamento non può essere avviato.',
  unavailable: 'Questo modo di pagare non è disponibile al momento. Riprova più tardi.',
  country: 'Indica in quale paese paghi.',
  amountNotOffered: 'Questo importo non può essere pagato in questo modo.',
  offers: (amounts) => `Puoi pagare ${amounts}.`,
  noOffer: 'In questo paese e in questa valuta non si può pagare in questo modo.',
  termsRequired: 'Accetta prima le condizioni.',
  kycRequired: 'Per questo pagamento serve ancora qualche dato.',
  onePerMinute: 'Con questo numero di telefono si può chiedere una volta al minuto. Attendi un momento.',
  wanted: {
    cpf: 'Serve il tuo CPF.',
    cnic: 'Serve il tuo numero CNIC.',
    email: 'Serve il tuo indirizzo e-mail.',
    name: 'Serve il tuo nome completo.',
    phone: 'Serve il tuo numero di telefono.',
    bankCode: 'Scegli la tua banca.',
  },
};
