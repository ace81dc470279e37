import { octopusWords } from './octopus-pay.ts';
import { stateWords, type Saying, type StateWords } from './states.ts';

/** What it says otherwise than every tag, or besides. */
const own = {
  create: 'Pay with Octopus',
  creating: 'Starting your payment…',
  createFailed: ['We couldn’t start the payment.', 'Nothing was started. Try again.'] as Saying,
  wrongAmount: (amount: string): Saying => ['Octopus can’t take this amount', `It pays in steps of 10 cents, and ${amount} is in between. Please tell the shop.`],
  bankTells: 'The Octopus app confirms the payment.',
  hurryHint: 'Not ready yet? You can start again at any time.',
  copiedHint: 'Copied: the address of the payment.',
  codeLabel: 'Octopus code',
  paperSteps: octopusWords.steps,
  openAgain: 'Open the app again',
  tryAgain: 'Try the app again',
  opened: ['Waiting for the Octopus app', 'Come back here when you have confirmed. This page updates by itself.'] as Saying,
  nothingOpened: ['Did nothing open?', 'Some apps block other apps. Pay on the web page, or open this page in your browser.'] as Saying,
  insideApp: ['You are inside another app', 'It may not let the Octopus app open. Pay on the web page, or open this page in your browser.'] as Saying,
  failed: ['The payment did not go through', 'Octopus did not confirm it. You can try again, or choose another way to pay.'] as Saying,
  noNewCode: 'Octopus did not confirm it. If money has left your Octopus, ask the shop.',
  expired: ['This payment has expired', 'Please don’t use its code or link any more. If you have already paid, just wait: we will show it here.'] as Saying,
  canceled: ['Payment canceled', 'Please don’t use the old code or link. You can start again whenever you like.'] as Saying,
  refunded: (amount: string): Saying => ['Refunded', `${amount || 'The money'} is going back to your Octopus.`],
  stillWorks: 'You can still pay.',
  newCode: 'Start again',
  getNewCode: 'Try again',
};

/** All words of `<octopus-pay>`; what is not needed for the first picture is fetched after it. */
export const octopusStates: typeof octopusWords & StateWords & typeof own = { ...octopusWords, ...stateWords, ...own };

/** The keys that every language has to fill. */
export type OctopusStates = typeof octopusStates;
