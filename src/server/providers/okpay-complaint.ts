import { plain } from '../answers.ts';
import { readBody } from '../body.ts';
import { sha256 } from '../ids.ts';
import type { Answering } from '../provider.ts';
import { toMerchant, type MerchantPayment } from '../record.ts';
import { Rejection } from '../rejection.ts';
import type { CollectParams } from './collect-sign.ts';
import { createRecent } from './recent.ts';

/** What the platform's customer service asks about. */
export interface Complaint {
  /** The number of the order at the platform: our attempt, or a number of your own. */
  readonly outTradeNo: string;
  /** The payment, where it is one of the companion's. */
  readonly payment: MerchantPayment | undefined;
}

/** Who the customer of an order is; `undefined` where the platform is not to know. What it gives goes to the platform alone and is kept nowhere. */
export type Complain = (complaint: Complaint) => Customer | undefined | Promise<Customer | undefined>;

/** Name and phone number as the platform is told them. */
export interface Customer {
  readonly name: string;
  readonly phone: string;
}

/** How many are answered in a minute. */
const MOST = 10;
const MINUTE = 60_000;

/** How complaints are answered. */
interface Answers {
  readonly complaint: Complain;
  /** The parameters of a request; throws a Rejection. */
  readonly verify: (body: Uint8Array) => CollectParams;
  readonly mchId: string;
  /** The name of the provider whose payments these are. */
  readonly provider: string;
}

/**
 * `POST /complaints/okpay-collect`: `name|phone` of the customer. Throws a Rejection: `bad-signature` or `bad-body`, `busy` for more than
 * ten in a minute and where the merchant's function fails, `conflict` for an `rnd` that was answered before, `not-found`.
 */
export function answerComplaint({ complaint, verify, mchId, provider }: Answers): Answering {
  const inAMinute = createRecent(MINUTE, MOST);

  return async (request, { store, now, observe }) => {
    const body = await readBody(request, 'form');
    const { out_trade_no: outTradeNo, rnd, mchId: named, ...rest } = verify(body);
    // A callback is signed with the same key, and an order's text could be cut into one: nothing else may be in it.
    if (!outTradeNo || !rnd || Object.keys(rest).length) throw new Rejection('bad-body');
    if (named !== undefined && named !== mchId) throw new Rejection('bad-signature');
    const at = now();
    if (!inAMinute.take('', at)) throw new Rejection('busy');
    const record = await store.find('attempt', outTradeNo);
    const payment = record?.provider === provider ? toMerchant(record) : undefined;
    const customer = await ask(complaint, { outTradeNo, payment });
    const notice = { attempt: outTradeNo, payeeIsOurs: true };
    const event = { provider: `${provider}-complaint`, key: `rnd:${sha256(rnd)}`, digest: sha256(body), receivedAt: at.getTime(), notice };
    // Kept last: whoever could not be answered may ask again. The same request twice is not told twice.
    if (await store.transaction((tx) => tx.keep(event))) throw new Rejection('conflict');
    observe({ type: 'complaint-answered', provider, attempt: outTradeNo });
    return plain(200, customer);
  };
}

/** What is answered; throws a Rejection. An error of the merchant's function may name the customer, so nothing of it goes on. */
async function ask(complaint: Complain, about: Complaint): Promise<string> {
  let customer: Customer | undefined;
  try {
    customer = await complaint(about);
  } catch {
    throw new Rejection('busy');
  }
  if (customer === undefined || customer === null) throw new Rejection('not-found');
  const { name, phone } = customer;
  if (typeof name !== 'string' || typeof phone !== 'string' || !bare(name) || !bare(phone)) throw new Rejection('busy');
  return `${bare(name)}|${bare(phone)}`;
}

/** One line without what parts name and phone. */
const bare = (text: string): string => text.replaceAll('|', '').replace(/\p{C}+/gu, ' ').trim();
