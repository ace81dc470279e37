import { pixWords } from './pix-qr.ts';
import { stateWords, type StateWords } from './states.ts';

/** What it says otherwise than every tag, or besides. */
const own = {
  create: 'Get the Pix code',
  creating: 'Getting your code…',
  copiedHint: 'Copied. Now paste it in your bank’s app, under Pix.',
  codeLabel: 'Pix copy and paste',
  paperSteps: ['Open your bank’s app.', 'Choose Pix, then scan this code.', 'Check the name and the amount, and confirm.'],
};

/** What `<pix-qr>` says before, after and beside its code: fetched after the first picture. */
export const pixStates: typeof pixWords & StateWords & typeof own = { ...pixWords, ...stateWords, ...own };

/** The keys that every language has to fill. */
export type PixStates = typeof pixStates;
