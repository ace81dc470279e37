import type { Payment } from '../../formats/payment.ts';
import { readPayment } from '../../formats/payment-answer.ts';
import { safeUrl } from '../../formats/safe-url.ts';
import type { PaymentElement } from '../payment-element.ts';
import type { PaymentLife } from '../payment-life.ts';
import { remember, remembered } from '../watch/memory.ts';
import { PAGE } from '../watch/world.ts';

/** What a tag's payment is remembered by: what would be created by the same press. */
const nameOf = ({ method, createUrl, reference, amount, paidIn }: PaymentElement): string =>
  ['created', method, new URL(createUrl, document.baseURI).href, reference, amount, paidIn].join(' ');

/** Remembers a payment that was created here, so that a reload shows it again. */
export function rememberCreated(host: PaymentElement): void {
  remember(PAGE, nameOf(host), { payment: host.payment });
}

/**
 * The payment that was created here before a reload or a return from another app, to be shown as pending until the server has
 * been asked; undefined where there is none, and where a new visit finds one that is over: a shopper who comes anew pays anew.
 */
export function createdBefore({ host, links }: PaymentLife): Payment | undefined {
  try {
    const kept = remembered(PAGE, nameOf(host));
    // What the attributes ask for is not another payment's.
    if (!kept || host.given()) return undefined;
    const payment = readPayment({ ...kept.payment, status: 'pending' });
    if (!payment.statusUrl) return undefined;
    const base = new URL(host.createUrl, document.baseURI).href;
    const rules = { ...links.answered(base), schemes: [] };
    const statusUrl = safeUrl(payment.statusUrl, rules);
    const eventsUrl = links.named('eventsUrl', payment.eventsUrl, rules);
    const last = remembered(PAGE, statusUrl)?.payment.status ?? 'pending';
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (visit?.type === 'navigate' && last !== 'pending' && last !== 'processing') return undefined;
    return { ...payment, statusUrl, eventsUrl };
  } catch {
    return undefined;
  }
}
