import type { Texts } from '../texts.ts';

/** What the server tells the shopper, in the language of this file's name. */
export const ro: Texts = {
  language: 'ro',
  checkFields: 'Verifică câmpurile marcate.',
  field: 'Câmpul nu este completat corect.',
  required: 'Câmpul este necesar.',
  amount: 'Această sumă nu poate fi plătită.',
  cpf: 'Acest CPF nu este valid.',
  method: 'Acest mod de plată nu este oferit aici.',
  keyReused: 'Această plată a fost cerută cu alte date. Ia-o de la capăt.',
  tooMany: 'Sunt prea multe plăți deschise pentru această comandă. Folosește un cod pe care îl ai deja sau încearcă mai târziu.',
  refused: 'Această plată nu poate fi pornită.',
  unavailable: 'Acest mod de plată nu este disponibil acum. Încearcă mai târziu.',
  country: 'Spune în ce țară plătești.',
  amountNotOffered: 'Această sumă nu poate fi plătită așa.',
  offers: (amounts) => `Poți plăti ${amounts}.`,
  noOffer: 'În această țară și în această monedă nu se poate plăti așa.',
  termsRequired: 'Acceptă mai întâi condițiile.',
  kycRequired: 'Pentru această plată mai sunt necesare câteva date.',
  onePerMinute: 'Cu acest număr de telefon poți cere o dată pe minut. Așteaptă puțin.',
  wanted: {
    cpf: 'Este necesar CPF-ul tău.',
    cnic: 'Este necesar numărul tău CNIC.',
    email: 'Este necesară adresa ta de e-mail.',
    name: 'Este necesar numele tău complet.',
    phone: 'Este necesar numărul tău de telefon.',
    bankCode: 'Alege banca ta.',
  },
};
