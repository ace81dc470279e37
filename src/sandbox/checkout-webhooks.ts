import { signNotification, type Notification } from '../server.ts';
import { CHECKOUT_SIGNATURE } from '../server/providers/checkout-webhook.ts';
import { createCaller } from './call-back.ts';
import type { SandboxEvent } from './charge.ts';
import type { CheckoutWebhook } from './checkout-payment.ts';

/** When Checkout.com sends a webhook again that was not answered with 2xx: the minutes after each try. */
const RETRIES: readonly number[] = [5, 10, 15, 30, 60, 240, 720, 720];

/** How webhooks are signed and where they go. */
export interface CheckoutSigning {
  readonly callbackUrl: string;
  readonly webhookKey: Notification['secret'];
  readonly authorizationKey?: Notification['secret'] | undefined;
  /** How many milliseconds stand for a minute of the schedule. */
  readonly minute: number;
}

/** The webhooks that Checkout.com sends, and what can become of them on the way. */
export interface CheckoutWebhooks {
  /** From now on they are kept back. */
  hold(): void;
  /** The types of those that are kept back, such as `payment_captured`, in the order in which they happened. */
  held(): readonly string[];
  /**
   * Sends those that were kept back, one after the other, and keeps back no more: in the order in which they happened, or in that of
   * these places, such as `[2, 0, 1, 0]`; one that is not named is lost.
   */
  release(order?: readonly number[]): Promise<void>;
  /** Sends all that were ever sent once more, byte for byte; with a reference those that name it. */
  again(reference?: string): Promise<void>;
}

/** The webhooks of one sandbox, and the function that sends one, or keeps it back. */
export function createWebhooks(
  signing: CheckoutSigning,
  road: { readonly fetch: (request: Request) => Promise<Response>; readonly wait: (milliseconds: number) => Promise<void>; readonly tell: (event: SandboxEvent) => void },
): { readonly webhooks: CheckoutWebhooks; send(webhook: CheckoutWebhook): void; settled(): Promise<void> } {
  const { callbackUrl, webhookKey, authorizationKey, minute } = signing;
  const authorization = authorizationKey && signNotification({ header: 'Authorization', scheme: 'equals', secret: authorizationKey }, new Uint8Array());
  const caller = createCaller({
    ...road,
    to: () => callbackUrl,
    notification: () => ({ header: CHECKOUT_SIGNATURE, scheme: 'hmac-sha256', secret: webhookKey }),
    headers: authorization ? { Authorization: authorization } : undefined,
    waits: RETRIES.map((minutes) => minutes * minute),
  });
  const sent: CheckoutWebhook[] = [];
  let held: CheckoutWebhook[] | undefined;

  const deliver = ({ reference, type, body }: CheckoutWebhook) => caller.send({ externalId: reference, word: type }, body);
  let sending = Promise.resolve();
  function oneByOne(webhooks: readonly CheckoutWebhook[]): Promise<void> {
    return (sending = sending.then(async () => {
      for (const webhook of webhooks) {
        deliver(webhook);
        await caller.settled();
      }
    }));
  }

  return {
    webhooks: {
      hold() {
        held ??= [];
      },
      held: () => (held ?? []).map(({ type }) => type),
      async release(order) {
        const waiting = held ?? [];
        held = undefined;
        const chosen = order ? order.flatMap((place) => waiting[place] ?? []) : waiting;
        sent.push(...new Set(chosen));
        await oneByOne(chosen);
      },
      again: (reference) => oneByOne(sent.filter((webhook) => reference === undefined || webhook.reference === reference)),
    },
    send(webhook) {
      if (held) return void held.push(webhook);
      sent.push(webhook);
      deliver(webhook);
    },
    async settled() {
      await sending;
      await caller.settled();
    },
  };
}
