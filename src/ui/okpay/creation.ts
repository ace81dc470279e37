import { PaymentCreateEvent } from '../../act-events.ts';
import type { Payment } from '../../formats/payment.ts';
import { Problem } from '../../formats/problem.ts';
import { readPayment } from '../../formats/payment-answer.ts';
import { allowedOrigins, safeUrl, type SafeUrl } from '../../formats/safe-url.ts';
import { plainAmount } from '../okpay-button/order.ts';
import type { Pressed } from '../okpay-button/press.ts';
import { ask, within, type Answer } from '../watch/request.ts';

/** A payment that the server has made for a press. */
export interface Created {
  readonly statusUrl: SafeUrl;
  /** All of it, as it was answered. */
  readonly payment: Payment;
}

/** A press whose answer was lost keeps its key, so that the server can tell a second try from a second payment. */
const unanswered = new WeakMap<Pressed, { readonly body: string; readonly key: string }>();

/**
 * Asks at `create-url` for a payment of what the button sells. Undefined where the page said no. Throws a Problem: a refusal has the
 * server's sentence for the shopper as `sentence`; an answer of another amount or currency is a `mismatch`.
 */
export async function createPayment(button: Pressed, stop: AbortSignal): Promise<Created | undefined> {
  const { order: { total, currency }, reference, createUrl, spoken } = button;
  const amount = total && plainAmount(total.total, currency);
  const body = JSON.stringify({ method: 'okpayLink', ...(amount && { amount }), currency, ...(reference && { reference }) });
  const { key } = unanswered.get(button)?.body === body ? unanswered.get(button)! : { key: randomKey() };
  unanswered.set(button, { body, key });
  const request = new Request(safeUrl(createUrl, { base: document.baseURI, schemes: [], field: 'create-url' }), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': spoken?.lang ?? '', 'idempotency-key': key },
    body,
    cache: 'no-store',
    credentials: 'same-origin',
    redirect: 'error',
  });
  const event = new PaymentCreateEvent(button.payment, request);
  if (!button.dispatchEvent(event)) return undefined;
  const { response } = event;
  const answer = await (response ? within(request, stop, () => response) : ask(request, stop));
  const payment = read(answer, button);
  const { okpayLink, statusUrl } = payment;
  const now = button.order.total && plainAmount(button.order.total.total, button.order.currency);
  const asked = { amount: now, currency: button.order.currency };
  for (const field of ['amount', 'currency'] as const) {
    if (asked[field] && payment[field] && payment[field] !== asked[field]) {
      throw new Problem('mismatch', `create-url answered ${field} "${payment[field]}" where the button asks for "${asked[field]}": nothing is sent.`, { field, value: payment[field] });
    }
  }
  if (!/^[^\p{C}]{1,127}$/u.test(okpayLink?.invoice ?? '') || !statusUrl) throw new Problem('bad-response', 'The answer names no okpayLink.invoice of 1 to 127 characters, or no statusUrl.', { field: 'okpayLink' });
  unanswered.delete(button);
  return { statusUrl: answered(statusUrl, answer.url, button), payment };
}

/** An address of the server's: of the page's origin, of the one that was asked, or of one that the page allows. */
const answered = (url: string, base: string, { statusUrl, allowOrigins }: Pressed): SafeUrl =>
  safeUrl(url, {
    base,
    origins: [...[location.href, base, statusUrl].flatMap((own) => (URL.canParse(own, document.baseURI) ? new URL(own, document.baseURI).origin : [])), ...allowedOrigins(allowOrigins).allowed],
    schemes: [],
    field: 'statusUrl',
  });

function read({ ok, status, json }: Answer, button: Pressed): ReturnType<typeof readPayment> {
  if (ok) return readPayment(json);
  const { message, code } = Object(json) as { message?: unknown; code?: unknown };
  if (status < 400 || status >= 500 || !message || typeof message !== 'string') throw new Problem('bad-response', `The server answered ${status} where a payment was asked for.`);
  unanswered.delete(button);
  // Not the sentence: it is the shopper's.
  const field = typeof code === 'string' ? code.slice(0, 80) : String(status);
  throw Object.assign(new Problem('refused', `The server refused the payment: ${field}.`, { field }), { sentence: message });
}

/** 128 random bits; `crypto.randomUUID` exists only where the page is served securely. */
const randomKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
