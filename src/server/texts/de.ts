import type { Texts } from '../texts.ts';

/** What the server tells the shopper, in the language of this file's name. */
export const de: Texts = {
  language: 'de',
  checkFields: 'Bitte prüfen Sie die markierten Felder.',
  field: 'Das Feld ist nicht richtig ausgefüllt.',
  required: 'Das wird benötigt.',
  amount: 'Dieser Betrag kann nicht gezahlt werden.',
  cpf: 'Diese CPF ist nicht gültig.',
  method: 'Diese Zahlungsart wird hier nicht angeboten.',
  keyReused: 'Diese Zahlung wurde mit anderen Angaben angefragt. Bitte beginnen Sie neu.',
  tooMany: 'Für diese Bestellung sind zu viele Zahlungen offen. Nutzen Sie einen Code, den Sie schon haben, oder versuchen Sie es später.',
  refused: 'Diese Zahlung kann nicht begonnen werden.',
  unavailable: 'Diese Zahlungsart ist gerade nicht verfügbar. Bitte versuchen Sie es später.',
  country: 'Bitte sagen Sie, in welchem Land Sie zahlen.',
  amountNotOffered: 'Dieser Betrag kann so nicht gezahlt werden.',
  offers: (amounts) => `Sie können ${amounts} zahlen.`,
  noOffer: 'In diesem Land und dieser Währung kann so nicht gezahlt werden.',
  termsRequired: 'Bitte stimmen Sie zuerst den Bedingungen zu.',
  kycRequired: 'Für diese Zahlung fehlen noch ein paar Angaben.',
  onePerMinute: 'Mit dieser Telefonnummer geht es einmal in der Minute. Bitte warten Sie einen Moment.',
  wanted: {
    cpf: 'Ihre CPF wird benötigt.',
    cnic: 'Ihre CNIC-Nummer wird benötigt.',
    email: 'Ihre E-Mail-Adresse wird benötigt.',
    name: 'Ihr vollständiger Name wird benötigt.',
    phone: 'Ihre Telefonnummer wird benötigt.',
    bankCode: 'Bitte wählen Sie Ihre Bank.',
  },
};
