import { checkBaseUrl, ProviderError, readAnswer, send, type Fetch } from './ask.ts';
import { signCollect } from './collect-sign.ts';
import { parseNumbersAsText } from './number-text.ts';
import { OkpayError } from './okpay-collect-error.ts';

/** The calls, and their paths in the document. */
const PATHS = {
  collect: '/v1/Collect',
  collectQuery: '/v1/query/Collect',
  payout: '/v1/Payout',
  payoutQuery: '/v1/query/Payout',
  balance: '/v1/balance',
} as const;
type Call = keyof typeof PATHS;

/** What {@link okpayCollectClient} is given. */
export interface OkpayCollectClientSettings {
  /** Of the sandbox or of production, such as `https://api.pay.example`; OKPAY's customer service gives it. */
  readonly baseUrl: string;
  /** Digits, as the merchant back office shows them. */
  readonly mchId: string;
  /** The private key. Several while one takes the place of another: the first signs, callbacks may be signed with any. */
  readonly key: string | readonly string[];
  /** Paths that are spelt in another way than in the document, such as `{ collectQuery: '/v1/Query/Collect' }`. */
  readonly paths?: Partial<Record<Call, string>> | undefined;
  readonly fetch?: Fetch | undefined;
}

/** An order by our number or by the platform's. */
export type OkpayOrderKey = { readonly outTradeNo: string } | { readonly transactionId: string };

/** What becomes of a collection or a payout. Everything is the text that came, whether as text or as a number; undefined where it is missing. */
export interface OkpayOrderState {
  readonly mchId: string | undefined;
  readonly outTradeNo: string | undefined;
  /** `0` to be paid, `1` paid, `2` failed. */
  readonly status: string | undefined;
  /** What was asked. */
  readonly money: string | undefined;
  /** What was paid, of a collection alone: this counts. */
  readonly payMoney: string | undefined;
  readonly ratio: string | undefined;
  /** Of a payout alone. */
  readonly singleratio: string | undefined;
  readonly realMoney: string | undefined;
  readonly currency: string | undefined;
  /** The bank's reference, of a payout alone. */
  readonly utr: string | undefined;
}

/** Parameters by the document's names, without `mchId` and `sign`; what is empty or undefined is not sent. */
export type OkpayParams = Readonly<Record<string, string | undefined>>;

/** The calls of OKPAY Collect and Pay. Each throws a ProviderError, for a status code other than 0 an {@link OkpayError}. */
export interface OkpayCollectClient {
  /** Where the payer pays. The platform looks for no duplicates: send an `out_trade_no` once. */
  collect(order: OkpayParams): Promise<{ readonly url?: string; readonly payUpi?: string; readonly transactionId?: string }>;
  collectQuery(key: OkpayOrderKey): Promise<OkpayOrderState>;
  /** Sends money. Where it throws what is not `refused`, ask `payoutQuery` and never send it again; `okpayPayouts` does. */
  payout(order: OkpayParams): Promise<{ readonly transactionId?: string }>;
  payoutQuery(key: OkpayOrderKey): Promise<OkpayOrderState>;
  /** The balance in this currency, or in all of them. */
  balance(currency?: string): Promise<readonly { readonly currency: string; readonly balance: string }[]>;
}

const WHO = 'okpayCollectClient';

/** OKPAY Collect and Pay as signed forms. Throws a TypeError for settings that cannot work. */
export function okpayCollectClient({ baseUrl, mchId, key, paths, fetch }: OkpayCollectClientSettings): OkpayCollectClient {
  checkBaseUrl(baseUrl, WHO);
  if (typeof mchId !== 'string' || !/^\d{1,20}$/.test(mchId)) throw new TypeError(`${WHO}: mchId must be text of digits`);
  const keys = [key].flat();
  if (!keys.length || keys.some((one) => typeof one !== 'string' || !one.trim())) throw new TypeError(`${WHO}: key is missing or blank`);
  const places: Record<Call, string> = { ...PATHS, ...paths };
  for (const path of Object.values(places)) if (!/^(?:\/[\w.-]+)+$/.test(path)) throw new TypeError(`${WHO}: paths must be such as ${PATHS.collect}`);
  const root = baseUrl.replace(/\/+$/, '');

  async function call(name: Call, given: OkpayParams): Promise<Said> {
    const params = { ...given, mchId };
    for (const [param, value = ''] of Object.entries(params)) {
      // The signing does not tell where one parameter ends, so nothing that others have written may hold the sign between two.
      if (value.includes('&') && !ADDRESSES.includes(param)) throw new ProviderError('ampersand', true);
    }
    const sent = Object.entries(params).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const body = new URLSearchParams([...sent, ['sign', signCollect(params, keys[0]!)]]);
    const answer = await readAnswer(await send({ fetch }, 'POST', root + places[name], body), parseNumbersAsText);
    const code = answer['code'];
    if (typeof code !== 'string') throw new ProviderError('bad-answer');
    if (code !== '0') throw new OkpayError(code);
    // The document puts what is said beside `code` for one call and into `data` for the others.
    const data = answer['data'];
    return { text: textOf(typeof data === 'object' && data !== null ? data : answer), data };
  }

  const query = async (name: 'collectQuery' | 'payoutQuery', key: OkpayOrderKey): Promise<OkpayOrderState> => {
    const { text } = await call(name, 'outTradeNo' in key ? { out_trade_no: key.outTradeNo } : { transaction_id: key.transactionId });
    return {
      mchId: text('mchId', 'mchld'),
      outTradeNo: text('out_trade_no'),
      status: text('status'),
      money: text('money'),
      payMoney: text('pay_money'),
      ratio: text('ratio'),
      singleratio: text('singleratio'),
      realMoney: text('real_money'),
      currency: text('currency'),
      utr: text('utr'),
    };
  };

  return {
    async collect(order) {
      const { text } = await call('collect', order);
      const [url, payUpi, transactionId] = [text('url'), text('payUpi'), text(...TRANSACTION)];
      return { ...(url && { url }), ...(payUpi && { payUpi }), ...(transactionId && { transactionId }) };
    },
    collectQuery: (key) => query('collectQuery', key),
    async payout(order) {
      const { text } = await call('payout', order);
      const transactionId = text(...TRANSACTION);
      return { ...(transactionId && { transactionId }) };
    },
    payoutQuery: (key) => query('payoutQuery', key),
    async balance(currency = '') {
      const { data } = await call('balance', { currency });
      const { Balance, Banlance } = Object(data) as { Balance?: unknown; Banlance?: unknown };
      const rows = Balance ?? Banlance;
      if (!Array.isArray(rows)) throw new ProviderError('bad-answer');
      return rows.map((row: unknown) => {
        const text = textOf(Object(row) as object);
        const [currency, balance] = [text('code'), text('balance')];
        if (!currency || !balance) throw new ProviderError('bad-answer');
        return { currency, balance };
      });
    },
  };
}

/** The parameters that may hold `&`: the merchant's own addresses. */
const ADDRESSES: readonly string[] = ['notify_url', 'returnUrl'];

/** The two spellings of the platform's number. */
const TRANSACTION = ['transaction_Id', 'transaction_id'] as const;

/** What the platform has said. */
interface Said {
  /** The text of the first of these names that has one. */
  readonly text: (...names: readonly string[]) => string | undefined;
  readonly data: unknown;
}

const textOf =
  (said: object): Said['text'] =>
  (...names) => {
    for (const name of names) {
      const value: unknown = Object.hasOwn(said, name) ? (said as Record<string, unknown>)[name] : undefined;
      if (typeof value === 'string') return value;
    }
    return undefined;
  };
