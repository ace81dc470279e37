import { elementString, GS, humanReadable, readElementString, type Gs1Element } from '../formats/gs1.ts';
import type { Switches } from './answer.ts';
import { SandboxError, type ChargeWord } from './charge.ts';
import type { OktoCharge } from './okto-charge.ts';
import type { Acts } from './provider-side.ts';

/** An OKTO Cash payment as the provider keeps it. */
export interface CashCharge extends OktoCharge {
  readonly packageId: string;
  readonly paymentCode: string;
}

/** What the clerk's till shows. */
export interface CounterReading {
  /** What was read: a barcode as people read it, such as `(01)08055348521276(21)10000000000001`, or the payment code as typed. */
  readonly read: string;
  /** Who is paid. */
  readonly shop: string;
  /** Decimal text in major units. */
  readonly amount: string;
  readonly currency: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** The provider's word. */
  readonly state: ChargeWord;
  readonly packageId: string;
  readonly paymentCode: string;
}

/**
 * A clerk at a counter, and what the provider can be made to do. Every function takes what the till's scanner gave (the element
 * string, with or without `]C1` in front, with GS where the symbol has FNC1), or the payment code as typed; and throws a
 * SandboxError. Cash is never given back.
 */
export interface Counter {
  /** 404 unknown, 410 expired, 422 damaged. */
  read(scan: string): CounterReading;
  /** Takes the cash; another amount than was asked only where one is given. */
  pay(scan: string, amount?: string): void;
  /** The clerk does not take it. */
  refuse(scan: string): void;
  /** The cash is in the till, but the provider has not confirmed it yet. */
  keepWaiting(scan: string): void;
  /** The time is over, now. */
  expire(scan: string): void;
  /** Takes the cash although the time is over. */
  payLate(scan: string): void;
  /** Sends the last callback once more, byte for byte. */
  callBackAgain(scan: string): void;
}

/** The longest payment code, in digits: with more of them AI 21 would be longer than GS1 allows. */
export const MOST_DIGITS = 7;

/** A counter that finds charges by the element strings of their barcodes, and by their payment codes. */
export function createCounter(
  find: { readonly byScan: (elements: string) => CashCharge | undefined; readonly byCode: (paymentCode: string) => CashCharge | undefined },
  acts: Acts<CashCharge>,
): Counter {
  function look(scan: string): { charge: CashCharge; read: string } {
    const isTyped = new RegExp(`^\\d{1,${MOST_DIGITS}}$`).test(scan);
    const elements = isTyped ? [] : elementsOf(scan);
    const charge = isTyped ? find.byCode(scan) : find.byScan(elementString(elements));
    if (!charge) throw new SandboxError('unknown-code');
    return { charge, read: isTyped ? scan : humanReadable(elements) };
  }
  const charge = (scan: string) => look(scan).charge;

  return {
    read(scan) {
      const { charge, read } = look(scan);
      acts.look(charge);
      const { shop, amount, currency, expiresAt, word, packageId, paymentCode } = charge;
      return { read, shop, amount, currency, expiresAt: new Date(expiresAt).toISOString(), state: word, packageId, paymentCode };
    },
    pay: (scan, amount) => acts.pay(charge(scan), amount),
    refuse: (scan) => acts.decline(charge(scan)),
    keepWaiting: (scan) => acts.keepWaiting(charge(scan)),
    expire: (scan) => acts.expire(charge(scan)),
    payLate: (scan) => acts.payLate(charge(scan)),
    callBackAgain: (scan) => acts.callBackAgain(charge(scan)),
  };
}

/** The elements that a scanner has read, without what it puts in front: the symbology identifier of GS1-128, or GS for the first FNC1. */
function elementsOf(scan: string): Gs1Element[] {
  try {
    const text = scan.replace(/^\]C1/, '');
    return readElementString(text.startsWith(GS) ? text.slice(1) : text);
  } catch {
    throw new SandboxError('damaged');
  }
}

/** What the demo's buttons do, by the last part of `/counter/…`. */
export const COUNTER_SWITCHES: Switches<Counter> = {
  read: (counter, scan) => counter.read(scan),
  pay: (counter, scan, amount) => counter.pay(scan, amount),
  refuse: (counter, scan) => counter.refuse(scan),
  'keep-waiting': (counter, scan) => counter.keepWaiting(scan),
  expire: (counter, scan) => counter.expire(scan),
  'pay-late': (counter, scan) => counter.payLate(scan),
  'call-back-again': (counter, scan) => counter.callBackAgain(scan),
};
