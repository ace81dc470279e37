import type { PixStates } from '../en/pix-qr-states.ts';
import { pixWords } from './pix-qr.ts';
import { stateWords } from './states.ts';

export const pixStates: PixStates = {
  ...pixWords,
  ...stateWords,
  create: 'Obțineți codul Pix',
  creating: 'Obținem codul dumneavoastră…',
  copiedHint: 'Copiat. Acum lipiți-l în aplicația băncii, la Pix.',
  codeLabel: 'Pix pentru copiere și lipire',
  paperSteps: ['Deschideți aplicația băncii.', 'Alegeți Pix, apoi scanați acest cod.', 'Verificați numele și suma și confirmați.'],
};
