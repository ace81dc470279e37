import type { OkpayCollectStates } from '../en/okpay-collect-states.ts';
import { okpayCollectWords } from './okpay-collect.ts';
import { stateWords } from './states.ts';

export const okpayCollectStates: OkpayCollectStates = {
  ...okpayCollectWords,
  ...stateWords,
  create: 'Continuați spre plată',
  creating: 'Pregătim plata dumneavoastră…',
  createFailed: ['Nu am putut începe plata.', 'Nu s-a început nimic. Încercați din nou.'],
  bankTells: 'Pagina de plată confirmă plata.',
  copiedHint: 'Copiat: adresa plății.',
  codeLabel: 'Cod UPI',
  paperSteps: okpayCollectWords.steps,
  pageAgain: 'Deschideți din nou pagina de plată',
  pageOpened: 'Plătiți pe pagina de plată, apoi reveniți aici. Arătăm rezultatul imediat ce sosește.',
  opened: ['Așteptăm aplicația UPI', 'Reveniți aici după ce ați plătit.'],
  nothingOpened: ['Nu s-a deschis nimic?', 'Scanați codul cu o aplicație UPI de pe alt telefon sau plătiți altfel.'],
  failed: ['Plata nu s-a efectuat', 'Încercați din nou cu o plată nouă. Dacă au ieșit bani din cont, întrebați mai întâi magazinul.'],
  noNewCode: 'Nu mai folosiți această pagină de plată. Dacă au ieșit bani din cont, întrebați magazinul.',
  expired: ['Această plată a expirat', 'Nu o mai plătiți. Dacă ați plătit deja, doar așteptați: vom arăta aici.'],
  canceled: ['Plată anulată', 'Nu folosiți pagina de plată veche. Puteți începe din nou oricând.'],
  stillWorks: 'Plata dumneavoastră este încă deschisă.',
  newCode: 'Plată nouă',
  getNewCode: 'Începeți o plată nouă',
  choose: 'Alegeți…',
  payType: ['Cum doriți să plătiți?', '', 'Alegeți cum doriți să plătiți.'],
  bankCode: ['Banca dumneavoastră', '', 'Alegeți banca dumneavoastră.'],
  payerName: ['Numele dumneavoastră', 'Așa cum apare în contul dumneavoastră.', 'Scrieți numele așa cum apare în contul dumneavoastră.'],
  phone: ['Numărul de mobil', 'Numărul portofelului sau al contului bancar.', 'Scrieți un număr de mobil, de exemplu 0812 3456 7890.'],
  mobile: ['Numărul de mobil', '11 cifre, începând cu 03.', 'Scrieți numărul de mobil: 11 cifre, începând cu 03.'],
  email: ['E-mailul dumneavoastră', '', 'Scrieți o adresă de e-mail, de exemplu name@mail.example.'],
  cnic: ['CNIC', '13 cifre. Banca îl cere pentru a primi plata.', 'Acest CNIC este incomplet. Verificați cele 13 cifre.'],
};
