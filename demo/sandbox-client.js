import { word } from './words.js';

/** How long the page is waited for before money is sent too late, so that it has seen the code expire. */
const PAGE_HEARS_MS = 6000;

/**
 * What the payer's bank reads in a BR Code: payee, city, bank, amount, currency, `expiresAt`; with `isStatic` a code that names a
 * key and that no server hears of. Rejects with an Error whose message is for the shopper.
 */
export async function read(code) {
  const answer = await fetch('/demo/read', { method: 'POST', body: code });
  return (await answer.json()) ?? ask('read', { code });
}

/**
 * What can be done with the code that was read, by name; each resolves when the provider has told the shop, with what was paid
 * where that is not what was asked.
 */
export const at = {
  pay: (code, charge) => (charge.isStatic ? undefined : tell('pay', code)),
  decline: (code, charge) => (charge.isStatic ? undefined : tell('decline', code)),
  async wrongAmount(code, charge) {
    const amount = less(charge.amount);
    await ask('pay', { code, amount });
    return { ...charge, amount };
  },
  expire: (code) => tell('expire', code),
  async payLate(code) {
    const heard = heardInTime('payment-expired');
    await tell('expire', code).then(() => heard, () => undefined);
    await tell('pay-late', code);
  },
  keepWaiting: (code) => tell('keep-waiting', code),
  async refund(code) {
    await tell('refund', code);
    // A paid tag asks no more by itself; a shopper who comes back to the page would see the same.
    await document.querySelector('pix-qr')?.refresh();
  },
};

const tell = async (act, code) => void (await ask(act, { code }));

async function ask(act, body) {
  const answer = await fetch(`/sandbox/bank/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(word('errors')[json.code] ?? json.message ?? word('errors').failed);
  return json;
}

/** Ten centavos less; the amount is decimal text and never becomes a float. */
function less(amount) {
  const centavos = BigInt(amount.replace('.', '')) - 10n;
  const text = String(centavos > 0n ? centavos : 1n).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

const heardInTime = (type) =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, PAGE_HEARS_MS);
    document.addEventListener(type, () => (clearTimeout(late), resolve()), { once: true });
  });
