import { okpayCollectWords } from './okpay-collect.ts';
import { type FieldWords, type Saying, type StateWords, stateWords } from './states.ts';

/** What it says otherwise than every tag, or besides. */
const own = {
  create: 'Continue to payment',
  creating: 'Getting your payment ready…',
  createFailed: ['We couldn’t start the payment.', 'Nothing was started. Try again.'] as Saying,
  bankTells: 'The payment page confirms the payment.',
  hurryHint: 'Not ready yet? You can start again at any time.',
  copiedHint: 'Copied: the address of the payment.',
  codeLabel: 'UPI code',
  paperSteps: okpayCollectWords.steps,
  pageAgain: 'Open the payment page again',
  pageOpened: 'Pay on the payment page, then come back here. We show the result as soon as it is there.',
  opened: ['Waiting for the UPI app', 'Come back here when you have paid.'] as Saying,
  nothingOpened: ['Did nothing open?', 'Scan the code with a UPI app on another phone, or choose another way to pay.'] as Saying,
  failed: ['The payment did not go through', 'Try again with a new payment. If money has left your account, ask the shop first.'] as Saying,
  noNewCode: 'Please don’t use this payment page again. If money has left your account, ask the shop.',
  expired: ['This payment has expired', 'Please don’t pay it any more. If you have already paid, just wait: we will show it here.'] as Saying,
  canceled: ['Payment canceled', 'Please don’t use the old payment page. You can start again whenever you like.'] as Saying,
  stillWorks: 'Your payment is still open.',
  newCode: 'New payment',
  getNewCode: 'Start a new payment',
  choose: 'Choose…',
  payType: ['How would you like to pay?', '', 'Choose how you would like to pay.'] as FieldWords,
  bankCode: ['Your bank', '', 'Choose your bank.'] as FieldWords,
  payerName: ['Your name', 'As it stands on your account.', 'Type your name as it stands on your account.'] as FieldWords,
  phone: ['Your mobile number', 'The number of your wallet or bank account.', 'Type a mobile number, such as 0812 3456 7890.'] as FieldWords,
  mobile: ['Your mobile number', '11 digits, from 03.', 'Type your mobile number: 11 digits, from 03.'] as FieldWords,
  email: ['Your e-mail', '', 'Type an e-mail address, such as name@mail.example.'] as FieldWords,
  cnic: ['CNIC', '13 digits. The bank asks for it to take the payment.', 'This CNIC is not complete. Check its 13 digits.'] as FieldWords,
};

/** All words of `<okpay-collect>`; what is not needed for the first picture is fetched after it. */
export const okpayCollectStates: typeof okpayCollectWords & StateWords & typeof own = { ...okpayCollectWords, ...stateWords, ...own };

/** The keys that every language has to fill. */
export type OkpayCollectStates = typeof okpayCollectStates;
