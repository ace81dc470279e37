import { oktoCashWords } from './okto-cash-barcode.ts';
import { stateWords, type Saying, type StateWords } from './states.ts';

/** What it says otherwise than every tag, or besides. */
const own = {
  /** What to know before a barcode is asked for; `until` is empty where it is not known yet. */
  promises: (amount: string, until: string): readonly string[] => [
    `You pay ${amount || 'the amount'} in cash at a shop that takes OKTO Cash.`,
    until && `You have until ${until}.`,
    'Cash you have paid is not given back at the till.',
  ],
  terms: ['I accept the ', 'terms of OKTO Cash', '.'] as readonly [before: string, link: string, after: string],
  termsMissing: 'Accept the terms to get your barcode.',
  amountMissing: 'Choose an amount.',
  create: 'Show my barcode',
  creating: 'Getting your barcode…',
  createFailed: ['We couldn’t get a barcode.', 'Nothing was started. Try again.'] as Saying,
  meanwhile: 'You can close this page. Print or save the barcode, or come back to it here.',
  tooNarrow: 'The barcode is too small for scanners here. At the till, show it full screen.',
  close: 'Close',
  brightness: 'Turn the brightness all the way up',
  copiedHint: 'Copied: the payment code for the cashier.',
  bankTells: 'The payment is confirmed at the till.',
  codeLabel: 'Payment code, if the scanner cannot read the bars',
  paperSteps: [
    'Go to a shop that takes OKTO Cash.',
    'Show this sheet at the till. The cashier scans the bars.',
    'Pay in cash and keep the till’s receipt.',
  ],
  failed: ['The payment did not go through', 'Try again with a new barcode. If you have handed over cash, ask the shop first and keep the receipt.'] as Saying,
  noNewCode: 'Please don’t use this barcode again. If you have handed over cash, ask the shop and keep the receipt.',
  expired: ['This barcode has expired', 'Please don’t use it at a till any more. If you have already paid, just wait: we will show it here.'] as Saying,
  canceled: ['Payment canceled', 'Please don’t use the old barcode. You can start again whenever you like.'] as Saying,
  refunded: (amount: string): Saying => ['Refunded', `${amount || 'The money'} is given back. Ask the shop how you get it.`],
  getNewCode: 'Get a new barcode',
};

/** All words of `<okto-cash-barcode>`; what is not needed for the first picture is fetched after it. */
export const oktoCashStates: typeof oktoCashWords & StateWords & typeof own = { ...oktoCashWords, ...stateWords, ...own };

/** The keys that every language has to fill. */
export type OktoCashStates = typeof oktoCashStates;
