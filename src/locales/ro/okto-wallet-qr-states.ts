import type { OktoWalletStates } from '../en/okto-wallet-qr-states.ts';
import { oktoWalletWords } from './okto-wallet-qr.ts';
import { stateWords } from './states.ts';

export const oktoWalletStates: OktoWalletStates = {
  ...oktoWalletWords,
  ...stateWords,
  create: 'Obțineți codul',
  creating: 'Obținem codul dumneavoastră…',
  bankTells: 'Aplicația OKTO confirmă plata.',
  copiedHint: 'Copiat: textul codului.',
  codeLabel: 'Cod OKTO',
  paperSteps: oktoWalletWords.steps,
  opened: ['Așteptăm aplicația OKTO', 'Reveniți aici după ce ați aprobat.'],
  nothingOpened: ['Nu s-a deschis nimic?', 'Instalați aplicația sau scanați codul cu aplicația OKTO de pe alt telefon.'],
  failed: ['Plata nu s-a efectuat', 'Încercați din nou cu un cod nou. Dacă au ieșit bani din contul OKTO, întrebați mai întâi magazinul.'],
  refunded: (amount) => ['Rambursat', `${amount || 'Banii'} se întorc în contul dumneavoastră OKTO.`],
};
