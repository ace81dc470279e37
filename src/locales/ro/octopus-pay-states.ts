import type { OctopusStates } from '../en/octopus-pay-states.ts';
import { octopusWords } from './octopus-pay.ts';
import { stateWords } from './states.ts';

export const octopusStates: OctopusStates = {
  ...octopusWords,
  ...stateWords,
  create: 'Plătiți cu Octopus',
  creating: 'Inițiem plata dumneavoastră…',
  createFailed: ['Nu am putut iniția plata.', 'Nu s-a inițiat nimic. Încercați din nou.'],
  wrongAmount: (amount) => ['Octopus nu acceptă această sumă', `Se plătește în pași de 10 cenți, iar ${amount} este între ei. Vă rugăm să anunțați magazinul.`],
  bankTells: 'Aplicația Octopus confirmă plata.',
  hurryHint: 'Nu sunteți gata încă? Puteți începe din nou oricând.',
  copiedHint: 'Copiat: adresa plății.',
  codeLabel: 'Cod Octopus',
  paperSteps: octopusWords.steps,
  openAgain: 'Deschideți din nou aplicația',
  tryAgain: 'Încercați din nou aplicația',
  opened: ['Așteptăm aplicația Octopus', 'Reveniți aici după ce ați confirmat. Această pagină se actualizează singură.'],
  nothingOpened: ['Nu s-a deschis nimic?', 'Unele aplicații le blochează pe altele. Plătiți pe pagina web sau deschideți această pagină în browser.'],
  insideApp: ['Sunteți în altă aplicație', 'Este posibil ca ea să nu lase aplicația Octopus să se deschidă. Plătiți pe pagina web sau deschideți această pagină în browser.'],
  failed: ['Plata nu s-a efectuat', 'Octopus nu a confirmat-o. Puteți încerca din nou sau alege alt mod de plată.'],
  noNewCode: 'Octopus nu a confirmat plata. Dacă au ieșit bani din Octopus, întrebați magazinul.',
  expired: ['Această plată a expirat', 'Vă rugăm să nu mai folosiți codul sau linkul ei. Dacă ați plătit deja, trebuie doar să așteptați: vom afișa aici.'],
  canceled: ['Plată anulată', 'Vă rugăm să nu folosiți codul sau linkul vechi. Puteți începe din nou oricând doriți.'],
  refunded: (amount) => ['Rambursat', `${amount || 'Banii'} se întorc pe Octopus.`],
  stillWorks: 'Mai puteți plăti.',
  newCode: 'Începeți din nou',
  getNewCode: 'Încercați din nou',
};
