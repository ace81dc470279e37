import type { Texts } from '../texts.ts';

/** What the server tells the shopper, in the language of this file's name. */
export const en: Texts = {
  language: 'en',
  checkFields: 'Please check the marked fields.',
  field: 'This is not filled in correctly.',
  required: 'This is needed.',
  amount: 'This is not an amount that can be paid.',
  cpf: 'This is not a valid CPF.',
  method: 'This way of paying is not offered here.',
  keyReused: 'This payment was asked for with other details. Please start again.',
  tooMany: 'There are too many open payments for this order. Use a code that you already have, or try again later.',
  refused: 'This payment cannot be started.',
  unavailable: 'This way of paying is not available right now. Please try again later.',
  country: 'Please say in which country you pay.',
  amountNotOffered: 'This amount cannot be paid this way.',
  offers: (amounts) => `You can pay ${amounts}.`,
  noOffer: 'Nothing can be paid this way in this country and currency.',
  termsRequired: 'Please accept the terms first.',
  kycRequired: 'A few more details are needed for this payment.',
  onePerMinute: 'With this phone number you can ask once a minute. Please wait a moment.',
  wanted: {
    cpf: 'Your CPF is needed.',
    cnic: 'Your CNIC number is needed.',
    email: 'Your e-mail address is needed.',
    name: 'Your full name is needed.',
    phone: 'Your phone number is needed.',
    bankCode: 'Please choose your bank.',
  },
};
