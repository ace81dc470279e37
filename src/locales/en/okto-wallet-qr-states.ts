import { oktoWalletWords } from './okto-wallet-qr.ts';
import { stateWords, type Saying, type StateWords } from './states.ts';

/** What it says otherwise than every tag, or besides. */
const own = {
  create: 'Get the code',
  creating: 'Getting your code…',
  bankTells: 'The OKTO app confirms the payment.',
  copiedHint: 'Copied: the text of the code.',
  codeLabel: 'OKTO code',
  paperSteps: oktoWalletWords.steps,
  opened: ['Waiting for the OKTO app', 'Come back here when you have approved.'] as Saying,
  nothingOpened: ['Did nothing open?', 'Install the app, or scan the code with the OKTO app on another phone.'] as Saying,
  failed: ['The payment did not go through', 'Try again with a new code. If money has left your OKTO account, ask the shop first.'] as Saying,
  refunded: (amount: string): Saying => ['Refunded', `${amount || 'The money'} is going back to your OKTO account.`],
};

/** All words of `<okto-wallet-qr>`; what is not needed for the first picture is fetched after it. */
export const oktoWalletStates: typeof oktoWalletWords & StateWords & typeof own = { ...oktoWalletWords, ...stateWords, ...own };

/** The keys that every language has to fill. */
export type OktoWalletStates = typeof oktoWalletStates;
