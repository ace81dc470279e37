import { randomBytes } from 'node:crypto';
import type { Notification } from '../server.ts';
import { createHandler, switchRoutes } from './answer.ts';
import { SandboxError, type SandboxEvent } from './charge.ts';
import { checkoutRoutes, type CheckoutWish } from './checkout-api.ts';
import { newId, webhookOf, type CheckoutAction, type CheckoutPayment, type CheckoutStatus } from './checkout-payment.ts';
import { createWebhooks, type CheckoutWebhooks } from './checkout-webhooks.ts';
import { createOctopusApp, OCTOPUS_SWITCHES, type OctopusActs, type OctopusApp } from './octopus-app.ts';
import { createLanding, LANDING_PATH, landingRoutes, type OctopusLanding } from './octopus-landing.ts';
import type { SandboxSurroundings } from './provider-side.ts';

/** What {@link createCheckoutSandbox} is given. */
export interface CheckoutSandboxOptions extends SandboxSurroundings {
  /** Where the sandbox is mounted, such as `http://localhost:8080/checkout`; the shopper's app stands below it at `/app`. */
  readonly baseUrl: string;
  /** The Bearer value that it takes. */
  readonly secretKey: string;
  /** What webhooks are signed with; of several the first. */
  readonly webhookKey: Notification['secret'];
  /** What their Authorization header is; none when left out. */
  readonly authorizationKey?: Notification['secret'];
  /** Where they go, such as `http://localhost:8080/callbacks/checkout`. */
  readonly callbackUrl: string;
  /** Who is paid, as app and landing page show it. */
  readonly shop?: string;
  /** How long a payment can be approved, in seconds; 900 when left out. */
  readonly expiresInSeconds?: number;
  /** Whether webhooks carry the balances of the payment, as the documents' do; true when left out. */
  readonly balances?: boolean;
  /** How many milliseconds stand for a minute of the schedule by which a webhook is sent again; 40 when left out. */
  readonly minute?: number;
}

/** Settings of `checkoutOctopus()`. */
export interface CheckoutSandboxSettings extends Pick<CheckoutSandboxOptions, 'baseUrl' | 'secretKey' | 'webhookKey' | 'authorizationKey'> {
  readonly landingOrigins: readonly string[];
  readonly fetch: (request: Request) => Promise<Response>;
}

/** Octopus through Checkout.com, simulated: no money moves. */
export interface CheckoutSandbox {
  /** The addresses of the API, the landing page at `/oos/payment/`, and the shopper at `POST /app/…`. Never rejects. */
  handle(request: Request): Promise<Response>;
  /** The shopper's app, for a test. */
  readonly app: OctopusApp;
  /** The landing page, for a test. */
  readonly landing: OctopusLanding;
  /** The webhooks: kept back, in any order, lost, sent again. */
  readonly webhooks: CheckoutWebhooks;
  /** What `checkoutOctopus()` needs to use this sandbox, without a network between them. */
  readonly settings: CheckoutSandboxSettings;
  /** Hears what happens; gives the function that ends it. */
  onEvent(listener: (event: SandboxEvent) => void): () => void;
  /** Resolves when no webhook is under way any more. */
  settled(): Promise<void>;
}

/** Checkout.com to develop, test and sell Octopus with: tokens, an app and a landing page to play, webhooks that are signed. */
export function createCheckoutSandbox(options: CheckoutSandboxOptions): CheckoutSandbox {
  const { secretKey, webhookKey, authorizationKey, shop = 'Octopus sandbox', expiresInSeconds = 900, balances = true, minute = 40 } = options;
  const { now = () => new Date(), fetch = (request) => globalThis.fetch(request), wait = pause } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const byId = new Map<string, CheckoutPayment>();
  const byToken = new Map<string, CheckoutPayment>();
  const listeners = new Set<(event: SandboxEvent) => void>();
  const tell = (event: SandboxEvent) => listeners.forEach((listener) => listener(event));
  const { webhooks, send, settled } = createWebhooks({ callbackUrl: options.callbackUrl, webhookKey, authorizationKey, minute }, { fetch, wait, tell });

  const act: OctopusActs['act'] = (payment, { status = payment.status, action, webhooks: types }) => {
    const done = action && write(payment, action, payment.reference);
    become(payment, status);
    say(payment, types, done);
  };

  function become(payment: CheckoutPayment, status: CheckoutStatus): void {
    payment.status = status;
    tell({ type: 'charge-changed', externalId: payment.reference, word: status });
  }

  function write(payment: CheckoutPayment, action: Omit<CheckoutAction, 'id' | 'reference' | 'response_code'>, reference: string): CheckoutAction {
    const done = { id: newId('act'), ...action, ...(action.approved && { response_code: '10000' }), reference };
    payment.actions.unshift(done);
    return done;
  }

  function say(payment: CheckoutPayment, types: readonly string[], action?: CheckoutAction): void {
    for (const type of types) send(webhookOf(payment, type, { ...(action && { action }), balances, at: now(), baseUrl }));
  }

  function giveBack(payment: CheckoutPayment, amount = payment.captured - payment.refunded, reference = payment.reference): CheckoutAction {
    if (!payment.captured || payment.refunded === payment.captured) throw new SandboxError('not-paid');
    if (amount > payment.captured - payment.refunded) throw new SandboxError('bad-request');
    const approved = !payment.refusesRefunds;
    const action = write(payment, { type: 'Refund', amount, approved, response_summary: approved ? 'Approved' : 'Internal error' }, reference);
    say(payment, ['payment_refund_pending'], action);
    if (approved) {
      payment.refunded += amount;
      become(payment, payment.refunded === payment.captured ? 'Refunded' : 'Partially Refunded');
    }
    say(payment, [approved ? 'payment_refunded' : 'payment_refund_declined'], action);
    return action;
  }

  function open(wish: CheckoutWish): CheckoutPayment {
    const token = randomBytes(16).toString('hex');
    const payment: CheckoutPayment = {
      ...wish,
      id: newId('pay'),
      token,
      octopusUri: `octopus://payment?token=${token}`,
      landingUrl: `${baseUrl}${LANDING_PATH}?token=${token}`,
      requestedOn: now().toISOString(),
      expiresAt: now().getTime() + expiresInSeconds * 1000,
      status: 'Pending',
      captured: 0,
      refunded: 0,
      refusesRefunds: false,
      actions: [],
    };
    byId.set(payment.id, payment);
    byToken.set(token, payment);
    tell({ type: 'charge-created', externalId: payment.reference, word: payment.status });
    say(payment, ['payment_pending']);
    return payment;
  }

  const find = (token: string) => byToken.get(token);
  const app = createOctopusApp({ shop, now, find, act, giveBack, again: (reference) => void webhooks.again(reference) });
  const landing = createLanding(shop, find);
  const handle = createHandler(baseUrl, [
    ...checkoutRoutes({ baseUrl, secretKey, now, open, find: (id) => byId.get(id), giveBack }),
    ...landingRoutes(landing, app),
    ...switchRoutes('/app', app, OCTOPUS_SWITCHES),
  ]);

  return {
    handle,
    app,
    landing,
    webhooks,
    settings: { baseUrl, secretKey, webhookKey, ...(authorizationKey && { authorizationKey }), landingOrigins: [new URL(baseUrl).origin], fetch: handle },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    settled,
  };
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
