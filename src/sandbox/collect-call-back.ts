import { signCollect } from '../server.ts';
import { arriving, RATIO, type CollectEvent, type CollectOrder } from './collect-order.ts';
import type { SandboxSurroundings } from './provider-side.ts';

/** "The system will asynchronous 5 times the cycle callback." */
const TRIES = 5;
/** The wait before the second try, doubled before each further one, in milliseconds. */
const FIRST_WAIT = 200;

/** When the platform's callbacks go out: at once, or held back to come late, twice, and in any order. */
export interface CollectCallbacks {
  /** From now on callbacks are kept here. */
  hold(): void;
  /** How many are kept. */
  readonly held: number;
  /** Sends those at these places, the oldest is 0, in this order, and forgets them; without places all, and holds no more. */
  release(...places: number[]): void;
}

/** How the platform tells the shop. */
export interface CollectCaller {
  readonly callbacks: CollectCallbacks;
  /** Tells what an order is now, again until the shop answers `success`, at most five times. */
  tell(order: CollectOrder): void;
  /** Sends the last callback of an order once more, byte for byte. */
  again(order: CollectOrder): void;
  /** Resolves when no callback is under way any more; those that are held are not. */
  settled(): Promise<void>;
}

/** A caller that signs with this merchant's key. */
export function createCollectCaller(
  { fetch = (request) => globalThis.fetch(request), wait = pause }: SandboxSurroundings,
  { mchId, key, reply }: { readonly mchId: string; readonly key: string; readonly reply: string },
  tell: (event: CollectEvent) => void,
): CollectCaller {
  const underWay = new Set<Promise<void>>();
  const kept: (() => void)[] = [];
  let holding = false;

  async function deliver({ kind, outTradeNo, word, notifyUrl }: CollectOrder, body: string): Promise<void> {
    const about = { kind, outTradeNo, word };
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      if (attempt > 1) await wait(FIRST_WAIT * 2 ** (attempt - 2));
      const { status, text } = await post(notifyUrl, body);
      tell({ type: 'callback-sent', ...about, status, attempt });
      if (status === 200 && text.trim() === reply) return;
    }
    tell({ type: 'callback-given-up', ...about });
  }

  async function post(url: string, body: string): Promise<{ status: number; text: string }> {
    try {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const response = await fetch(new Request(url, { method: 'POST', headers, body }));
      return { status: response.status, text: await response.text() };
    } catch {
      return { status: 0, text: '' };
    }
  }

  function send(order: CollectOrder, body: string): void {
    // What is held says what was so when it was made.
    const then = { ...order };
    const start = () => {
      const work: Promise<void> = deliver(then, body).finally(() => underWay.delete(work));
      underWay.add(work);
    };
    if (holding) kept.push(start);
    else start();
  }

  return {
    callbacks: {
      hold: () => void (holding = true),
      get held() {
        return kept.length;
      },
      release(...places) {
        const chosen = places.length ? places : kept.map((_, place) => place);
        const starts = chosen.map((place) => kept[place]);
        for (const start of new Set(starts)) if (start) kept.splice(kept.indexOf(start), 1);
        if (!places.length) holding = false;
        starts.forEach((start) => start?.());
      },
    },
    tell(order) {
      const { outTradeNo, currency, money, attach, word: status, payMoney, kind } = order;
      const paid = { ...(kind === 'collection' && { pay_money: payMoney }), merchant_ratio: RATIO };
      const said = { mchId, out_trade_no: outTradeNo, currency, money, attach, ...paid, real_money: arriving(money, currency), status };
      order.lastCallback = String(new URLSearchParams({ ...said, sign: signCollect(said, key) }));
      send(order, order.lastCallback);
    },
    again(order) {
      if (order.lastCallback !== undefined) send(order, order.lastCallback);
    },
    async settled() {
      while (underWay.size) await Promise.all(underWay);
    },
  };
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
