import { parseObject, valueAt } from '../body.ts';
import type { Notice, ServerStatus } from '../provider.ts';
import { Rejection } from '../rejection.ts';
import { asText, readAmount, type Notation } from './notation.ts';

/** A provider's status words and ours for them; a word that is not here changes nothing. */
export type Statuses = Readonly<Record<string, ServerStatus>>;

/** The words that a provider's word may stand for. */
const WORDS: readonly ServerStatus[] = ['pending', 'processing', 'paid', 'failed', 'expired', 'canceled', 'refunded'];

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
  readonly currency?: string | undefined;
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

/** Throws a TypeError unless there is a word and each stands for one of ours. */
export function checkStatuses(statuses: Statuses, who: string): void {
  const words = typeof statuses === 'object' && statuses !== null ? Object.values(statuses) : [];
  if (!words.length) throw new TypeError(`${who}: statuses is empty: say which of the provider's words mean pending, paid, …`);
  if (!words.every((word) => WORDS.includes(word))) throw new TypeError(`${who}: statuses must map to ${WORDS.join(', ')}`);
}
