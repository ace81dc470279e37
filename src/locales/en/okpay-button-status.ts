import { okpayButtonWords } from './okpay-button.ts';
import { panelWords } from './panel.ts';
import { type Saying, type StateWords, stateWords } from './states.ts';

/** What it says otherwise than every tag, or besides. */
const own = {
  money: okpayButtonWords.money,
  heading: okpayButtonWords.pay[0],
  returned: [stateWords.processing[0], 'If you have paid at OKPAY, please don’t pay again: we wait for its word to the shop.'] as Saying,
  notPaid: 'I haven’t paid: back to the button',
  processing: [stateWords.processing[0], 'OKPAY has told the shop of it and has not confirmed it yet. Please don’t pay again. You may close this page and come back.'] as Saying,
  paid: (payee: string, late: boolean): Saying => {
    const [title, text] = stateWords.paid(payee, late);
    return [title, `${text} OKPAY sends you the details by e-mail.`];
  },
  failed: [stateWords.failed[0], 'You can try again. If money has left your account, ask the shop first.'] as Saying,
  expired: ['This payment has expired', 'You can start again whenever you like. If you have already paid, just wait: we will show it here.'] as Saying,
  canceled: [stateWords.canceled[0], 'You can start again whenever you like. If money has left your account, ask the shop first.'] as Saying,
  getNewCode: stateWords.again,
};

/** All words of what `<okpay-button>` shows once the shopper is back from OKPAY. */
export const okpayStatusWords: typeof panelWords & StateWords & typeof own = { ...panelWords, ...stateWords, ...own };

/** The keys that every language has to fill. */
export type OkpayStatusWords = typeof okpayStatusWords;
