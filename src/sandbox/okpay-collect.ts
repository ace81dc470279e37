import { randomBytes, randomInt } from 'node:crypto';
import { formatAmount } from '../formats/money.ts';
import { signCollect } from '../server.ts';
import { minorUnits } from '../server/money.ts';
import { createHandler, isWebAddress, readForm, switchRoutes, type Route } from './answer.ts';
import { createCollectCaller, type CollectCallbacks } from './collect-call-back.ts';
import { arriving, createOrderBook, RATIO, type CollectEvent, type CollectOrder } from './collect-order.ts';
import { createCollectDesk, createCollectPage, DESK_SWITCHES, PAGE_SWITCHES, pageRoutes, type CollectDesk, type CollectPage } from './collect-page.ts';
import { asNumber, mayPass, said, type Call, type Given } from './collect-protocol.ts';
import type { SandboxSurroundings } from './provider-side.ts';

/** What {@link createOkpayCollectSandbox} is given. */
export interface OkpayCollectSandboxOptions extends SandboxSurroundings {
  /** Where the sandbox is mounted, such as `http://localhost:8080/okpay`; its payment pages stand below it at `/pay/…`. */
  readonly baseUrl: string;
  /** The merchant that it knows: digits. */
  readonly mchId: string;
  readonly key: string;
  /** Where a payer comes back to where the shop names nothing else. */
  readonly returnUrl: string;
  /** Who is paid, as UPI apps and the payment page show it; `OKPAY sandbox` when left out. */
  readonly shop?: string;
  /** The one currency it is open for; INR when left out. */
  readonly currency?: string;
  /** What the merchant has, decimal text; `1000.00` when left out. */
  readonly balance?: string;
  /** The plain text by which the shop says that a callback has arrived; `success` when left out. */
  readonly reply?: string;
  /** Where complaints go; `complain` throws without it. */
  readonly complaintUrl?: string;
}

/** OKPAY Collect and Pay, simulated as far as its own sandbox goes: UPI collections and BANK payouts. No money moves. */
export interface OkpayCollectSandbox {
  /** The addresses of the document, the payment pages at `/pay/…`, and `POST /page/…` and `POST /desk/…` for whoever plays. Never rejects. */
  handle(request: Request): Promise<Response>;
  /** The payment page, for a test. */
  readonly page: CollectPage;
  /** The back office with the payouts, for a test. */
  readonly desk: CollectDesk;
  readonly callbacks: CollectCallbacks;
  /** How many orders have come under this number: the platform takes each of them. */
  count(kind: CollectOrder['kind'], outTradeNo: string): number;
  /** What the platform's customer service does when a customer complains; the HTTP status and text that the shop answers. */
  complain(outTradeNo: string, rnd?: string): Promise<{ readonly status: number; readonly text: string }>;
  /** What `okpayCollect()` needs to use this sandbox, without a network between them. */
  readonly settings: {
    readonly baseUrl: string;
    readonly mchId: string;
    readonly key: string;
    readonly payTypes: Readonly<Record<string, readonly string[]>>;
    readonly returnUrl: string;
    readonly reply: string;
    readonly fetch: (request: Request) => Promise<Response>;
  };
  /** Hears what happens; gives the function that ends it. */
  onEvent(listener: (event: CollectEvent) => void): () => void;
  /** Resolves when no callback is under way any more. */
  settled(): Promise<void>;
}

/** OKPAY Collect and Pay to develop, test and sell with: signed forms, a payment page and a back office to play, callbacks in any order. */
export function createOkpayCollectSandbox(options: OkpayCollectSandboxOptions): OkpayCollectSandbox {
  const { mchId, key, returnUrl, shop = 'OKPAY sandbox', currency = 'INR', reply = 'success', now = () => new Date(), fetch = (request) => globalThis.fetch(request) } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const listeners = new Set<(event: CollectEvent) => void>();
  const tell = (event: CollectEvent) => listeners.forEach((listener) => listener(event));
  const book = createOrderBook(now);
  const caller = createCollectCaller(options, { mchId, key, reply }, tell);
  let balance = minorUnits(options.balance ?? '1000.00', currency) ?? 0n;

  function change(order: CollectOrder, word: CollectOrder['word'], payMoney: string): void {
    const { kind, outTradeNo, money } = order;
    Object.assign(order, { word, payMoney, utr: word === '1' && kind === 'payout' ? String(randomInt(1e11, 1e12)) : '' });
    if (word === '1' && kind === 'collection') balance += minorUnits(arriving(payMoney, currency), currency) ?? 0n;
    if (word === '2' && kind === 'payout') balance += minorUnits(money, currency) ?? 0n;
    tell({ type: 'order-changed', kind, outTradeNo, word });
    caller.tell(order);
  }

  function take(kind: CollectOrder['kind'], given: Given): CollectOrder {
    const order = book.add({
      kind,
      outTradeNo: given('out_trade_no'),
      currency,
      money: given('money'),
      attach: given('attach'),
      notifyUrl: given('notify_url'),
      returnUrl: given('returnUrl'),
    });
    tell({ type: 'order-created', kind, outTradeNo: order.outTradeNo, word: order.word });
    return order;
  }

  const CALLS: Record<Call, (given: Given) => Response> = {
    balance: (given) => {
      if (given('currency') && given('currency') !== currency) return said('12');
      return said('0', { data: { mchId, Balance: [{ code: currency, balance: asNumber(formatAmount(balance, currency)) }] } });
    },
    Collect: (given) => {
      const wrong = wrongOrder(given, 'UPI', ['out_trade_no', 'notify_url', 'returnUrl']);
      if (wrong) return said(wrong);
      const { transactionId, money } = take('collection', given);
      const upi = new URLSearchParams({ pa: 'sandbox@okpay', pn: shop, am: money, cu: currency, tr: transactionId });
      return said('0', { data: { url: `${baseUrl}/pay/${transactionId}`, payUpi: `upi://pay?${upi}`.replaceAll('+', '%20'), transaction_Id: transactionId } });
    },
    'query/Collect': (given) => {
      const order = find('collection', given);
      if (!order) return said('7');
      const { word, payMoney } = order;
      return said('0', { mchId: asNumber(mchId), ...about(order), status: asNumber(word), pay_money: asNumber(payMoney) });
    },
    Payout: (given) => {
      const wrong = wrongOrder(given, 'BANK', ['out_trade_no', 'notify_url', 'account', 'userName', 'phone', 'email', 'reserve1']);
      if (wrong) return said(wrong);
      const minor = minorUnits(given('money'), currency)!;
      if (minor > balance) return said('9');
      balance -= minor;
      return said('0', { data: { transaction_id: take('payout', given).transactionId } });
    },
    'query/Payout': (given) => {
      const order = find('payout', given);
      if (!order) return said('7');
      const { word, utr } = order;
      return said('0', { data: { mchId: asNumber(mchId), ...about(order), status: asNumber(word), singleratio: asNumber('0.00'), utr: utr || null } });
    },
  };

  const find = (kind: CollectOrder['kind'], given: Given) =>
    book.find(kind, given('out_trade_no') ? { outTradeNo: given('out_trade_no') } : { transactionId: given('transaction_id') });

  const about = ({ outTradeNo, money }: CollectOrder) => ({
    out_trade_no: outTradeNo,
    money: asNumber(money),
    ratio: asNumber(RATIO),
    real_money: asNumber(arriving(money, currency)),
    currency,
  });

  /** The status code for an order that cannot be taken; undefined where it can. */
  function wrongOrder(given: Given, payType: string, must: readonly string[]): string | undefined {
    if (must.some((name) => !given(name)) || !isWebAddress(given('notify_url'))) return '1';
    if (given('currency') !== currency) return '12';
    if (given('pay_type') !== payType) return '13';
    return minorUnits(given('money'), currency) ? undefined : '10';
  }

  const orders = {
    byTransaction: (transactionId: string) => book.find('collection', { transactionId }),
    payout: (outTradeNo: string) => book.find('payout', { outTradeNo }),
    change,
    again: caller.again,
  };
  const page = createCollectPage(orders, shop);
  const desk = createCollectDesk(orders);
  const handle = createHandler(baseUrl, [
    ...Object.entries(CALLS).map(([name, answer]): Route => [
      'POST',
      `/v1/${name}`,
      async (request) => {
        const { wrong, given } = mayPass(await readForm(request), { mchId, key });
        return wrong === undefined ? answer(given) : said(wrong);
      },
    ]),
    ...pageRoutes(page),
    ...switchRoutes('/page', page, PAGE_SWITCHES),
    ...switchRoutes('/desk', desk, DESK_SWITCHES),
  ]);

  return {
    ...{ handle, page, desk, callbacks: caller.callbacks, count: book.count, settled: caller.settled },
    settings: { baseUrl, mchId, key, payTypes: { [currency]: ['UPI'] }, returnUrl, reply, fetch: handle },
    async complain(outTradeNo, rnd = randomBytes(8).toString('hex')) {
      if (options.complaintUrl === undefined) throw new TypeError('createOkpayCollectSandbox: complaintUrl is left out');
      const params = { out_trade_no: outTradeNo, rnd };
      const body = String(new URLSearchParams({ ...params, sign: signCollect(params, key) }));
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const response = await fetch(new Request(options.complaintUrl, { method: 'POST', headers, body }));
      return { status: response.status, text: await response.text() };
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
