import { refused, rejected } from './answers.ts';
import { receiveCallback } from './callbacks.ts';
import type { Context, Terms } from './context.ts';
import { createCreator } from './create.ts';
import { createEvents } from './events.ts';
import { customerHash, randomIds, type Ids } from './ids.ts';
import type { Kyc } from './kyc.ts';
import type { Order } from './link.ts';
import type { After, StreamLimits } from './listeners.ts';
import { observer, type Observation } from './observe.ts';
import { createOutbox, type Handler, type PayoutHandler } from './outbox.ts';
import { hearsAt, type Answering, type Provider } from './provider.ts';
import { toMerchant, type MerchantPayment } from './record.ts';
import { queryPayment } from './query.ts';
import { refundPayment } from './refund.ts';
import { Refusal } from './refusal.ts';
import { Rejection } from './rejection.ts';
import { answerStatus, expireOverdue } from './status.ts';
import type { Store } from './store.ts';

/** What a shop gives to {@link createPayments}. */
export interface PaymentsOptions {
  /** Where payments are kept. */
  readonly store: Store;
  /** The ways to pay; the first with a method takes it. */
  readonly providers: readonly Provider[];
  /** Where the payments are reached from outside, such as `https://shop.example/payments`; `/callbacks` stands beside it. */
  readonly publicUrl: string;
  /**
   * What the order costs and which it is, whatever the page says: `{ amount: '12.90', currency: 'BRL', reference: 'ORD-5023' }`.
   * `draft.reference` is what the page claims: look whose order it is before you give it back. Where the shopper types the
   * amount, check `draft.amount` against your limits here; where there is no reference, limit how often one visitor may ask.
   * Throw a {@link Refusal} to tell the shopper why not. It is asked again when a request is repeated, and a payment is
   * answered again only while its terms are the same: so it must not make a new order at each call. Where a payment link was made
   * without `create-url`, `draft.source` is `ipn`, and `undefined` says that there is no such order.
   */
  readonly order: Order<Terms>;
  /** Looks at a payer before an account with `requestKyc` is asked: `ok`, `refused`, or the fields that are still wanted. */
  readonly kyc?: Kyc | undefined;
  /**
   * Where a request comes from, which a Request does not say: kept with a consent to a provider's terms. Trust no header that a
   * visitor can write.
   */
  readonly clientAddress?: ((request: Request) => string | undefined | Promise<string | undefined>) | undefined;
  /** How many payments of one reference may wait for the payer at a time; one more is refused as `too-many`. 20 when left out. */
  readonly maxOpenPerReference?: number | undefined;
  /** How many pages may be told of changes as they happen; one more is answered 503 and asks now and then instead. */
  readonly streams?: StreamLimits | undefined;
  /** The order is paid: deliver. Called after the commit, at least once, always with the same key. */
  readonly onPaid: Handler;
  /** What was paid is not what was asked: someone has to look at it. As `onPaid`. */
  readonly onReview?: Handler;
  /** Every change of status, as `onPaid`. */
  readonly onChange?: Handler;
  /** What a provider says of a payout of yours, as `onPaid`. */
  readonly onPayout?: PayoutHandler;
  /** Hears what happens, as ids and codes. */
  readonly observe?: (observation: Observation) => void;
  /** Where warnings go, one line of ids and codes each; `console.warn` when left out. */
  readonly warn?: (message: string) => void;
  /** The clock; a test hands in its own. */
  readonly now?: () => Date;
  /** The timer of the streams; a test hands in its own. */
  readonly after?: After | undefined;
  /** Where new ids come from. */
  readonly ids?: Ids;
}

/** The companion. */
export interface Payments {
  /** `POST /payments`, `GET /payments/:id`, `GET /payments/:id/events`, `POST /callbacks/:route`, and what providers answer besides. Never rejects. */
  handle(request: Request): Promise<Response>;
  /** The truth about a payment, for the merchant's own server. */
  get(paymentId: string): Promise<MerchantPayment | undefined>;
  /** Asks the provider what became of a payment, and gives it as then known; as before where the provider cannot be asked. */
  query(paymentId: string): Promise<MerchantPayment | undefined>;
  /**
   * Asks the provider to give back a payment that is paid, or `amount` of it, decimal text in major units; `onChange` tells when it
   * was. Rejects with a RefundError, or with a ProviderError: make the same call again then. `name` is your own for this refund, such as
   * `return-17`: however often the provider is asked under one name it gives back once, as long as it remembers what it was asked
   * (Checkout.com: 24 hours). Without a name, the same amount is another refund as soon as the first one has been told.
   */
  refund(paymentId: string, amount?: string, name?: string): Promise<void>;
  /**
   * Whether this customer, by your own id as `order` gives it, has accepted the terms of a provider, named by its name or its
   * method, as they are now: then a page can leave `terms-url` out. Throws a TypeError for a provider that is not there.
   */
  hasAccepted(asked: { readonly customer: string } & ({ readonly provider: string } | { readonly method: string })): Promise<boolean>;
  /** Hands out what the outbox holds and is due. It runs by itself too, while the process lives. */
  deliver(): Promise<void>;
  /** Ends the streams, finishes what is under way and closes the store. */
  close(): Promise<void>;
}

/** Takes payments with one handler from Request to Response. Throws a TypeError for options that cannot work. */
export function createPayments(options: PaymentsOptions): Payments {
  const { store, providers, order, now = () => new Date(), ids = randomIds, warn = (message) => console.warn(message) } = options;
  if (!store || !providers?.length || typeof order !== 'function' || typeof options.onPaid !== 'function') {
    throw new TypeError('createPayments: store, providers, order and onPaid are required');
  }
  const { maxOpenPerReference = 20 } = options;
  if (!Number.isInteger(maxOpenPerReference) || maxOpenPerReference < 1) {
    throw new TypeError('createPayments: maxOpenPerReference must be a whole number from 1');
  }
  if (new Set(providers.map(({ name }) => name)).size < providers.length) throw new TypeError('createPayments: two providers of one name');
  if (options.kyc !== undefined && typeof options.kyc !== 'function') throw new TypeError('createPayments: kyc must be a function');
  const unheard = options.kyc ? undefined : providers.find(({ requestsKyc }) => requestsKyc);
  if (unheard) throw new TypeError(`createPayments: kyc is required, because an account of ${unheard.name} has requestKyc`);
  if (!options.clientAddress && providers.some(({ terms }) => terms)) {
    warn('paytags: createPayments: clientAddress is left out, so that consents to a provider\'s terms are kept without an address');
  }
  for (const { off } of providers) if (off) warn(`paytags: ${off}`);
  const answers = answersOf(providers);
  const { origin, pathname } = new URL(options.publicUrl);
  const observe = observer(options.observe, warn);
  for (const { name, off } of providers) if (off) observe({ type: 'provider-off', provider: name });
  const context: Context = {
    store,
    providers,
    origin,
    prefix: pathname.replace(/\/+$/, '').replace(/\/payments$/, ''),
    maxOpenPerReference,
    order,
    kyc: options.kyc,
    clientAddress: options.clientAddress,
    now,
    ids,
    observe,
    warn,
    push: (record) => events.tell(record),
    wake: () => outbox.wake(),
  };
  const events = createEvents(context, options.streams, options.after);
  const outbox = createOutbox({
    store,
    handlers: { paid: options.onPaid, review: options.onReview, change: options.onChange, payout: options.onPayout },
    now,
    observe,
    warn,
    before: () => expireOverdue(context),
  });
  const create = createCreator(context);

  async function route(request: Request): Promise<Response> {
    const { pathname: path, searchParams } = new URL(request.url);
    if (!path.startsWith(`${context.prefix}/`)) throw new Rejection('not-found');
    const [place, name, part, more] = path.slice(context.prefix.length + 1).split('/');
    if (place === 'payments' && name && part === 'events' && more === undefined) {
      return only('GET', request, () => events.answer(name, request.headers.get('last-event-id')));
    }
    if (part !== undefined) throw new Rejection('not-found');
    if (place === 'payments' && name === undefined) return only('POST', request, () => create(request));
    if (place === 'payments' && name) return only('GET', request, () => answerStatus(context, name, searchParams.has('full')));
    if (name === undefined) throw new Rejection('not-found');
    if (place === 'callbacks' && providers.some((provider) => hearsAt(provider, name))) {
      return only('POST', request, () => heard(name, receiveCallback(context, name, request)));
    }
    const methods = ['GET', 'POST'].filter((method) => answers.has(`${method} ${place}/${name}`));
    if (!methods.length) throw new Rejection('not-found');
    return only(methods.join(', '), request, () => heard(name, answers.get(`${request.method} ${place}/${name}`)!(request, context)));
  }

  async function heard(name: string, answer: Promise<Response>): Promise<Response> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof Rejection) observe({ type: 'callback-rejected', provider: name, code: error.code });
      throw error;
    }
  }

  return {
    async handle(request) {
      try {
        return await route(request);
      } catch (error) {
        if (error instanceof Rejection) return rejected(error, error.code === 'busy' ? { 'Retry-After': '1' } : {});
        if (error instanceof Refusal) {
          observe({ type: 'create-refused', code: error.code });
          return refused(error);
        }
        // A store that cannot write now may be able to later, and a provider only sends again what was not answered with 2xx.
        warn(`paytags: could not answer (${(error as Error | null)?.name}, ${(error as { code?: unknown } | null)?.code ?? 'no code'})`);
        return rejected(new Rejection('busy'), { 'Retry-After': '5' });
      }
    },
    async get(paymentId) {
      const record = await store.find('paymentId', paymentId);
      return record && toMerchant(record);
    },
    async query(paymentId) {
      const record = await store.find('paymentId', paymentId);
      return record && toMerchant((await queryPayment(context, record)) ?? record);
    },
    refund: (paymentId, amount, name) => refundPayment(context, paymentId, amount, name),
    async hasAccepted({ customer, ...asked }) {
      const provider = providers.find(({ name, method }) => ('provider' in asked ? name === asked.provider : method === asked.method));
      if (!provider) throw new TypeError('hasAccepted: there is no such provider');
      const { name, terms } = provider;
      if (!terms) return true;
      return store.hasConsent({ customer: customerHash(customer), provider: name, version: terms.version });
    },
    deliver: () => outbox.deliver(),
    async close() {
      await events.close();
      await outbox.close();
      await store.close();
    },
  };
}

/** What providers answer at addresses of their own, by method and path; throws a TypeError where two would answer at one. */
function answersOf(providers: readonly Provider[]): ReadonlyMap<string, Answering> {
  const all = new Map<string, Answering>();
  for (const [at, answer] of providers.flatMap(({ routes = {} }) => Object.entries(routes))) {
    const [, method = 'POST', path = ''] = /^(?:(GET) )?((?!payments\/)[\w-]+\/[\w-]+)$/.exec(at) ?? [];
    const isCallback = providers.some((provider) => path.startsWith('callbacks/') && hearsAt(provider, path.slice('callbacks/'.length)));
    if (!path || all.has(`${method} ${path}`) || isCallback) throw new TypeError(`createPayments: the address ${at} is taken, or none`);
    all.set(`${method} ${path}`, answer);
  }
  return all;
}

/** Answers what comes by one of these methods. */
async function only(methods: string, request: Request, answer: () => Promise<Response>): Promise<Response> {
  if (methods.split(', ').includes(request.method)) return answer();
  return rejected(new Rejection('method-not-allowed'), { Allow: methods });
}

