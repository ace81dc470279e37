import { isFinal } from '../formats/payment.ts';
import { eventStream, noContent, rejected } from './answers.ts';
import type { Context } from './context.ts';
import { eventBytes } from './event-stream.ts';
import { sha256 } from './ids.ts';
import { Listeners, type After, type StreamLimits } from './listeners.ts';
import { toldStatus } from './record.ts';
import { Rejection } from './rejection.ts';
import { isSettled, lookUp, statusAnswer } from './status.ts';
import type { PaymentRecord } from './store.ts';

/** The other way in which a page hears of its payment: nobody asks, every change is sent. */
export interface Events {
  /**
   * `GET /payments/:id/events`: a stream of events `status`, the first at once unless `lastEventId` names just its version; 204
   * when nothing more will come of the payment. Throws a Rejection `not-found`, and `busy` once closed.
   */
  answer(id: string, lastEventId: string | null): Promise<Response>;
  /** Sends a committed change to whoever listens to the payment. Never throws. */
  tell(record: PaymentRecord): void;
  /** Ends every stream and says when to come back; afterwards none is opened and nothing is looked up. */
  close(): Promise<void>;
}

/** How often a payment is looked up for what another process has changed, in seconds, whatever the number of its listeners. */
const CATCH_UP = 5;
/** After how many of these the process does something else. */
const TOGETHER = 20;
/** For how long after its time a payment that has ended unpaid may still turn out to be paid, in milliseconds. */
const LATE = 3_600_000;
/** When to come back after there was no place, in seconds. */
const NO_PLACE = '30';

/** Streams of status events. What this process changes is sent at once, what another one changes after five seconds. */
export function createEvents(context: Context, limits: StreamLimits = {}, after: After = later): Events {
  const { perPayment = 8, inAll = 10_000 } = limits;
  for (const [name, limit] of Object.entries({ perPayment, inAll })) {
    if (!Number.isInteger(limit) || limit < 1) throw new TypeError(`createPayments: streams.${name} must be a whole number from 1`);
  }
  const listeners = new Listeners({ perPayment, inAll }, after, () => void (round ??= catchUp().finally(() => (round = undefined))));
  let round: Promise<void> | undefined;
  let closed = false;
  let isStoreDown = false;

  const bytesOf = (record: PaymentRecord): Uint8Array =>
    eventBytes({ event: 'status', id: String(record.version), data: JSON.stringify(statusAnswer(record, context.now())) });

  async function answer(id: string, lastEventId: string | null): Promise<Response> {
    if (closed) throw new Rejection('busy');
    const key = sha256(id);
    // It joins before the look-up, so that no change is lost between the two.
    const listener = listeners.join(key);
    try {
      const record = await lookUp(context, key);
      if (!record) throw new Rejection('not-found');
      const { version } = record;
      const isOver = hasEnded(record, context.now());
      if (lastEventId === String(version)) {
        if (isOver) {
          listeners.leave(listener);
          return noContent();
        }
        listener.version = Math.max(listener.version, version);
      }
      if (!isOver && !listeners.admit(listener)) {
        listeners.leave(listener);
        return rejected(new Rejection('busy'), { 'Retry-After': NO_PLACE });
      }
      listeners.tell(listener, version, bytesOf(record), isOver);
      return eventStream(listener.stream.body);
    } catch (error) {
      listeners.leave(listener);
      throw error;
    }
  }

  function tell(record: PaymentRecord): void {
    const behind = listeners.behind(record.idHash, record.version);
    if (!behind.length) return;
    const bytes = bytesOf(record);
    const isOver = hasEnded(record, context.now());
    const streams = behind.filter((listener) => listeners.tell(listener, record.version, bytes, isOver)).length;
    const { provider, paymentId, attempt } = record;
    context.observe({ type: 'status-pushed', provider, paymentId, attempt, status: toldStatus(record), streams });
  }

  async function catchUp(): Promise<void> {
    let looked = 0;
    try {
      for (const key of listeners.due(CATCH_UP)) {
        if (closed) return;
        const record = await lookUp(context, key);
        isStoreDown = false;
        if (record) tell(record);
        // A store in the same process answers without a pause of its own: callbacks must not wait for a thousand look-ups.
        if (++looked % TOGETHER === 0) await new Promise((resolve) => setTimeout(resolve));
      }
    } catch (error) {
      if (!isStoreDown) context.warn(`paytags: cannot look for changes (${(error as { code?: string } | null)?.code ?? 'error'})`);
      isStoreDown = true;
    }
  }

  return {
    answer,
    tell,
    async close() {
      closed = true;
      listeners.endAll();
      await round;
    },
  };
}

/** Whether nothing more is to be told: paid or given back, or ended so long ago that nobody pays it any more. */
const hasEnded = (record: PaymentRecord, now: Date): boolean =>
  isSettled(record) || (isFinal(toldStatus(record)) && now.getTime() > record.expiresAt + LATE);

const later: After = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};
