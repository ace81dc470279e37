import { okpayTotal, written, type OkpayFields, type OkpayTexts } from '../formats/okpay-form.ts';
import type { OkpayTransaction } from './okpay-ledger.ts';

/** Who pays where a form names nobody else. */
const BUYER: OkpayTexts = {
  ...{ payer_first_name: 'Anna', payer_last_name: 'Example', payer_email: 'buyer@example.net', payer_id: '987654321', payer_reputation: '1', payer_status: 'verified' },
  ...{ payer_country_code: 'DE', payer_country: 'Germany', payer_city: 'Köln', payer_street: 'Hauptstr. 1+2', payer_zip: '50667', payer_address_status: 'confirmed' },
};

/** The variables of a message before its items and behind them, in order; with `?` those that are left out where they say nothing. */
const HEAD = [
  'charset receiver receiver_email receiver_wallet receiver_phone receiver_id payer_first_name payer_last_name payer_business_name? payer_email payer_phone?',
  'payer_id payer_reputation payer_status payer_country_code payer_country payer_city payer_state payer_street payer_zip payer_address_name? payer_address_status',
  'txn_id? txn_datetime? txn_kind txn_payment_type txn_payment_method? txn_status txn_pending_reason? txn_currency txn_gross txn_net txn_fee',
  'txn_handling? txn_shipping? txn_shipping_method? txn_tax? txn_exchange_rate txn_comment invoice? items_count?',
].join(' ');
const ITEM = 'id? name article? type quantity gross price handling? shipping? tax? custom_1_title? custom_1_value? custom_2_title? custom_2_value?';
const TAIL = 'txn_reversal_reason? txn_parent_id? fees?';

/** What OKPAY says of a transaction as it is now, to a listener and to a page. */
export function okpayMessage({ id, parentId, at, kind, wallet, from, currency, gross, fee, status, reason, texts, items }: OkpayTransaction): OkpayFields {
  const sums = okpayTotal(items);
  const said: OkpayTexts = {
    receiver: wallet.id,
    ...BUYER,
    ...(from && { payer_email: from.email, payer_id: from.accountId }),
    ...texts,
    ...{ charset: 'utf-8', receiver_email: wallet.email.toLowerCase(), receiver_wallet: wallet.id, receiver_phone: wallet.phone, receiver_id: wallet.accountId },
    ...{ txn_id: id, txn_parent_id: parentId, txn_datetime: id && okpayTime(at), txn_kind: kind, txn_payment_type: 'instant', txn_status: status, txn_currency: currency },
    ...{ txn_gross: money(gross), txn_net: money(gross - fee), txn_fee: money(fee), items_count: items.length ? String(items.length) : '' },
    ...{ txn_handling: some(sums?.handling), txn_shipping: some(sums?.shipping), txn_tax: some(sums?.tax) },
    ...(status === 'pending' && { txn_pending_reason: reason || 'other' }),
    ...(status === 'reversed' && { txn_reversal_reason: reason || 'other' }),
  };
  const sold = items.map((item) => {
    const its = okpayTotal([item]);
    return { type: 'digital', quantity: '1', ...item, gross: some(its?.total), shipping: some(its?.shipping), handling: some(its?.handling), tax: some(its?.tax) };
  });
  return [...named(HEAD, 'ok_', said), ...sold.flatMap((item, at) => named(ITEM, `ok_item_${at + 1}_`, item)), ...named(TAIL, 'ok_', said)];
}

/** `YYYY-MM-DD HH:MM:SS`, GMT. */
export const okpayTime = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');

/** Decimal text of minor units, also below zero. */
export const money = (minor: bigint): string => (minor < 0n ? `-${written(-minor)}` : written(minor));

const some = (minor: bigint | undefined): string => (minor ? money(minor) : '');

const named = (names: string, prefix: string, texts: OkpayTexts): OkpayFields =>
  names.split(' ').flatMap((word): [string, string][] => {
    const name = word.replace('?', '');
    const text = texts[name] ?? '';
    return text || name === word ? [[prefix + name, text]] : [];
  });
