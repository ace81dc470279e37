import type { PixStates } from '../en/pix-qr-states.ts';
import { pixWords } from './pix-qr.ts';
import { stateWords } from './states.ts';

export const pixStates: PixStates = {
  ...pixWords,
  ...stateWords,
  create: 'Λήψη κωδικού Pix',
  creating: 'Λήψη του κωδικού σας…',
  copiedHint: 'Αντιγράφηκε. Τώρα επικολλήστε τον στην εφαρμογή της τράπεζάς σας, στο Pix.',
  codeLabel: 'Pix για αντιγραφή και επικόλληση',
  paperSteps: ['Ανοίξτε την εφαρμογή της τράπεζάς σας.', 'Επιλέξτε Pix και σαρώστε αυτόν τον κωδικό.', 'Ελέγξτε το όνομα και το ποσό και επιβεβαιώστε.'],
};
