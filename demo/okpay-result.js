// With a bundler: import { OKPAY_THANKS, parseAutoReturn } from 'paytags';
import { OKPAY_THANKS, parseAutoReturn } from '/paytags/okpay-return.js';

/** Where this tab keeps the payment for a reload; the shop's page keeps it by its invoice before it leads to OKPAY. */
const KEPT = 'okpay payment';
const keptBy = (invoice) => `okpay ${invoice}`;
/** The server is asked so often until the payment has come to its end, and not for ever. */
const EVERY_MS = 2_000;
const FOR_MS = 300_000;

/** What the server's words mean to a buyer. No other word, and nothing in the address, is called paid, failed or canceled. */
const SAID = {
  processing: ['We are checking your payment', 'OKPAY has told the shop of it, and has not confirmed it yet. Please don’t pay again. You may close this page: the shop writes to you.'],
  paid: ['Paid', OKPAY_THANKS],
  failed: ['The payment did not go through', 'If money has left your account, ask the shop before you try again.'],
  canceled: ['Payment canceled', 'You can start again whenever you like.'],
  expired: ['This payment has expired', 'If you have already paid, just wait: the shop’s server shows it as soon as it hears of it.'],
  unknown: ['We cannot tell what has become of your payment', 'This page does not know which one it is. Look into your e-mail, or ask the shop, before you pay again.'],
  refunded: ['Refunded', 'The money goes back to where you paid from.'],
};

const byId = (id) => document.getElementById(id);

/** What OKPAY's variables say, at once out of the address, the history and what a reload would send. */
const back = parseAutoReturn(location);
const own = new URL(back?.address ?? location.href);
// The shop's own mark of the payment, which is a secret too: the session keeps it for a reload.
const given = own.searchParams.get('payment');
// The order that is told: as OKPAY's variable, or as the companion passes it on.
const invoice = back?.payment.invoice || own.searchParams.get('invoice');
for (const name of ['payment', 'invoice']) own.searchParams.delete(name);
if (own.href !== location.href) history.replaceState(null, '', own);
// Never an address out of the address: only an id, for our own server; of a reload, what this tab asked before.
const payment = [given, invoice ? localStorage.getItem(keptBy(invoice)) : sessionStorage.getItem(KEPT)].find((id) => /^[\w-]{20,80}$/.test(id ?? ''));
if (payment) sessionStorage.setItem(KEPT, payment);

if (own.searchParams.has('fail')) say('We are asking what has become of your payment', 'You are back from OKPAY. Did you pay? Then please don’t pay again: the shop’s server knows in a moment.');
if (back) show(back.payment);

if (payment) void ask();
else say(...SAID.unknown);

/** Facts that the address tells, as text and not at length. */
function show({ invoice, gross, txnCurrency, isTest }) {
  const facts = { Invoice: invoice, Amount: gross && `${gross} ${txnCurrency}`, Kind: isTest && 'a test' };
  for (const [name, value] of Object.entries(facts)) {
    if (!value) continue;
    const [term, fact] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = name;
    fact.textContent = value.slice(0, 60);
    byId('told').querySelector('dl').append(term, fact);
    byId('told').hidden = false;
  }
}

function say(title, text) {
  document.title = `${title}: your payment at OKPAY`;
  // The same words are not said aloud again.
  if (byId('title').textContent !== title) byId('title').textContent = title;
  if (byId('said').textContent !== text) byId('said').textContent = text;
}

/** Asks the shop's server until it says how the payment has ended. */
async function ask() {
  for (const end = Date.now() + FOR_MS; Date.now() < end; ) {
    const status = await statusOf(payment);
    if (Object.hasOwn(SAID, status)) {
      document.body.dataset.status = status;
      say(...SAID[status]);
      // What came too late is still paid.
      if (status !== 'processing' && status !== 'expired') return localStorage.removeItem(keptBy(invoice));
    }
    await new Promise((asked) => setTimeout(asked, EVERY_MS));
  }
  say('It takes longer than usual', 'Please don’t pay again. Look into your e-mail later, or ask the shop.');
}

/** The server's word; an answer that is none is no word, and one of another payment than the address names is none of this. */
async function statusOf(id) {
  try {
    const answer = await fetch(`/payments/${id}?full`, { cache: 'no-store' });
    if (!answer.ok) return '';
    const { status, okpayLink } = await answer.json();
    return invoice && okpayLink && okpayLink.invoice !== invoice ? 'unknown' : String(status);
  } catch {
    return '';
  }
}
