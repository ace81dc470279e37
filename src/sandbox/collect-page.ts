import { minorUnits } from '../server/money.ts';
import type { Route, Switches } from './answer.ts';
import { SandboxError } from './charge.ts';
import type { CollectOrder, CollectWord } from './collect-order.ts';
import { sendOn, webPage } from './web-page.ts';

/** What the payment page shows. */
export interface CollectPageReading {
  /** Who is paid. */
  readonly shop: string;
  readonly outTradeNo: string;
  /** Decimal text in major units. */
  readonly amount: string;
  readonly currency: string;
  /** Where the payer goes on to afterwards. */
  readonly returnUrl: string;
  readonly word: CollectWord;
}

/** The payment page, played: every function takes its address, or the UPI address of the same payment, and throws a SandboxError. */
export interface CollectPage {
  read(address: string): CollectPageReading;
  /** Pays; another amount than was asked only where one is given. */
  pay(address: string, amount?: string): void;
  /** The payment fails. */
  fail(address: string): void;
  /** Sends the last callback once more, byte for byte. */
  callBackAgain(address: string): void;
}

/** The back office, where the result of a payout is chosen by hand: every function takes its `out_trade_no` and throws a SandboxError. */
export interface CollectDesk {
  payOut(outTradeNo: string): void;
  refuse(outTradeNo: string): void;
  callBackAgain(outTradeNo: string): void;
}

/** How an order is found and changed. */
interface Orders {
  readonly byTransaction: (transactionId: string) => CollectOrder | undefined;
  readonly payout: (outTradeNo: string) => CollectOrder | undefined;
  /** Changes an order and tells the shop. */
  readonly change: (order: CollectOrder, word: CollectWord, payMoney: string) => void;
  readonly again: (order: CollectOrder) => void;
}

/** A payment page for these orders of a shop. */
export function createCollectPage({ byTransaction, change, again }: Orders, shop: string): CollectPage {
  function find(address: string): CollectOrder {
    if (!URL.canParse(address)) throw new SandboxError('damaged');
    const url = new URL(address);
    const order = byTransaction((url.protocol === 'upi:' ? url.searchParams.get('tr') : url.pathname.split('/').at(-1)) ?? '');
    if (!order) throw new SandboxError('unknown-code');
    return order;
  }
  return {
    read(address) {
      const { outTradeNo, money: amount, currency, returnUrl, word } = find(address);
      return { shop, outTradeNo, amount, currency, returnUrl, word };
    },
    pay(address, amount) {
      const order = open(find(address));
      const paid = amount ?? order.money;
      if (!minorUnits(paid, order.currency)) throw new SandboxError('bad-request');
      change(order, '1', paid);
    },
    fail: (address) => change(open(find(address)), '2', '0.00'),
    callBackAgain: (address) => again(find(address)),
  };
}

/** The buttons of the page. */
const BUTTONS = { pay: 'Pay', fail: 'Let it fail' } as const;

/** The page itself, below `/pay/`: who presses a button, or comes once the result is known, is sent on to the shop. */
export function pageRoutes(page: CollectPage): Route[] {
  const at = /^\/pay\/(TX\w+)$/;
  const show = (url: string): Response => {
    const { shop, outTradeNo, amount, currency, returnUrl, word } = page.read(url);
    return word === '0' ? webPage({ who: 'OKPAY', said: `${shop}: ${currency} ${amount} (${outTradeNo})`, buttons: BUTTONS }) : sendOn(returnUrl);
  };
  return [
    ['GET', at, async ({ url }) => show(url)],
    [
      'POST',
      at,
      async ({ url }) => {
        const act = new URL(url).searchParams.get('act') ?? '';
        if (!Object.hasOwn(BUTTONS, act)) throw new SandboxError('bad-request');
        page[act as keyof typeof BUTTONS](url);
        return show(url);
      },
    ],
  ];
}

/** A back office for these orders. */
export function createCollectDesk({ payout, change, again }: Orders): CollectDesk {
  function find(outTradeNo: string): CollectOrder {
    const order = payout(outTradeNo);
    if (!order) throw new SandboxError('unknown-code');
    return order;
  }
  return {
    payOut(outTradeNo) {
      const order = open(find(outTradeNo));
      change(order, '1', order.money);
    },
    refuse: (outTradeNo) => change(open(find(outTradeNo)), '2', '0.00'),
    callBackAgain: (outTradeNo) => again(find(outTradeNo)),
  };
}

/** The order, where its result is not known yet. */
function open(order: CollectOrder): CollectOrder {
  if (order.word !== '0') throw new SandboxError('not-payable');
  return order;
}

/** What the demo's buttons do, by the last part of `/page/…`. */
export const PAGE_SWITCHES: Switches<CollectPage> = {
  read: (page, code) => page.read(code),
  pay: (page, code, amount) => page.pay(code, amount),
  fail: (page, code) => page.fail(code),
  'call-back-again': (page, code) => page.callBackAgain(code),
};

/** The same for `/desk/…`. */
export const DESK_SWITCHES: Switches<CollectDesk> = {
  'pay-out': (desk, code) => desk.payOut(code),
  refuse: (desk, code) => desk.refuse(code),
  'call-back-again': (desk, code) => desk.callBackAgain(code),
};
