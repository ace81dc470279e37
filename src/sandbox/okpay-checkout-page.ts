import { okpayTotal } from '../formats/okpay-form.ts';
import { Problem } from '../formats/problem.ts';
import { SandboxError } from './charge.ts';
import { readForm, type Route } from './answer.ts';
import { settleOkpayOrder, typedInto, type OkpayAct, type OkpayOrder, type OkpayOutcome, type OkpayParams } from './okpay-checkout.ts';
import { markup, Markup, okpayPage, pairs } from './okpay-html.ts';
import type { OkpayLedger } from './okpay-ledger.ts';
import { money } from './okpay-messages.ts';
import { sendOn } from './web-page.ts';

/** The buttons below the one that pays, by what they do. */
const BUTTONS: Readonly<Partial<Record<OkpayAct, string>>> = { pending: 'Pay later (pending)', hold: 'Put it on hold', failed: 'Let it fail', canceled: 'Cancel' };
/** Here nobody has to have typed anything. */
const ENDS: readonly string[] = ['failed', 'canceled'];

const METHODS: Readonly<Record<string, string>> = { OKB: 'OKPAY balance', CC: 'Credit card', SF: 'Sofort' };

/** How many checkouts are kept open. */
const MOST_ORDERS = 500;

/** A checkout: what was asked, and what has become of it. */
interface Open {
  readonly order: OkpayOrder;
  outcome?: OkpayOutcome;
}

/** The checkout page, and what its buttons do: each checkout is paid once, however often a button is pressed. */
export function checkoutRoutes({ ledger, newId, read }: { readonly ledger: OkpayLedger; readonly newId: () => string; readonly read: (params: OkpayParams) => OkpayOrder }): Route[] {
  const kept = new Map<string, Open>();

  function open(params: OkpayParams): Response {
    try {
      const order = read(params);
      const id = newId();
      kept.set(id, { order });
      for (const oldest of kept.keys()) if (kept.size > MOST_ORDERS) kept.delete(oldest);
      return checkoutPage(id, order);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return okpayPage('This payment cannot be made', markup`${alert(error)}${sent([...params])}`, { status: 400 });
    }
  }

  return [
    ['GET', '/process.html', async ({ url }) => open(new URL(url).searchParams)],
    ['POST', '/process.html', async (request) => open(await readForm(request))],
    [
      'POST',
      '/pay',
      async (request) => {
        const id = new URL(request.url).searchParams.get('order') ?? '';
        const checkout = kept.get(id);
        if (!checkout) throw new SandboxError('unknown-code');
        const typed = await readForm(request);
        const act = typed.get('act') ?? '';
        if (act !== 'completed' && !Object.hasOwn(BUTTONS, act)) throw new SandboxError('bad-request');
        try {
          checkout.outcome ??= settleOkpayOrder(ENDS.includes(act) ? checkout.order : typedInto(checkout.order, typed, read), act as OkpayAct, { ledger, method: typed.get('method') ?? '' });
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          return checkoutPage(id, checkout.order, { typed, problem: error });
        }
        return checkout.outcome.location ? sendOn(checkout.outcome.location) : closingPage(checkout.outcome);
      },
    ],
  ];
}

function checkoutPage(id: string, order: OkpayOrder, { typed, problem }: { readonly typed?: URLSearchParams; readonly problem?: Problem } = {}): Response {
  const { form, wallet, currency, total, fee, wanted, methods } = order;
  const name = wallet.name ?? wallet.id;
  const all = total === undefined ? '' : ` ${currency} ${money(total + fee)}`;
  const chosen = typed?.get('method') ?? methods[0];
  const body = markup`<p class="soft">${wallet.id} · ${wallet.email}${form['invoice'] ? ` · Invoice ${form['invoice']}` : ''}</p>${problem && alert(problem)}${form['directdeposit'] ? sum(order) : bill(order)}
<form method="post" action="pay?order=${id}">${wanted.map((variable) => markup`<label>${labelOf(order, variable)}<input name="${variable}" value="${typed?.get(variable) ?? ''}" maxlength="127" required></label>`)}
<fieldset><legend>Pay with</legend>${methods.map((code) => markup`<label><input type="radio" name="method" value="${code}"${code === chosen ? new Markup(' checked') : ''}>${METHODS[code] ?? code}</label>`)}</fieldset>
<button class="first" name="act" value="completed">Pay${all}</button><div class="acts">${Object.entries(BUTTONS).map(([act, text]) => markup`<button name="act" value="${act}"${ENDS.includes(act) ? new Markup(' formnovalidate') : ''}>${text}</button>`)}</div></form>${sent(order.fields)}`;
  const leadsTo = [form['return_success'] || wallet.returnSuccess, form['return_fail'] || wallet.returnFail].flatMap((address) => address ?? []);
  return okpayPage(`Pay ${name}`, body, { leadsTo, status: problem ? 400 : 200 });
}

/** What is sold, and what it costs with its parts. */
const bill = (order: OkpayOrder): Markup => {
  const { items } = order;
  const rows = items.map((item) => {
    const notes = [item['article'] && `No. ${item['article']}`, item['type'], ...[1, 2].map((at) => item[`custom_${at}_value`] && `${item[`custom_${at}_title`] ?? ''}: ${item[`custom_${at}_value`]}`)];
    return markup`<tr><th scope="row">${item['name']}<small>${notes.filter(Boolean).join(' · ')}</small></th><td>${item['price'] && `${item['quantity'] ?? '1'} × ${item['price']}`}</td></tr>`;
  });
  return sum(order, rows);
};

const sum = ({ items, currency, total, fee, form }: OkpayOrder, rows: readonly Markup[] = []): Markup => {
  const sums = okpayTotal(items);
  const parts = ([['Shipping', sums?.shipping], ['Handling', sums?.handling], ['Tax', sums?.tax], ['OKPAY\'s fee', fee]] as const).filter(([, part]) => part);
  const all = total === undefined ? `You choose the amount${form['fees'] === '1' ? ', and OKPAY\'s fee is added' : ''}` : `${currency} ${money(total + fee)}`;
  return markup`<table class="sums">${rows}${parts.map(([name, part]) => markup`<tr><th scope="row">${name}</th><td>${money(part!)}</td></tr>`)}<tr class="total"><th scope="row">Total</th><td>${all}</td></tr></table>`;
};

function labelOf({ items, currency }: OkpayOrder, variable: string): string {
  const [, number, name] = /^ok_item_(\d+)_(.+)$/.exec(variable)!;
  const item = items[Number(number) - 1]!;
  return name === 'price' ? `Amount in ${currency} for ${item['name']}` : item[name!.replace('value', 'title')]!;
}

const alert = (problem: Problem): Markup => markup`<p role="alert">${problem.message}</p>`;

const sent = (params: readonly (readonly [string, string])[]): Markup => markup`<details><summary>What the form sent</summary>${pairs(params)}</details>`;

function closingPage({ transaction }: OkpayOutcome): Response {
  if (!transaction) return okpayPage('Payment canceled', markup`<p>Nothing has been paid. You can close this page.</p>`);
  const { id, status, currency, gross } = transaction;
  return okpayPage(`Payment ${status}`, markup`<p role="status">${currency} ${money(gross)} · Transaction ${id}</p><p>You can close this page.</p>`);
}
