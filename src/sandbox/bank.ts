import { decodeBrCode } from '../formats/brcode.ts';
import type { Switches } from './answer.ts';
import { SandboxError, type ChargeWord, type SandboxCharge } from './charge.ts';
import type { Acts } from './provider-side.ts';

/** A PIX charge as the provider keeps it. */
export interface PixCharge extends SandboxCharge {
  /** The last part of the address in the BR Code. */
  readonly token: string;
  /** The BR Code text. */
  readonly code: string;
}

/** What the payer's bank shows after scanning. */
export interface BankReading {
  /** Who is paid, and where, as the code names them. */
  readonly payee: string;
  readonly city: string;
  /** The payee's bank. */
  readonly bank: string;
  /** Decimal text in major units. */
  readonly amount: string;
  readonly currency: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** The provider's word. */
  readonly state: ChargeWord;
}

/** The payer's bank, and what the provider can be made to do. Every function takes the BR Code text and throws a SandboxError. */
export interface Bank {
  /** Reads a code as a bank's app does: 404 unknown, 410 expired, 422 damaged. */
  read(code: string): BankReading;
  /** Pays; another amount than was asked only where one is given. */
  pay(code: string, amount?: string): void;
  /** The payer says no. */
  decline(code: string): void;
  /** The bank has the money but has not confirmed it yet. */
  keepWaiting(code: string): void;
  /** The time is over, now. */
  expire(code: string): void;
  /** Pays although the time is over. */
  payLate(code: string): void;
  /** Gives a paid amount back. */
  refund(code: string): void;
  /** Sends the last callback once more, byte for byte. */
  callBackAgain(code: string): void;
}

/** The bank's name in every reading: nobody should take it for a real one. */
const BANK = 'OKTO.PIX sandbox';

/** A bank that knows the provider's charges by the last part of the address in their codes. */
export function createBank(chargeOf: (token: string) => PixCharge | undefined, acts: Acts<PixCharge>): Bank {
  function find(code: string): { charge: PixCharge; payee: string; city: string } {
    let url: string | undefined;
    let payee: string;
    let city: string;
    try {
      ({ url, merchantName: payee, merchantCity: city } = decodeBrCode(code));
    } catch {
      throw new SandboxError('damaged');
    }
    const charge = chargeOf(url?.split('/').at(-1) ?? '');
    if (charge?.code !== code) throw new SandboxError('unknown-code');
    return { charge, payee, city };
  }
  const charge = (code: string) => find(code).charge;

  return {
    read(code) {
      const { charge, payee, city } = find(code);
      acts.look(charge);
      const { amount, currency, expiresAt, word } = charge;
      return { payee, city, bank: BANK, amount, currency, expiresAt: new Date(expiresAt).toISOString(), state: word };
    },
    pay: (code, amount) => acts.pay(charge(code), amount),
    decline: (code) => acts.decline(charge(code)),
    keepWaiting: (code) => acts.keepWaiting(charge(code)),
    expire: (code) => acts.expire(charge(code)),
    payLate: (code) => acts.payLate(charge(code)),
    refund: (code) => acts.refund(charge(code)),
    callBackAgain: (code) => acts.callBackAgain(charge(code)),
  };
}

/** What the demo's buttons do, by the last part of `/bank/…`. */
export const BANK_SWITCHES: Switches<Bank> = {
  read: (bank, code) => bank.read(code),
  pay: (bank, code, amount) => bank.pay(code, amount),
  decline: (bank, code) => bank.decline(code),
  'keep-waiting': (bank, code) => bank.keepWaiting(code),
  expire: (bank, code) => bank.expire(code),
  'pay-late': (bank, code) => bank.payLate(code),
  refund: (bank, code) => bank.refund(code),
  'call-back-again': (bank, code) => bank.callBackAgain(code),
};
