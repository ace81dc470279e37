import { json } from '../server/answers.ts';
import { parseObject, readBody } from '../server/body.ts';
import { Rejection } from '../server/rejection.ts';
import { bearerOf, isWebAddress, type Route } from './answer.ts';
import { SandboxError } from './charge.ts';
import { detailsOf, type CheckoutAction, type CheckoutPayment } from './checkout-payment.ts';

/** How long an answer is remembered under its idempotency key, in milliseconds. */
const REMEMBERED = 86_400_000;

/** What a shop asks for, checked. */
export type CheckoutWish = Pick<CheckoutPayment, 'reference' | 'amount' | 'currency' | 'successUrl' | 'failureUrl'>;

/** What the API works with. */
export interface CheckoutApi {
  readonly baseUrl: string;
  readonly secretKey: string;
  readonly now: () => Date;
  open(wish: CheckoutWish): CheckoutPayment;
  find(id: string): CheckoutPayment | undefined;
  giveBack(payment: CheckoutPayment, amount: number | undefined, reference?: string): CheckoutAction;
}

/** The addresses of Checkout.com's API that Octopus needs; all of them want the secret key. */
export function checkoutRoutes({ baseUrl, secretKey, now, open, find, giveBack }: CheckoutApi): Route[] {
  const answered = new Map<string, { readonly at: number; readonly status: number; readonly body: object }>();

  /** Refuses whoever has not the key, and gives a request that was sent before the answer that it had. */
  const once = (answer: (request: Request, id: string) => Promise<[status: number, body: object]>): Route[2] => async (request, id) => {
    if (bearerOf(request) !== secretKey) throw new Rejection('bad-signature');
    const given = request.headers.get('cko-idempotency-key');
    const key = given && `${new URL(request.url).pathname} ${given}`;
    const earlier = answered.get(key ?? '');
    if (key && earlier && now().getTime() - earlier.at < REMEMBERED) return json(earlier.status, earlier.body);
    const [status, body] = await answer(request, id);
    // What was not done is not remembered.
    if (key && status < 300) answered.set(key, { at: now().getTime(), status, body });
    return json(status, body);
  };

  return [
    [
      'POST',
      '/payments',
      once(async (request) => {
        const { wish, wrong } = readWish(parseObject(await readBody(request)));
        if (!wish) return invalid(wrong);
        const { id, token, octopusUri, landingUrl, requestedOn } = open(wish);
        const processing = { landing_url: landingUrl, octopus_uri: octopusUri, token };
        return [202, { id, status: 'Pending', processed_on: requestedOn, processing, _links: { self: { href: `${baseUrl}/payments/${id}` } } }];
      }),
    ],
    [
      'GET',
      /^\/payments\/(pay_\w+)$/,
      once(async (_, id) => {
        const payment = find(id);
        return payment ? [200, detailsOf(payment, baseUrl)] : [404, {}];
      }),
    ],
    [
      'POST',
      /^\/payments\/(pay_\w+)\/refunds$/,
      once(async (request, id) => {
        const payment = find(id);
        if (!payment) return [404, {}];
        const { amount, reference = payment.reference } = parseObject(await readBody(request));
        if (amount !== undefined && !isAmount(amount)) return invalid(['amount_invalid']);
        if (typeof reference !== 'string' || reference.length > 80) return invalid(['reference_invalid']);
        try {
          const action = giveBack(payment, amount, reference);
          return [202, { action_id: action.id, reference, _links: { payment: { href: `${baseUrl}/payments/${id}` } } }];
        } catch (error) {
          if (!(error instanceof SandboxError)) throw error;
          return error.code === 'not-paid' ? [403, {}] : invalid(['refund_amount_exceeds_balance']);
        }
      }),
    ],
  ];
}

/** Octopus takes amounts in steps of 10 cents. */
const isAmount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0 && (value as number) % 10 === 0;

const invalid = (codes: readonly string[]): [number, object] => [422, { request_id: crypto.randomUUID(), error_type: 'request_invalid', error_codes: codes }];

function readWish(body: Readonly<Record<string, unknown>>): { readonly wish?: CheckoutWish; readonly wrong: readonly string[] } {
  const { amount, currency, source, success_url: successUrl, failure_url: failureUrl, reference } = body;
  const checks: [boolean, string][] = [
    [isAmount(amount), 'amount_invalid'],
    [currency === 'HKD', 'currency_invalid'],
    [(source as { type?: unknown } | null)?.type === 'octopus', 'payment_source_type_invalid'],
    [isWebAddress(successUrl), 'success_url_invalid'],
    [isWebAddress(failureUrl), 'failure_url_invalid'],
    [typeof reference === 'string' && reference.length > 0 && reference.length <= 80, 'reference_invalid'],
  ];
  const wrong = checks.flatMap(([isRight, code]) => (isRight ? [] : code));
  return wrong.length ? { wrong } : { wish: { amount, currency, successUrl, failureUrl, reference } as CheckoutWish, wrong };
}
