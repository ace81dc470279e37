import { okpayCurrency, okpayTotal, type OkpayFields, type OkpayTexts } from '../formats/okpay-fields.ts';
import { okpayFields } from '../formats/okpay-form.ts';
import { Problem } from '../formats/problem.ts';
import { okpayFee, type OkpayLedger, type OkpayStatus, type OkpayTransaction, type OkpayWallet } from './okpay-ledger.ts';
import { okpayMessage } from './okpay-messages.ts';

/** Names and values of a form, as `URLSearchParams` gives them. */
export type OkpayParams = Iterable<readonly [name: string, value: string]>;

/** What a form asks to be paid, after it has been judged. */
export interface OkpayOrder {
  /** What it sent, as OKPAY reads it: prices with two decimals. */
  readonly fields: OkpayFields;
  readonly form: OkpayTexts;
  readonly items: readonly OkpayTexts[];
  readonly wallet: OkpayWallet;
  readonly currency: string;
  /** In minor units; undefined while the buyer has not chosen the amount. */
  readonly total: bigint | undefined;
  /** What the buyer pays besides, in minor units. */
  readonly fee: bigint;
  /** What the buyer has to type: names of variables, and what is said of each. */
  readonly wanted: ReadonlyMap<string, string>;
  /** The codes of the payment methods that it takes. */
  readonly methods: readonly string[];
}

/** What has become of a checkout. */
export interface OkpayOutcome {
  /** None where the buyer canceled. */
  readonly transaction?: OkpayTransaction;
  /** Where the buyer is led back to; empty where nobody has said. */
  readonly location: string;
}

/** What the buyer does: pays, with this result, or cancels. */
export type OkpayAct = Exclude<OkpayStatus, 'reversed'>;

const METHODS = 'CC SF';
const LEADS_BACK = ['return_success', 'return_fail'] as const;

/** Reads and judges a form; throws a Problem for what OKPAY, or this sandbox, refuses. */
export function readOkpayOrder(params: OkpayParams, wallets: Pick<OkpayLedger, 'wallet'>, mayLeadTo: (address: string) => boolean): OkpayOrder {
  const fields = okpayFields(...sorted(params));
  const [form, items] = sorted(fields);
  const wallet = wallets.wallet(form['receiver']!);
  if (!wallet) throw refused('ok_receiver', form['receiver']!, 'a wallet of this sandbox');
  for (const name of LEADS_BACK) {
    const address = form[name];
    if (address && !mayLeadTo(address)) throw refused(`ok_${name}`, address, 'an https: address, or one of this sandbox');
  }
  const total = okpayTotal(items)?.total;
  const currency = okpayCurrency(form);
  return {
    ...{ fields, form, items, wallet, total, currency },
    fee: form['fees'] === '1' ? okpayFee(total ?? 0n) : 0n,
    wanted: new Map(items.flatMap((item, at) => wantedOf(item, currency).map(([name, label]) => [`ok_item_${at + 1}_${name}`, label]))),
    methods: form['directdeposit'] ? [form['directdeposit']] : [...new Set(['OKB', ...(form['paysystems'] ?? METHODS).split(' ')])],
  };
}

/** The same order with what the buyer has typed; only what was wanted counts. Throws a Problem where it is not all there. */
export function typedInto(order: OkpayOrder, typed: OkpayParams, read: (params: OkpayParams) => OkpayOrder): OkpayOrder {
  const whole = read([...order.fields, ...[...typed].filter(([name]) => order.wanted.has(name))]);
  const [missing] = whole.wanted.keys();
  if (missing) throw refused(missing, '', 'there');
  return whole;
}

/** Ends a checkout. */
export function settleOkpayOrder(order: OkpayOrder, act: OkpayAct, { ledger, method }: { readonly ledger: Pick<OkpayLedger, 'add'>; readonly method?: string }): OkpayOutcome {
  const { form, items, wallet, currency, total = 0n, fee } = order;
  const entry = {
    ...({ kind: 'payment_link', wallet, currency, items } as const),
    gross: total + fee,
    fee: okpayFee(total),
    texts: { ...form, ...(method && order.methods.includes(method) && { txn_payment_method: method }) },
    status: act,
    reason: act === 'pending' ? 'review' : '',
  };
  const transaction = act === 'canceled' ? undefined : ledger.add(entry);
  const good = transaction && act !== 'failed' && act !== 'error';
  const address = good ? form['return_success'] || wallet.returnSuccess : form['return_fail'] || wallet.returnFail;
  if (!address) return { ...(transaction && { transaction }), location: '' };
  const url = new URL(address);
  for (const [name, value] of okpayMessage(transaction ?? { ...entry, id: '', parentId: '', at: 0, reversed: 0n })) url.searchParams.append(name, value);
  return { ...(transaction && { transaction }), location: url.href };
}

/** The texts of a form and of its items. A name that comes twice counts once, the first time. */
function sorted(params: OkpayParams): [form: OkpayTexts, items: OkpayTexts[]] {
  const form: Record<string, string> = {};
  const items = new Map<number, Record<string, string>>();
  for (const [name, value] of params) {
    const [, number, ofItem, ofForm] = /^ok_(?:item_([1-9]\d?)_(\w+)|(\w+))$/.exec(name) ?? [];
    if (number && !items.has(Number(number))) items.set(Number(number), {});
    if (number) items.get(Number(number))![ofItem!] ??= value;
    else if (ofForm) form[ofForm] ??= value;
  }
  return [form, [...items].sort(([a], [b]) => a - b).map(([, item]) => item)];
}

const wantedOf = (item: OkpayTexts, currency: string): [name: string, label: string][] => [
  ...(item['price'] ? [] : [['price', `Amount in ${currency} for ${item['name']}`] as [string, string]]),
  ...[1, 2].flatMap((at): [string, string][] => {
    const title = item[`custom_${at}_title`];
    return title && !item[`custom_${at}_value`] ? [[`custom_${at}_value`, title]] : [];
  }),
];

const refused = (field: string, value: string, must: string): Problem =>
  new Problem('invalid-attribute', `${field} is ${JSON.stringify(value.slice(0, 40))}, and must be ${must}.`, { field, value });
