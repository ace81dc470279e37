import { readUpi } from '../../formats/upi.ts';
import type { Notice, Offer, PayerField, Provider, ServerStatus } from '../provider.ts';
import { Refusal } from '../refusal.ts';
import { Rejection } from '../rejection.ts';
import type { Texts } from '../texts.ts';
import { ProviderError } from './ask.ts';
import { verifyCollect } from './collect-sign.ts';
import { okpayCollectClient } from './okpay-collect-client.ts';
import { OkpayError } from './okpay-collect-error.ts';
import { readPayer } from './okpay-collect-payer.ts';
import { readCollectSettings, type OkpayCollectSettings } from './okpay-collect-settings.ts';
import { answerComplaint } from './okpay-complaint.ts';
import { receivePayout } from './okpay-payout-callback.ts';
import { createRecent } from './recent.ts';

/** "We clean up the unpaid order data 20 days ago." */
const KEPT = 20 * 86_400_000;

/** "Collection and payment status code". */
const STATUSES: Readonly<Record<string, ServerStatus>> = { 0: 'pending', 1: 'paid', 2: 'failed' };

const NAME = 'okpay-collect';

/**
 * OKPAY Collect and Pay: a payment page, and for UPI an address that apps open. A payment counts as paid only once the query says so,
 * `pay_money` is its amount, and it expires only once the platform does not know it any more. Throws a TypeError for settings that
 * cannot work.
 */
export function okpayCollect(settings: OkpayCollectSettings): Provider {
  const client = okpayCollectClient(settings);
  const known = readCollectSettings(settings);
  const { mchId, key, complaint } = settings;
  const { currencies, payTypes, banks, reply, moreParameters } = known;
  const perNumber = createRecent(60_000);
  const verify = (body: Uint8Array) => verifyCollect(body, key, moreParameters);

  /** The pay type of a payment; undefined for one that is not on offer. */
  const payTypeOf = (currency: string, asked: string | undefined): string | undefined => {
    const offered = payTypes[currency] ?? [];
    return asked === undefined && offered.length === 1 ? offered[0] : offered.find((one) => one === asked);
  };

  return {
    name: NAME,
    method: 'okpayCollect',
    currencies,
    asks: [],
    takes: 'form',
    received: reply,
    keepsFor: KEPT,
    // The signing does not tell one parameter from two, and a payment is delivered once.
    confirms: ({ status }) => status === 'paid',

    check({ draft, currency, payer, now }, texts) {
      const payType = payTypeOf(currency, draft.payType);
      if (payType === undefined) return refusalOf(texts, { missing: [], wrong: ['payType'] });
      if (draft.returnUrl !== undefined && !known.mayReturnTo(draft.returnUrl)) return refusalOf(texts, { missing: [], wrong: ['returnUrl'] });
      const reading = readPayer({ currency, payType, payer, banks: banks[currency] ?? [] });
      if (reading.missing.length || reading.wrong.length) return refusalOf(texts, reading);
      if (reading.phone === undefined || perNumber.take(reading.phone, now)) return undefined;
      return new Refusal('too-many', texts.onePerMinute, [{ field: 'phone', message: texts.onePerMinute }]);
    },

    async create({ attempt, amount, currency, callbackUrl, payer, now, payType: asked, returnUrl = known.returnUrl }) {
      const payType = payTypeOf(currency, asked);
      if (payType === undefined) throw new ProviderError('no-pay-type', true);
      const { params, missing, wrong } = readPayer({ currency, payType, payer, banks: banks[currency] ?? [] });
      if (missing.length || wrong.length) throw new ProviderError('bad-payer', true);
      const order = { currency, out_trade_no: attempt, pay_type: payType, money: amount, notify_url: callbackUrl, returnUrl, ...params };
      const { url = '', payUpi, transactionId } = await client.collect(order);
      // It may exist all the same, so this is no refusal: it is asked about, and given up.
      if (!known.mayPayAt(url)) throw new ProviderError('unsafe-url');
      const upi = payUpi !== undefined && isUpi(payUpi, amount) ? payUpi : undefined;
      return {
        okpayCollect: { url, ...(upi !== undefined && { upi }) },
        expiresAt: new Date(now.getTime() + KEPT),
        ...(transactionId !== undefined && { providerId: transactionId }),
      } satisfies Offer;
    },

    read({ body }) {
      const { out_trade_no: attempt, status: word, currency, pay_money: paid, ...rest } = verify(body);
      if (!attempt || !word || rest['rnd'] !== undefined) throw new Rejection('bad-body');
      return noticeOf({ attempt, word, currency, paid, payeeIsOurs: rest['mchId'] === mchId });
    },

    async query({ attempt }) {
      try {
        const said = await client.collectQuery({ outTradeNo: attempt });
        if (said.outTradeNo !== attempt || said.status === undefined) throw new ProviderError('bad-answer');
        const { currency, payMoney: paid } = said;
        return noticeOf({ attempt, word: said.status, currency, paid, payeeIsOurs: said.mchId === mchId });
      } catch (error) {
        if (error instanceof OkpayError && error.code === 'order-unknown') return undefined;
        throw error;
      }
    },

    routes: {
      'callbacks/okpay-payout': (request, surroundings) => receivePayout({ client, verify, mchId, reply }, request, surroundings),
      ...(complaint && { [`complaints/${NAME}`]: answerComplaint({ complaint, verify, mchId, provider: NAME }) }),
    },
  };
}

/** A callback or an answer in our words; a status that the document does not know changes nothing. */
function noticeOf({ attempt, word, currency, paid, payeeIsOurs }: {
  readonly attempt: string;
  readonly word: string;
  readonly currency: string | undefined;
  readonly paid: string | undefined;
  readonly payeeIsOurs: boolean;
}): Notice {
  return {
    attempt,
    status: Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined,
    ...(paid !== undefined && { amount: withoutZeros(paid) }),
    ...(currency !== undefined && { currency }),
    payeeIsOurs,
  };
}

/** The platform writes two decimals in any currency, `50000.00` VND too: zeros at the end of a fraction say nothing. */
const withoutZeros = (amount: string): string => amount.replace(/^(\d+)(?:(\.\d*[1-9])0*|\.0+)$/, '$1$2');

/** Whether it is a UPI address for this amount, or for one that the payer types. Any other is left out: there is the payment page. */
function isUpi(address: string, amount: string): boolean {
  try {
    const upi = readUpi(address);
    return upi.amount === undefined || upi.amount === amount;
  } catch {
    return false;
  }
}

function refusalOf(texts: Texts, { missing, wrong }: { readonly missing: readonly PayerField[]; readonly wrong: readonly string[] }): Refusal {
  const errors = [
    ...missing.map((field) => ({ field, message: texts.wanted[field] })),
    ...wrong.map((field) => ({ field, message: texts.field })),
  ];
  return new Refusal('invalid-field', texts.checkFields, errors);
}
