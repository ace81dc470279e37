import { roleWord } from './words.js';

/** How long the page is waited for before money is sent too late, so that it has seen the code expire. */
const PAGE_HEARS_MS = 6000;

/**
 * What can be done with a code at a provider, by name; each resolves when the provider has told the shop, with what was paid where
 * that is not what was asked. `path` is where the acts stand; those that a provider has words of its own for are named. Each is
 * given the code, what was read in it, and whether it is over already.
 */
export const actsAt = (path, { pay = 'pay', decline = 'decline', payLate = 'pay-late' } = {}) => {
  const tell = async (act, code) => void (await ask(`${path}/${act}`, { code }));
  return {
    pay: (code) => tell(pay, code),
    decline: (code) => tell(decline, code),
    async wrongAmount(code, charge) {
      const amount = less(charge.amount);
      await ask(`${path}/${pay}`, { code, amount });
      return { ...charge, amount };
    },
    cancel: (code) => tell('cancel', code),
    expire: (code) => tell('expire', code),
    async payLate(code, charge, isOver) {
      const heard = isOver || heardInTime('payment-expired');
      if (!isOver) await tell('expire', code);
      await heard;
      await tell(payLate, code);
    },
    keepWaiting: (code) => tell('keep-waiting', code),
    async refund(code) {
      await tell('refund', code);
      await comeBack();
    },
    callBackAgain: (code) => tell('call-back-again', code),
    test: (code) => tell('test', code),
  };
};

/** Has the shop's own server ask for the money, as shops do; the provider then tells that it is given back. */
export async function refundAtShop() {
  await ask('/demo/refund', { reference: document.querySelector('#ticket > *').reference });
  await comeBack();
}

/** A paid tag asks no more by itself; a shopper who comes back to the page would see the same. */
const comeBack = () => document.querySelector('#ticket > *')?.refresh();

/** Posts JSON to a sandbox and gives its JSON. Rejects with an Error whose message is for the person in this role. */
export async function ask(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const json = await answer.json().catch(() => ({}));
  const errors = roleWord('errors');
  if (!answer.ok) throw new Error(errors[json.code] ?? json.message ?? errors.failed);
  return json;
}

/** Ten cents less; the amount is decimal text and never becomes a float. */
function less(amount) {
  const cents = BigInt(amount.replace('.', '')) - 10n;
  const text = String(cents > 0n ? cents : 1n).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

const heardInTime = (type) =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, PAGE_HEARS_MS);
    document.addEventListener(type, () => (clearTimeout(late), resolve()), { once: true });
  });
