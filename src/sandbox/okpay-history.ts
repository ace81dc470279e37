import type { OkpayFields } from '../formats/okpay-fields.ts';
import { okpayTime } from './okpay-messages.ts';

/** A message as the history shows it. */
export interface OkpayIpn {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Where it goes, each time. */
  readonly url: string;
  readonly walletId: string;
  /** The transaction that it is about; empty for the simulator's. */
  readonly txnId: string;
  readonly kind: string;
  /** Whether the simulator has made it. */
  readonly isTest: boolean;
  /** All parameters of the original message. */
  readonly fields: OkpayFields;
  /** `Queued`: ready to be sent. `Retrying`: sent in vain, and sent again every 30 minutes. */
  readonly status: 'Queued' | 'Sent' | 'Failed' | 'Retrying';
  /** How often it was sent: the original message has 1. */
  readonly tries: number;
  /** When it was sent last, in milliseconds since 1970. */
  readonly sentAt: number;
  /** What the listener answered last; 0 for nothing. */
  readonly httpStatus: number;
}

/** Which messages are looked for; all when left out. Dates are `YYYY-MM-DD`, GMT. */
export interface OkpayIpnFilter {
  readonly walletId?: string;
  readonly status?: string;
  readonly txnId?: string;
  readonly from?: string;
  readonly till?: string;
}

/** OKPAY's messages: sent, kept, sent again, vouched for. */
export interface OkpayHistory {
  /** Sends a message in the background, after those before it; it is kept at once. */
  send(message: Pick<OkpayIpn, 'id' | 'url' | 'walletId' | 'txnId' | 'kind' | 'isTest' | 'fields'>): OkpayIpn;
  /** The newest first. */
  find(filter?: OkpayIpnFilter): readonly OkpayIpn[];
  /** Sends these messages once more; resolves when they are. */
  resend(ids: readonly string[]): Promise<void>;
  /** Sends again what waits for it until now; resolves when it is. */
  retryDue(): Promise<void>;
  /** The verifier's word for what a listener posts back, byte for byte. */
  verify(body: Uint8Array): 'VERIFIED' | 'TEST' | 'INVALID';
  /** Resolves when no message is under way any more; one that is sent again only later is not. */
  settled(): Promise<void>;
}

/** "The message has been resent between 1 and 15 times and OKPAY continues trying to resend the message (every 30 minutes)." */
const MOST_TRIES = 16;
const WAIT = 30 * 60_000;
/** How long a listener may take, in milliseconds. */
const PATIENCE = 10_000;
const PREAMBLE = 'ok_verify=true&';

type Kept = { -readonly [Key in keyof OkpayIpn]: OkpayIpn[Key] } & { dueAt: number };

/** A history without messages, which calls only what `mayCall` says, and follows no redirect. */
export function createOkpayHistory(options: {
  readonly now: () => Date;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly mayCall: (url: string) => boolean;
  /** How a space is written in messages. */
  readonly space: '+' | '%20';
}): OkpayHistory {
  const { now, fetch, mayCall, space } = options;
  const messages: Kept[] = [];
  const sent = new Map<string, 'VERIFIED' | 'TEST'>();
  let queue = Promise.resolve();

  /** One after the other, so that what became of a transaction arrives in the order in which it did. */
  function enqueue(message: Kept, at = now().getTime()): Promise<void> {
    message.status = 'Queued';
    return (queue = queue.then(() => deliver(message, at)));
  }

  async function deliver(message: Kept, at: number): Promise<void> {
    const { url, fields, isTest } = message;
    const tries = ++message.tries;
    const again: OkpayFields = tries > 1 ? [['ok_ipn_resend', 'true']] : [];
    const body = String(new URLSearchParams([...fields, ...again].map(([name, value]): [string, string] => [name, value]))).replaceAll('+', space);
    sent.set(body, isTest ? 'TEST' : 'VERIFIED');
    const httpStatus = await post(url, body);
    const retries = !isTest && mayCall(url) && tries < MOST_TRIES;
    Object.assign(message, { httpStatus, sentAt: at, dueAt: at + WAIT, status: httpStatus === 200 ? 'Sent' : retries ? 'Retrying' : 'Failed' });
  }

  async function post(url: string, body: string): Promise<number> {
    if (!mayCall(url)) return 0;
    try {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const response = await fetch(new Request(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) }));
      await response.body?.cancel();
      return response.status;
    } catch {
      return 0;
    }
  }

  return {
    send(message) {
      const at = now().getTime();
      const kept: Kept = { ...message, createdAt: at, status: 'Queued', tries: 0, sentAt: at, httpStatus: 0, dueAt: 0 };
      messages.push(kept);
      void enqueue(kept);
      return kept;
    },
    find: ({ walletId, status, txnId, from = '', till } = {}) =>
      messages.toReversed().filter((message) => {
        const day = okpayTime(message.createdAt).slice(0, 10);
        return (!walletId || message.walletId === walletId) && (!status || message.status === status) && (!txnId || message.txnId === txnId) && day >= from && day <= (till || '9');
      }),
    async resend(ids) {
      await Promise.all(messages.filter(({ id, status }) => ids.includes(id) && status !== 'Queued').map((message) => enqueue(message)));
    },
    async retryDue() {
      const due = () => messages.filter(({ status, dueAt }) => status === 'Retrying' && dueAt <= now().getTime());
      for (let waiting = due(); waiting.length; waiting = due()) await Promise.all(waiting.map((message) => enqueue(message, message.dueAt)));
    },
    verify(body) {
      // What was sent is ASCII: another body is another text.
      const text = Buffer.from(body).toString();
      return (text.startsWith(PREAMBLE) && sent.get(text.slice(PREAMBLE.length))) || 'INVALID';
    },
    async settled() {
      for (let last; last !== queue; ) await (last = queue);
    },
  };
}
