import type { PixStates } from '../en/pix-qr-states.ts';
import { pixWords } from './pix-qr.ts';
import { stateWords } from './states.ts';

export const pixStates: PixStates = {
  ...pixWords,
  ...stateWords,
  create: 'Ottieni il codice Pix',
  creating: 'Recupero del tuo codice…',
  copiedHint: 'Copiato. Ora incollalo nell’app della tua banca, in Pix.',
  codeLabel: 'Pix copia e incolla',
  paperSteps: ['Apri l’app della tua banca.', 'Scegli Pix e scansiona questo codice.', 'Controlla il nome e l’importo e conferma.'],
};
