import { actsAt, ask, refundAtShop } from './sandbox-client.js';
import { dateAndTime, timeOfDay, word } from './words.js';

/**
 * Who else can be played, by how the shop is paid. Each has `device` (how it looks), `textOf` (what it reads from the tag in the
 * shop), `read` (what it finds out about that text: payee, amount, currency, …), `acts`, `rows` (what it shows besides the sum),
 * `happens` (what may happen instead) and `byHand` (nothing is read before a press).
 */
export const ROLES = {
  pix: {
    name: 'bank',
    device: 'phone',
    textOf: ({ payment, offer }) => payment.pix?.code ?? offer?.text,
    read: readBrCode,
    acts: brCodeActs(actsAt('/sandbox/bank')),
    happens: ['wrongAmount', 'expire', 'payLate', 'keepWaiting', 'network', 'refund'],
    rows: (charge) => [
      [word('to'), charge.payee],
      [word('theirBank'), charge.bank],
      [word('key'), charge.key],
      [word('note'), charge.note],
      [word('from'), word('account')],
      [word('until'), charge.expiresAt ? timeOfDay(new Date(charge.expiresAt)) : ''],
    ],
  },
  cash: {
    name: 'clerk',
    device: 'till',
    byHand: true,
    textOf: ({ payment }) => payment.oktoCash && scanned(payment.oktoCash),
    read: (text) => readAt('/okto/counter/read', text),
    acts: actsAt('/okto/counter', { decline: 'refuse' }),
    happens: ['wrongAmount', 'expire', 'payLate', 'keepWaiting', 'network', 'callBackAgain'],
    rows: (charge) => [
      [word('to'), charge.payee],
      // A line for each element, as a till prints them.
      [word('scanned'), charge.read.replaceAll('(', '\u200b('), 'scanned'],
      [word('until'), dateAndTime(new Date(charge.expiresAt))],
    ],
  },
  wallet: {
    name: 'app',
    device: 'phone',
    textOf: ({ payment }) => payment.oktoWallet?.code,
    read: (text) => readAt('/okto/app/read', text),
    acts: actsAt('/okto/app', { pay: 'approve', payLate: 'approve-late' }),
    happens: ['wrongAmount', 'expire', 'payLate', 'keepWaiting', 'network', 'refund'],
    rows: (charge) => [
      [word('to'), charge.payee],
      [word('from'), word('wallet')],
      [word('until'), timeOfDay(new Date(charge.expiresAt))],
    ],
  },
  octopus: {
    name: 'octopus',
    device: 'phone',
    textOf: ({ payment }) => payment.octopus?.octopusUri || payment.octopus?.landingUrl,
    read: (text) => readAt('/checkout/app/read', text),
    acts: { ...actsAt('/checkout/app', { pay: 'approve', payLate: 'approve-late' }), refund: refundAtShop },
    happens: ['wrongAmount', 'cancel', 'expire', 'payLate', 'keepWaiting', 'network', 'refund', 'callBackAgain'],
    rows: (charge) => [
      [word('to'), charge.payee],
      [word('from'), word('octopus')],
      [word('until'), timeOfDay(new Date(charge.expiresAt))],
    ],
  },
  collect: {
    name: 'collect',
    device: 'phone',
    textOf: ({ payment }) => payment.okpayCollect?.upi || payment.okpayCollect?.url,
    read: (text) => readAt('/okpay/page/read', text),
    acts: actsAt('/okpay/page', { decline: 'fail' }),
    happens: ['wrongAmount', 'network', 'callBackAgain'],
    rows: (charge) => [
      [word('to'), charge.payee],
      [word('order'), charge.outTradeNo, 'scanned'],
    ],
  },
  link: {
    name: 'link',
    device: 'phone',
    textOf: (element) => invoices.get(element),
    read: (invoice) => readAt('/okpay-checkout/buyer/read', invoice),
    acts: actsAt('/okpay-checkout/buyer', { decline: 'fail' }),
    happens: ['wrongAmount', 'cancel', 'keepWaiting', 'network', 'refund', 'callBackAgain', 'test'],
    rows: (charge) => [
      [word('to'), charge.payee],
      [word('order'), charge.invoice, 'scanned'],
    ],
  },
};

/** The invoice of the payment for which a button has left the page. */
const invoices = new WeakMap();

/** Notes what a button leaves with: in the other tab its form is about to arrive. */
export function noteInvoice(element, { id, okpayLink }) {
  if (!okpayLink) return;
  invoices.set(element, okpayLink.invoice);
  // The page that OKPAY leads back to asks for the payment by the shop's own id, which the address does not name.
  localStorage.setItem(`okpay ${okpayLink.invoice}`, id);
}

/** A code that names a key is read by the page's own server; no provider hears of it. */
async function readBrCode(code) {
  const answer = await fetch('/demo/read', { method: 'POST', body: code });
  return (await answer.json()) ?? ask('/sandbox/bank/read', { code });
}

async function readAt(path, code) {
  const charge = await ask(path, { code });
  return { ...charge, payee: charge.shop };
}

/** Of a code that names a key the shop hears nothing, whatever is done with it. */
function brCodeActs({ pay, decline, ...others }) {
  return {
    ...others,
    pay: (code, charge) => (charge.isStatic ? undefined : pay(code)),
    decline: (code, charge) => (charge.isStatic ? undefined : decline(code)),
  };
}

/** What the till's scanner gives out for the bars in the shop: the pattern filled in, behind the mark of GS1-128. */
const scanned = ({ gs1Pattern, packageId, paymentCode }) =>
  ']C1' + gs1Pattern.replace('{packageId}', () => packageId).replace('{paymentCode}', () => paymentCode);
