import { okpayTotal, written, type OkpayFields, type OkpayTexts } from '../formats/okpay-fields.ts';
import { dateText } from '../server/providers/okpay-soap-params.ts';
import type { OkpayTransaction } from './okpay-ledger.ts';

/** The variables of a message before its items: `name=value` of who pays where nobody else is named; with `?` those that are left out where they say nothing. */
const HEAD = [
  '|charset=utf-8 receiver receiver_email receiver_wallet receiver_phone receiver_id',
  'payer_|first_name=Anna last_name=Example business_name? email=buyer@example.net phone? id=987654321 reputation=1 status=verified country_code=DE country=Germany city=Köln state street=Hauptstr.~1+2 zip=50667 address_name? address_status=confirmed',
  'txn_|id? datetime? kind payment_type=instant payment_method? status pending_reason? currency gross net fee handling? shipping? shipping_method? tax? exchange_rate comment',
  '|invoice? items_count?',
];
const ITEM = '|id? name article? type=digital quantity=1 gross price handling? shipping? tax? custom_1_title? custom_1_value? custom_2_title? custom_2_value?';
const TAIL = '|txn_reversal_reason? txn_parent_id? fees?';

/** What OKPAY says of a transaction as it is now, to a listener and to a page. */
export function okpayMessage({ id, parentId, at, kind, wallet, from, currency, gross, fee, status, reason, texts, items }: OkpayTransaction): OkpayFields {
  const sums = okpayTotal(items);
  const said: OkpayTexts = {
    receiver: wallet.id,
    ...(from && { payer_email: from.email, payer_id: from.accountId }),
    ...texts,
    ...{ receiver_email: wallet.email.toLowerCase(), receiver_wallet: wallet.id, receiver_phone: wallet.phone, receiver_id: wallet.accountId },
    ...{ txn_id: id, txn_parent_id: parentId, txn_datetime: id && okpayTime(at), txn_kind: kind, txn_status: status, txn_currency: currency },
    ...{ txn_gross: money(gross), txn_net: money(gross - fee), txn_fee: money(fee), items_count: items.length ? String(items.length) : '' },
    ...{ txn_handling: some(sums?.handling), txn_shipping: some(sums?.shipping), txn_tax: some(sums?.tax) },
    ...(status === 'pending' && { txn_pending_reason: reason || 'other' }),
    ...(status === 'reversed' && { txn_reversal_reason: reason || 'other' }),
  };
  const sold = items.map((item) => {
    const its = okpayTotal([item]);
    return { ...item, gross: some(its?.total), shipping: some(its?.shipping), handling: some(its?.handling), tax: some(its?.tax) };
  });
  return [...HEAD.flatMap((row) => named(row, 'ok_', said)), ...sold.flatMap((item, at) => named(ITEM, `ok_item_${at + 1}_`, item)), ...named(TAIL, 'ok_', said)];
}

/** `YYYY-MM-DD HH:MM:SS`, GMT. */
export const okpayTime = (milliseconds: number): string => dateText(new Date(milliseconds));

/** Decimal text of minor units, also below zero. */
export const money = (minor: bigint): string => (minor < 0n ? `-${written(-minor)}` : written(minor));

const some = (minor: bigint | undefined): string => (minor ? money(minor) : '');

/** These variables with their texts, in order: a row is `prefix|name name=usual name?`, with `~` for a space. */
export function named(row: string, before: string, texts: OkpayTexts = {}): OkpayFields {
  const [prefix = '', words = ''] = row.split('|');
  return words.split(' ').flatMap((word): [string, string][] => {
    const [, name = '', rest = ''] = /^(\w+)(.*)$/.exec(word)!;
    const text = texts[prefix + name] || rest.slice(1).replaceAll('~', ' ');
    return text || rest !== '?' ? [[before + prefix + name, text]] : [];
  });
}
