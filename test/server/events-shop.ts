import { EventReader, handTimer, idle } from './events-reader.ts';
import { openShop, type Answer, type ShopOverrides } from './shop.ts';

/** A shop whose streams a test listens to, with a timer that the test moves. */
export function openListeningShop(overrides: ShopOverrides = {}) {
  const timer = handTimer();
  const shop = openShop({ after: timer.after, ...overrides });
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    shop.payments.handle(new Request(`https://shop.example${path}`, { method, headers }));
  return {
    ...shop,
    timer,
    get,
    /** The answer to a page that opens the stream of a payment. */
    open: ({ id }: { readonly id: string }, lastEventId?: string) =>
      get(`/payments/${id}/events`, lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }),
    /** The same as a page that reads along, with what has come already. */
    async listen(payment: { readonly id: string }, lastEventId?: string) {
      const reader = new EventReader(await this.open(payment, lastEventId));
      await idle();
      return reader;
    },
    /** Lets the payer's bank act, until the shop has heard of it and the pages of the shop. */
    async bank(act: 'pay' | 'decline' | 'keepWaiting' | 'expire' | 'payLate' | 'refund', { pix }: Answer, amount?: string) {
      if (act === 'pay') shop.sandbox.bank.pay(pix.code, amount);
      else shop.sandbox.bank[act](pix.code);
      await shop.sandbox.settled();
      await idle();
    },
  };
}
