import { signNotification, type Notification } from '../server.ts';
import type { SandboxCharge, SandboxEvent } from './charge.ts';

/** How often a callback is tried before the provider gives up. */
const TRIES = 5;
/** The wait before the second try, doubled before each further one, in milliseconds. */
const FIRST_WAIT = 200;

/** How the provider tells the shop. */
export interface Caller<Charge> {
  /** Sends a callback in the background, again until it is answered with 2xx, at most five times. */
  send(charge: Charge, body: string): void;
  /** Resolves when no callback is under way any more. */
  settled(): Promise<void>;
}

/** Sends callbacks signed as agreed. `to` and `notification` are asked at each try, because the shop may set them anew. */
export function createCaller<Charge extends SandboxCharge>(options: {
  readonly to: (charge: Charge) => string | undefined;
  readonly notification: (charge: Charge) => Notification;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly tell: (event: SandboxEvent) => void;
}): Caller<Charge> {
  const underWay = new Set<Promise<void>>();

  async function deliver(charge: Charge, body: string): Promise<void> {
    const { externalId, word } = charge;
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      if (attempt > 1) await options.wait(FIRST_WAIT * 2 ** (attempt - 2));
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
