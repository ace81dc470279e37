import type { StateWords } from '../en/states.ts';

/** A number before its noun: from 20 on with `de`, but for those that end in 01 to 19. */
const counted = (n: number): string => (n > 19 && (n % 100 > 19 || n % 100 === 0) ? `${n} de` : String(n));

export const stateWords: StateWords = {
  amount: 'Sumă',
  amountWrong: 'Introduceți o sumă, de exemplu 12,90.',
  cpf: 'CPF',
  cpfHint: '11 cifre. Banca magazinului îl cere pentru a crea solicitarea de plată.',
  cpfWrong: 'Acest CPF nu este valid. Verificați cele 11 cifre.',
  createFailed: ['Nu am putut obține un cod.', 'Nu s-a inițiat nimic. Încercați din nou.'],

  checking: 'Verificăm la magazin…',
  bankTells: 'Banca dumneavoastră confirmă plata.',
  hurry: 'A mai rămas puțin timp',
  hurryHint: 'Nu sunteți gata încă? Puteți obține oricând un cod nou.',
  timeUp: 'Timpul a expirat. Verificăm pentru ultima dată…',
  minutesLeft: (minutes) => (minutes === 1 ? 'A mai rămas 1 minut' : `Au mai rămas ${counted(minutes)} minute`),
  secondsLeft: (seconds) => `Au mai rămas ${counted(seconds)} secunde`,

  copied: 'Copiat',
  copyFailed: 'Browserul nu ne-a permis să copiem. Întregul cod este selectat: țineți apăsat pe el, apoi alegeți Copiați.',
  copyFailedKeyboard: 'Browserul nu ne-a permis să copiem. Întregul cod este selectat: apăsați Ctrl+C sau ⌘C.',

  processing: [
    'Verificăm plata dumneavoastră',
    'A ajuns și este în curs de confirmare. Vă rugăm să nu plătiți din nou. Puteți închide această pagină și reveni mai târziu.',
  ],
  paid: (payee, late) => {
    const who = payee || 'Magazinul';
    return ['Plătit', late ? `Plata a ajuns după expirarea timpului. ${who} a primit-o.` : `${who} a primit plata dumneavoastră.`];
  },
  failed: ['Plata nu s-a efectuat', 'Încercați din nou cu un cod nou. Dacă au ieșit bani din cont, întrebați mai întâi magazinul.'],
  noNewCode: 'Vă rugăm să nu mai folosiți acest cod. Dacă au ieșit bani din cont, întrebați magazinul.',
  expired: ['Acest cod a expirat', 'Vă rugăm să nu îl mai folosiți. Dacă ați plătit deja, trebuie doar să așteptați: vom afișa aici.'],
  canceled: ['Plată anulată', 'Vă rugăm să nu folosiți codul vechi. Puteți începe din nou oricând doriți.'],
  refunded: (amount) => [
    'Rambursat',
    `${amount || 'Banii'} se întorc în contul din care ați plătit. Banca dumneavoastră arată când au ajuns.`,
  ],

  offline: ['Se pare că sunteți offline', 'Verificăm din nou imediat ce revine conexiunea.'],
  trouble: ['Nu putem contacta magazinul acum', 'Încercăm în continuare.'],
  stillWorks: 'Codul dumneavoastră funcționează în continuare.',
  notFound: ['Am pierdut urma acestei plăți', 'Dacă ați plătit, întrebați magazinul.'],
  invalidCode: [
    'Nu putem afișa acest cod',
    'A ajuns la noi deteriorat, iar plata cu el ar putea merge prost. Deocamdată nu trebuie să faceți nimic. Vă rugăm să anunțați magazinul.',
  ],
  mismatch: (code, page) => [
    'Nu vom afișa acest cod',
    `Codul cere ${code}, iar această pagină ${page}. Vă rugăm să nu plătiți; anunțați magazinul.`,
  ],
  unusable: ['Această plată nu poate începe', 'Lipsește ceva din partea magazinului. Vă rugăm să anunțați magazinul.'],

  newCode: 'Cod nou',
  save: 'Salvați',
  print: 'Tipăriți',
  share: 'Distribuiți',
  saved: 'Codul se salvează ca imagine.',
  help: 'Ajutor',
  sandbox: 'Mod de test: nu se transferă bani',
  getNewCode: 'Obțineți un cod nou',
  again: 'Începeți din nou',
  askShop: 'Întrebați magazinul',
  checkAgain: 'Verificați din nou',
  backToShop: 'Înapoi la magazin',
  received: 'Primit',
  refundedOn: 'Rambursat',
  orderLabel: 'Comandă',
};
