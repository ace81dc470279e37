import { parseObject, valueAt } from '../body.ts';
import type { Notice } from '../provider.ts';
import { Rejection } from '../rejection.ts';
import { asText, readAmount, type Notation } from './notation.ts';
import type { Statuses } from './statuses.ts';

/** The names of what a callback says. A dotted name such as `data.status` reaches into an object. */
export interface NoticeFields {
  readonly attempt: string;
  readonly status: string;
  readonly amount: string;
  /** `null` where the provider knows one currency only. */
  readonly currency: string | null;
  readonly eventId: string;
  readonly payee: string;
  readonly refundedAmount: string;
}

/** How the body of a callback is read. */
export interface NoticeForm {
  readonly fields: NoticeFields;
  readonly statuses: Statuses;
  readonly amounts: Notation;
  /** What a callback without a name for the currency is in. */
  readonly currency?: string;
}

/** What a callback says, besides whether the payee is ours. */
export interface Reading {
  readonly notice: Omit<Notice, 'payeeIsOurs'>;
  /** Whether the callback names no payee, or just this one. */
  readonly names: (payee: string) => boolean;
}

/** Reads the body of a callback that has been verified; throws a Rejection `bad-body`. */
export function readNotice(body: Uint8Array, { fields, statuses, amounts, currency: only }: NoticeForm): Reading {
  const said = parseObject(body);
  const text = (name: string) => asText(valueAt(said, name));
  const attempt = text(fields.attempt);
  const word = text(fields.status);
  if (!attempt || !word) throw new Rejection('bad-body');
  const currency = fields.currency === null ? only : text(fields.currency);
  return {
    notice: {
      attempt,
      eventId: text(fields.eventId) || undefined,
      ...(Object.hasOwn(statuses, word) && { status: statuses[word] }),
      amount: readAmount(amounts, valueAt(said, fields.amount), currency),
      currency,
      refundedAmount: readAmount(amounts, valueAt(said, fields.refundedAmount), currency),
    },
    names: (payee) => valueAt(said, fields.payee) === undefined || text(fields.payee) === payee,
  };
}
