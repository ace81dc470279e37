import { signNotification, type Notification } from '../server.ts';
import type { SandboxEvent } from './charge.ts';

/** The waits before the second try and each further one, in milliseconds. */
const WAITS: readonly number[] = [200, 400, 800, 1600];

/** What a callback is about. */
export interface Told {
  /** The shop's reference. */
  readonly externalId: string;
  /** The provider's word. */
  readonly word: string;
}

/** How the provider tells the shop. */
export interface Caller<Charge> {
  /** Sends a callback in the background, again until it is answered with 2xx, as often as there are waits. */
  send(charge: Charge, body: string): void;
  /** Resolves when no callback is under way any more. */
  settled(): Promise<void>;
}

/** Sends callbacks signed as agreed. `to` and `notification` are asked at each try, because the shop may set them anew. */
export function createCaller<Charge extends Told>(options: {
  readonly to: (charge: Charge) => string | undefined;
  readonly notification: (charge: Charge) => Notification;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly tell: (event: SandboxEvent) => void;
  /** Headers besides the notification's. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Four, the first of 0.2 s and each twice the one before, when left out. */
  readonly waits?: readonly number[] | undefined;
}): Caller<Charge> {
  const underWay = new Set<Promise<void>>();

  async function deliver(charge: Charge, body: string): Promise<void> {
    const { externalId, word } = charge;
    const waits = [0, ...(options.waits ?? WAITS)];
    for (const [at, wait] of waits.entries()) {
      const attempt = at + 1;
      if (at) await options.wait(wait);
      const status = await post(charge, body);
      options.tell({ type: 'callback-sent', externalId, word, status, attempt });
      if (status >= 200 && status < 300) return;
    }
    options.tell({ type: 'callback-given-up', externalId, word });
  }

  async function post(charge: Charge, body: string): Promise<number> {
    const to = options.to(charge);
    if (to === undefined) return 0;
    const notification = options.notification(charge);
    const headers = {
      ...options.headers,
      'Content-Type': 'application/json',
      [notification.header]: signNotification(notification, new TextEncoder().encode(body)),
    };
    try {
      const response = await options.fetch(new Request(to, { method: 'POST', headers, body }));
      await response.body?.cancel();
      return response.status;
    } catch {
      return 0;
    }
  }

  return {
    send(charge, body) {
      const work: Promise<void> = deliver({ ...charge }, body).finally(() => underWay.delete(work));
      underWay.add(work);
    },
    async settled() {
      while (underWay.size) await Promise.all(underWay);
    },
  };
}
