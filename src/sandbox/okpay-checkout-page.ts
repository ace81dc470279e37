import { okpayTotal } from '../formats/okpay-fields.ts';
import { Problem } from '../formats/problem.ts';
import { SandboxError } from './charge.ts';
import { readForm, type Route } from './answer.ts';
import { settleOkpayOrder, typedInto, type OkpayAct, type OkpayOrder, type OkpayOutcome, type OkpayParams } from './okpay-checkout.ts';
import { markup, Markup, okpayPage, pairs, type Piece } from './okpay-html.ts';
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
  const all = total === undefined ? '' : ` ${currency} ${money(total + fee)}`;
  const chosen = typed?.get('method') ?? methods[0];
  const body = markup`<p class="soft">${wallet.id} · ${wallet.email}${form['invoice'] ? ` · Invoice ${form['invoice']}` : ''}</p>${problem && alert(problem)}${bill(order)}
<form method="post" action="pay?order=${id}">${[...wanted].map(([variable, label]) => markup`<label>${label}<input name="${variable}" value="${typed?.get(variable) ?? ''}" maxlength="127" required></label>`)}
<fieldset><legend>Pay with</legend>${methods.map((code) => markup`<label><input type="radio" name="method" value="${code}"${code === chosen ? new Markup(' checked') : ''}>${METHODS[code] ?? code}</label>`)}</fieldset>
<button class="first" name="act" value="completed">Pay${all}</button>${Object.entries(BUTTONS).map(([act, text]) => markup`<button name="act" value="${act}"${ENDS.includes(act) ? new Markup(' formnovalidate') : ''}>${text}</button>`)}</form>${sent(order.fields)}`;
  return okpayPage(`Pay ${wallet.name ?? wallet.id}`, body, { leadsTo: [form['return_success'] || wallet.returnSuccess, form['return_fail'] || wallet.returnFail], status: problem ? 400 : 200 });
}

/** What is sold, unless the form leads straight to a payment method, and what it costs with its parts. */
function bill({ items, currency, total, fee, form }: OkpayOrder): Markup {
  const sums = okpayTotal(items);
  const parts = ([['Shipping', sums?.shipping], ['Handling', sums?.handling], ['Tax', sums?.tax], ['OKPAY\'s fee', fee]] as const).filter(([, part]) => part);
  const all = total === undefined ? `You choose the amount${form['fees'] === '1' ? ', and OKPAY\'s fee is added' : ''}` : `${currency} ${money(total + fee)}`;
  const rows = (form['directdeposit'] ? [] : items).map((item) => {
    const notes = [item['article'] && `No. ${item['article']}`, item['type'], ...[1, 2].map((at) => item[`custom_${at}_value`] && `${item[`custom_${at}_title`] ?? ''}: ${item[`custom_${at}_value`]}`)];
    return line(markup`${item['name']}<small>${notes.filter(Boolean).join(' · ')}</small>`, item['price'] && `${item['quantity'] ?? '1'} × ${item['price']}`);
  });
  return markup`<table class="sums">${rows}${parts.map(([name, part]) => line(name, money(part!)))}${line(markup`<b>Total</b>`, markup`<b>${all}</b>`)}</table>`;
}

const line = (name: Piece, value: Piece): Markup => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`;

const alert = (problem: Problem): Markup => markup`<p role="alert">${problem.message}</p>`;

const sent = (params: readonly (readonly [string, string])[]): Markup => markup`<details><summary>What the form sent</summary>${pairs(params)}</details>`;

function closingPage({ transaction }: OkpayOutcome): Response {
  const { id, status, currency, gross } = transaction ?? { status: 'canceled' };
  return okpayPage(`Payment ${status}`, markup`<p role="status">${id ? `${currency} ${money(gross!)} · Transaction ${id}` : 'Nothing has been paid.'}</p><p>You can close this page.</p>`);
}
