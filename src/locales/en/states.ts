/** A title and the sentence below it. */
export type Saying = readonly [title: string, text: string];

/** What a field is called, what to know of it, which may be empty, and what is said where it is not right. */
export type FieldWords = readonly [label: string, hint: string, wrong: string];

/** What every tag says before, after and beside the code: fetched after the first picture. */
export const stateWords = {
  amount: 'Amount',
  amountWrong: 'Type an amount, such as 12.90.',
  cpf: 'CPF',
  cpfHint: '11 digits. The shop’s bank asks for it to make the charge.',
  cpfWrong: 'This CPF is not valid. Check its 11 digits.',
  createFailed: ['We couldn’t get a code.', 'Nothing was started. Try again.'] as Saying,

  checking: 'Checking with the shop…',
  /** In place of waiting, where nobody tells the page whether it was paid. */
  bankTells: 'Your bank confirms the payment.',
  hurry: 'Little time left',
  hurryHint: 'Not ready yet? You can get a new code at any time.',
  timeUp: 'Time is up. Checking one last time…',
  minutesLeft: (minutes: number) => (minutes === 1 ? '1 minute left' : `${minutes} minutes left`),
  secondsLeft: (seconds: number) => `${seconds} seconds left`,

  copied: 'Copied',
  copyFailed: 'Your browser did not let us copy. The whole code is selected: press and hold it, then choose Copy.',
  copyFailedKeyboard: 'Your browser did not let us copy. The whole code is selected: press Ctrl+C or ⌘C.',

  processing: [
    'Checking your payment',
    'It has arrived and is being confirmed. Please don’t pay again. You may close this page and come back.',
  ] as Saying,
  paid: (payee: string, late: boolean): Saying => [
    'Paid',
    late ? `It arrived after the time was over. ${payee || 'The shop'} has received it.` : `${payee || 'The shop'} has received your payment.`,
  ],
  failed: ['The payment did not go through', 'Try again with a new code. If money has left your account, ask the shop first.'] as Saying,
  /** In place of the sentence after a failure or a cancellation, where the page can get no new code. */
  noNewCode: 'Please don’t use this code again. If money has left your account, ask the shop.',
  expired: ['This code has expired', 'Please don’t use it any more. If you have already paid, just wait: we will show it here.'] as Saying,
  canceled: ['Payment canceled', 'Please don’t use the old code. You can start again whenever you like.'] as Saying,
  refunded: (amount: string): Saying => [
    'Refunded',
    `${amount || 'The money'} is going back to the account you paid from. Your bank shows when it is there.`,
  ],

  offline: ['You seem to be offline', 'We check again as soon as the connection is back.'] as Saying,
  trouble: ['We can’t reach the shop just now', 'We keep trying.'] as Saying,
  stillWorks: 'Your code still works.',
  notFound: ['We have lost track of this payment', 'If you have paid, ask the shop.'] as Saying,
  invalidCode: [
    'We can’t show this code',
    'It reached us damaged, and paying it could go wrong. Nothing is asked of you yet. Please tell the shop.',
  ] as Saying,
  mismatch: (code: string, page: string): Saying => [
    'We won’t show this code',
    `It asks for ${code}, this page for ${page}. Please don’t pay; tell the shop.`,
  ],
  unusable: ['This payment can’t be started', 'Something is missing on the shop’s side. Please tell the shop.'] as Saying,

  newCode: 'New code',
  save: 'Save',
  print: 'Print',
  share: 'Share',
  saved: 'Saving the code as a picture.',
  help: 'Help',
  sandbox: 'Test mode: no money moves',
  getNewCode: 'Get a new code',
  again: 'Start again',
  askShop: 'Ask the shop',
  checkAgain: 'Check again',
  backToShop: 'Back to the shop',
  received: 'Received',
  refundedOn: 'Refunded',
  orderLabel: 'Order',
};

/** The keys that every language has to fill. */
export type StateWords = typeof stateWords;
