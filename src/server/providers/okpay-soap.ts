import { checkBaseUrl, ProviderError, type Fetch } from './ask.ts';
import { fitting, ID, nestedTexts, readBalance, readHistory, readList, readTransaction, type OkpayBalance, type OkpayHistoryInfo, type OkpaySoapValue, type OkpayTransactionInfo } from './okpay-soap-answers.ts';
import { callOkpay, type SoapParams } from './okpay-soap-call.ts';
import type { SoapElement } from './okpay-soap-envelope.ts';
import { OkpaySoapError } from './okpay-soap-error.ts';
import { checkedCall, checkedParams, dateOf } from './okpay-soap-params.ts';
import { okpaySecurityToken } from './okpay-soap-token.ts';

/** Where OKPAY's SOAP API was; whether it still answers is not known. */
export const OKPAY_SOAP_URL = 'https://api.okpay.com/OkPayAPI';

/** What {@link okpaySoap} is given. */
export interface OkpaySoapSettings {
  /** The wallet whose API is enabled: `OK` and nine digits. */
  readonly walletId: string;
  /** The access password of the wallet's API. It is never sent: a token of it is, which is good for an hour. */
  readonly password: string;
  /** Such as the sandbox's; {@link OKPAY_SOAP_URL} when left out. https, or http on this machine. */
  readonly baseUrl?: string;
  readonly fetch?: Fetch | undefined;
  readonly now?: () => Date;
}

/** What {@link OkpaySoap.sendMoney} is given. */
export interface OkpayTransfer {
  /** A wallet, an e-mail address or a telephone number. */
  readonly receiver: string;
  readonly currency: string;
  /** With two decimals in every currency, such as `456.78`. */
  readonly amount: string;
  readonly comment?: string | undefined;
  /** The sender pays them when left out. */
  readonly isReceiverPaysFees?: boolean;
  /** Your own name for it, by which it can be found when the answer is lost: give each transfer one. */
  readonly invoice?: string | undefined;
}

/**
 * OKPAY's SOAP API: its functions in camel case (`Send_Money` is `sendMoney`). Each throws an {@link OkpaySoapError} for what OKPAY says,
 * an `OkpayParameterError` for what it would not take, and else a ProviderError (`network`, `timeout`, `http-…`, `bad-answer`). Where the
 * error's `refused` is false it is not known whether it was done.
 */
export interface OkpaySoap {
  /** OKPAY's clock, such as `2010-12-31 10:33:44` in GMT. */
  getDateTime(): Promise<string>;
  walletGetBalance(): Promise<readonly OkpayBalance[]>;
  walletGetCurrencyBalance(currency: string): Promise<OkpayBalance>;
  /** Moves money. Where it throws what is not `refused`, look with `transactionGet({ invoice })` and never send it again: nothing here does. */
  sendMoney(transfer: OkpayTransfer): Promise<OkpayTransactionInfo>;
  transactionGet(key: { readonly txnId: string } | { readonly invoice: string }): Promise<OkpayTransactionInfo>;
  /** From and till as `2010-12-31 10:33:44` in GMT; pages count from 1. */
  transactionHistory(wanted: { readonly from: string; readonly till: string; readonly pageSize: number; readonly pageNumber: number }): Promise<OkpayHistoryInfo>;
  /** Orders a card, whose number of the order it gives. Where it throws what is not `refused`, it may be ordered: do not order it again. */
  debitCardPrepay(order: { readonly email: string; readonly currency: string; readonly isCourierDelivery: boolean; readonly comment?: string | undefined }): Promise<string>;
  /**
   * Any function by the document's name, such as `EX_Account_Check`, with its own parameters in their order. What is said of `sendMoney`
   * holds for each that moves money.
   */
  call(name: string, params?: Readonly<Record<string, string | undefined>>): Promise<OkpaySoapValue>;
}

const CLOCK = 'Get_Date_Time';

/**
 * A client of OKPAY's SOAP API. A token that OKPAY does not take (104: nothing was done) is tried once more with the hour of OKPAY's own
 * clock, which is remembered. Throws a TypeError for settings that cannot work.
 */
export function okpaySoap({ walletId, password, baseUrl = OKPAY_SOAP_URL, fetch, now = () => new Date() }: OkpaySoapSettings): OkpaySoap {
  checkBaseUrl(baseUrl, 'okpaySoap');
  if (typeof walletId !== 'string' || !/^OK\d{9}$/.test(walletId)) throw new TypeError('okpaySoap: walletId must be OK and nine digits');
  if (typeof password !== 'string' || !password) throw new TypeError('okpaySoap: password is missing');
  const place = { url: baseUrl, fetch };
  /** How far OKPAY's clock is ahead of ours, in milliseconds. */
  let ahead = 0;

  const getDateTime = async (): Promise<string> => {
    const text = fitting(await callOkpay(place, CLOCK, []), /^/);
    if (!dateOf(text)) throw new ProviderError('bad-answer');
    return text;
  };

  const once = (name: string, params: SoapParams, date: Date): Promise<SoapElement['value']> =>
    callOkpay(place, name, [['WalletID', walletId], ['SecurityToken', okpaySecurityToken(password, date)], ...params]);

  async function ask(name: string, params: SoapParams): Promise<SoapElement['value']> {
    try {
      return await once(name, params, new Date(now().getTime() + ahead));
    } catch (error) {
      if (!(error instanceof OkpaySoapError) || error.code !== 104) throw error;
      // Even where the hour is the same: it may have begun only since.
      const clock = dateOf(await getDateTime().catch(() => ''));
      if (!clock) throw error;
      ahead = clock.getTime() - now().getTime();
      return once(name, params, clock);
    }
  }

  return {
    getDateTime,
    walletGetBalance: async () => readList(some(await ask('Wallet_Get_Balance', [])), 'Balance', readBalance),
    walletGetCurrencyBalance: async (currency) => readBalance(await ask('Wallet_Get_Currency_Balance', checkedParams({ Currency: currency }))),
    async sendMoney({ receiver, currency, amount, comment, isReceiverPaysFees = false, invoice }) {
      const params = { Receiver: receiver, Currency: currency, Amount: amount, Comment: comment, IsReceiverPaysFees: String(isReceiverPaysFees), Invoice: invoice };
      return readTransaction(await ask('Send_Money', checkedParams(params)));
    },
    async transactionGet(key) {
      const params = 'txnId' in key ? { TxnID: key.txnId } : { Invoice: key.invoice ?? null };
      return readTransaction(await ask('Transaction_Get', checkedParams(params)));
    },
    async transactionHistory({ from, till, pageSize, pageNumber }) {
      const params = { From: from, Till: till, PageSize: String(pageSize), PageNumber: String(pageNumber) };
      return readHistory(await ask('Transaction_History', checkedParams(params)));
    },
    async debitCardPrepay({ email, currency, isCourierDelivery, comment }) {
      const params = { Email: email, Currency: currency, IsCourierDelivery: String(isCourierDelivery), Comment: comment };
      return fitting(await ask('DebitCard_Prepay', checkedParams(params)), ID);
    },
    async call(name, params = {}) {
      const checked = checkedCall(name, params);
      return nestedTexts(await (name === CLOCK ? callOkpay(place, name, checked) : ask(name, checked)));
    },
  };
}

/** A list that was said, even an empty one. */
function some(value: SoapElement['value']): SoapElement['value'] {
  if (value === null) throw new ProviderError('bad-answer');
  return value;
}
