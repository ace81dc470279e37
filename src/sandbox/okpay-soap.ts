import { randomInt } from 'node:crypto';
import { minorOf } from '../formats/okpay-fields.ts';
import { okpayRule } from '../formats/okpay-form.ts';
import { OKPAY_CURRENCIES } from '../formats/okpay-variables.ts';
import { okpaySecurityToken, type OkpaySoapCode } from '../server.ts';
import { readBytes } from '../server/body.ts';
import { equalText } from '../server/notification.ts';
import { childrenOf } from '../server/providers/okpay-soap-call.ts';
import { isCarried, OKPAY_NAMESPACE, readEnvelope, writeEnvelope } from '../server/providers/okpay-soap-envelope.ts';
import { OKPAY_SOAP_ERRORS } from '../server/providers/okpay-soap-error.ts';
import { dateOf, dateText } from '../server/providers/okpay-soap-params.ts';
import { okpayFee, type OkpayLedger, type OkpayStatus, type OkpayTransaction, type OkpayWallet } from './okpay-ledger.ts';
import { money } from './okpay-messages.ts';

/** What {@link createOkpaySoapEndpoint} is given. */
export interface OkpaySoapEndpointOptions {
  readonly ledger: OkpayLedger;
  /** OKPAY's clock, whose hour a token must have. */
  readonly now: () => Date;
  /** What a wallet may send in a day (GMT) in each currency, decimal text; `10000.00` when left out. */
  readonly dailyLimit?: string;
  /** Currencies that no money is sent in. */
  readonly disabled?: readonly string[];
}

/** OKPAY's SOAP API, simulated: the seven general functions, of wallets that have a password. */
export interface OkpaySoapEndpoint {
  /**
   * Answers a `POST` of an envelope; never rejects. `address` is who asks, which a wallet's list of addresses is held against: when left
   * out the header `X-Forwarded-For`, which the server in front must set itself, and without it 127.0.0.1.
   */
  handle(request: Request, address?: string): Promise<Response>;
  /** From now on every function but the clock answers this error, such as 101, 107 or 113; what is right again without one. */
  fail(code?: OkpaySoapCode): void;
}

/** An error of the document, as a fault. */
class SoapFault extends Error {
  constructor(code: OkpaySoapCode) {
    super(OKPAY_SOAP_ERRORS[code]);
  }
}

type Given = (name: string) => string;

/** An answer as XMLBuilder takes it; the letter is the prefix of the data's namespace. */
type Result = string | object;

const DATA = { '@_xmlns:a': 'http://schemas.datacontract.org/2004/07/OkPayAPI', '@_xmlns:i': 'http://www.w3.org/2001/XMLSchema-instance' };

const STATUSES: Readonly<Record<OkpayStatus, string>> = {
  ...{ completed: 'Completed', pending: 'Pending', hold: 'Hold', reversed: 'Reversed', canceled: 'Canceled' },
  ...{ failed: 'Error', error: 'Error' },
};

/** What a payer has written may hold what XML cannot. */
const carried = (text = ''): string => (isCarried(text) ? text : text.replace(/\p{C}/gu, ' '));

/** OKPAY's SOAP API over a sandbox's ledger. */
export function createOkpaySoapEndpoint({ ledger, now, dailyLimit = '10000.00', disabled = [] }: OkpaySoapEndpointOptions): OkpaySoapEndpoint {
  let failing: OkpaySoapCode | undefined;

  const mine = (wallet: OkpayWallet) => ledger.transactions.filter((transaction) => transaction.wallet === wallet || transaction.from === wallet);

  function mayPass(given: Given, address: string): OkpayWallet {
    const wallet = ledger.wallets.find(({ id }) => id === given('WalletID'));
    if (!wallet) throw new SoapFault(109);
    if (!wallet.password) throw new SoapFault(105);
    if (wallet.addresses?.length && !wallet.addresses.includes(address)) throw new SoapFault(103);
    if (!equalText(given('SecurityToken'), okpaySecurityToken(wallet.password, now()))) throw new SoapFault(104);
    return wallet;
  }

  function currencyOf(given: Given): string {
    const currency = given('Currency');
    if (!OKPAY_CURRENCIES.includes(currency)) throw new SoapFault(200);
    return currency;
  }

  function sendMoney(from: OkpayWallet, given: Given): Result {
    const currency = currencyOf(given);
    if (disabled.includes(currency)) throw new SoapFault(112);
    const amount = (/^\d{1,15}\.\d\d$/.test(given('Amount')) && minorOf(given('Amount'))) || 0n;
    if (!amount) throw new SoapFault(201);
    const wallet = ledger.wallet(given('Receiver'));
    if (!wallet) throw new SoapFault(110);
    if (wallet === from) throw new SoapFault(302);
    const fee = okpayFee(amount);
    const gross = given('IsReceiverPaysFees') === 'true' ? amount : amount + fee;
    const today = dateText(now()).slice(0, 10);
    const sent = mine(from).filter((one) => one.from === from && one.currency === currency && dateText(new Date(one.at)).startsWith(today));
    if (sent.reduce((sum, one) => sum + one.gross, gross) > (minorOf(dailyLimit) ?? 0n)) throw new SoapFault(301);
    if (gross > ledger.balance(from, currency)) throw new SoapFault(300);
    const texts = { invoice: given('Invoice'), txn_comment: given('Comment') };
    return { ...DATA, ...info(ledger.add({ kind: 'send_money', wallet, from, currency, gross, fee, texts })) };
  }

  function history(wallet: OkpayWallet, given: Given): Result {
    const [from, till] = [dateOf(given('From')), dateOf(given('Till'))];
    const [size, number] = [given('PageSize'), given('PageNumber')].map((text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0)) as [number, number];
    if (!from || !till || !size || !number) throw new Error('Incorrect_Parameters');
    // A second lasts until the next one begins.
    const found = mine(wallet).filter(({ at }) => at >= from.getTime() && at < till.getTime() + 1000);
    const page = found.slice((number - 1) * size, number * size).map(info);
    return {
      ...DATA,
      'a:PageCount': String(Math.ceil(found.length / size)),
      'a:PageNumber': String(number),
      'a:PageSize': String(size),
      'a:TotalCount': String(found.length),
      'a:Transactions': { 'a:TransactionInfo': page },
    };
  }

  function transaction(wallet: OkpayWallet, given: Given): Result {
    const [id, invoice] = [given('TxnID'), given('Invoice')];
    const found = id ? ledger.transactions.find((one) => one.id === id) : mine(wallet).find(({ texts }) => invoice && texts['invoice'] === invoice);
    if (!found) throw new SoapFault(111);
    if (!mine(wallet).includes(found)) throw new SoapFault(106);
    return { ...DATA, ...info(found) };
  }

  const balance = (wallet: OkpayWallet, currency: string) => ({ 'a:Amount': money(ledger.balance(wallet, currency)), 'a:Currency': currency });

  const FUNCTIONS: Readonly<Record<string, (wallet: OkpayWallet, given: Given) => Result>> = {
    Wallet_Get_Balance: (wallet) => {
      const held = new Set([...Object.keys(wallet.balances ?? {}), ...mine(wallet).map(({ currency }) => currency)]);
      return { ...DATA, 'a:Balance': [...held].map((currency) => balance(wallet, currency)) };
    },
    Wallet_Get_Currency_Balance: (wallet, given) => ({ ...DATA, ...balance(wallet, currencyOf(given)) }),
    Send_Money: sendMoney,
    Transaction_Get: transaction,
    Transaction_History: history,
    DebitCard_Prepay: (_, given) => {
      currencyOf(given);
      if (!okpayRule('email')[0](given('Email'))) throw new SoapFault(110);
      return String(randomInt(1e9, 1e10));
    },
  };

  function answer(name: string, given: Given, address: string): Result {
    if (name === 'Get_Date_Time') return dateText(now());
    if (failing) throw new SoapFault(failing);
    const wallet = mayPass(given, address);
    if (Object.hasOwn(FUNCTIONS, name)) return FUNCTIONS[name]!(wallet, given);
    throw name.startsWith('EX_') ? new SoapFault(102) : new Error('ActionNotSupported');
  }

  return {
    async handle(request, address = request.headers.get('x-forwarded-for') ?? '127.0.0.1') {
      try {
        const bytes = await readBytes((request.body as ReadableStream<Uint8Array>).getReader());
        const called = readEnvelope(bytes);
        const { name } = called;
        if (request.headers.get('soapaction') !== `"${OKPAY_NAMESPACE}/I_OkPayAPI/${name}"`) throw new Error('ActionNotSupported');
        const given: Given = (param) => {
          const value = childrenOf(called).find((element) => element.name === param)?.value;
          return typeof value === 'string' ? value : '';
        };
        return soap(200, { [`${name}Response`]: { '@_xmlns': OKPAY_NAMESPACE, [`${name}Result`]: answer(name, given, address) } });
      } catch (error) {
        const { message } = error as Error;
        const word = /^\w+$/.test(message) ? message : 'Bad_Request';
        return soap(500, { 's:Fault': { faultcode: 's:Client', faultstring: { '@_xml:lang': 'en-US', '#text': word } } });
      }
    },
    fail: (code) => void (failing = code),
  };
}

const soap = (status: number, body: object): Response => new Response(writeEnvelope(body), { status, headers: { 'Content-Type': 'text/xml; charset=utf-8' } });

const account = ({ accountId, email, name, id }: OkpayWallet): object => ({ 'a:AccountID': accountId, 'a:Email': email, 'a:Name': name ?? id, 'a:WalletID': id });

/** A transaction as the service's TransactionInfo. */
const info = ({ id, at, kind, wallet, from, currency, gross, fee, texts, status }: OkpayTransaction): object => ({
  'a:Amount': money(gross),
  'a:Comment': carried(texts['txn_comment']),
  'a:Currency': currency,
  'a:Date': dateText(new Date(at)),
  'a:Fees': money(fee),
  'a:ID': id,
  'a:Invoice': carried(texts['invoice']),
  'a:Net': money(gross - fee),
  'a:OperationName': kind,
  'a:Receiver': account(wallet),
  'a:Sender': from ? account(from) : { '@_i:nil': 'true' },
  'a:Status': STATUSES[status],
});
