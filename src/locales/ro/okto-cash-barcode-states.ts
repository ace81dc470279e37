import type { OktoCashStates } from '../en/okto-cash-barcode-states.ts';
import { oktoCashWords } from './okto-cash-barcode.ts';
import { stateWords } from './states.ts';

export const oktoCashStates: OktoCashStates = {
  ...oktoCashWords,
  ...stateWords,
  promises: (amount, until) => [
    `Plătiți ${amount || 'suma'} în numerar la un magazin care acceptă OKTO Cash.`,
    until && `Aveți timp până la ${until}.`,
    'Numerarul plătit nu se restituie la casă.',
  ],
  terms: ['Accept ', 'termenii OKTO Cash', '.'],
  termsMissing: 'Acceptați termenii pentru a vedea codul de bare.',
  amountMissing: 'Alegeți o sumă.',
  create: 'Afișați codul meu de bare',
  creating: 'Obținem codul dumneavoastră de bare…',
  createFailed: ['Nu am putut obține un cod de bare.', 'Nu s-a inițiat nimic. Încercați din nou.'],
  meanwhile: 'Puteți închide această pagină. Tipăriți sau salvați codul de bare ori reveniți aici.',
  tooNarrow: 'Aici codul de bare este prea mic pentru scanere. La casă, arătați-l pe tot ecranul.',
  close: 'Închideți',
  brightness: 'Măriți luminozitatea la maximum',
  copiedHint: 'Copiat: codul de plată pentru casă.',
  bankTells: 'Plata se confirmă la casă.',
  codeLabel: 'Cod de plată, dacă scanerul nu poate citi barele',
  paperSteps: [
    'Mergeți la un magazin care acceptă OKTO Cash.',
    'Arătați această foaie la casă. Acolo se scanează barele.',
    'Plătiți în numerar și păstrați chitanța de la casă.',
  ],
  failed: [
    'Plata nu s-a efectuat',
    'Încercați din nou cu un cod de bare nou. Dacă ați predat numerar, întrebați mai întâi magazinul și păstrați chitanța.',
  ],
  noNewCode: 'Vă rugăm să nu mai folosiți acest cod de bare. Dacă ați predat numerar, întrebați magazinul și păstrați chitanța.',
  expired: [
    'Acest cod de bare a expirat',
    'Vă rugăm să nu îl mai folosiți la casă. Dacă ați plătit deja, trebuie doar să așteptați: vom afișa aici.',
  ],
  canceled: ['Plată anulată', 'Vă rugăm să nu folosiți codul de bare vechi. Puteți începe din nou oricând doriți.'],
  refunded: (amount) => ['Rambursat', `${amount || 'Banii'} se restituie. Întrebați magazinul cum îi primiți.`],
  getNewCode: 'Obțineți un cod de bare nou',
};
