import { decodeBrCode } from '../formats/brcode.ts';
import { BankError, type ChargeWord, type SandboxCharge } from './charge.ts';

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

/** The payer's bank, and what the provider can be made to do. Every function takes the BR Code text and throws a BankError. */
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

/** A bank that knows the provider's charges. `change` is told of each new word, and `again` of a repetition. */
export function createBank(options: {
  readonly chargeOf: (token: string) => SandboxCharge | undefined;
  readonly now: () => Date;
  readonly change: (charge: SandboxCharge, word: ChargeWord) => void;
  readonly again: (charge: SandboxCharge) => void;
  readonly looked: (charge: SandboxCharge) => void;
}): Bank {
  const { chargeOf, now, change } = options;

  function find(code: string): { charge: SandboxCharge; payee: string; city: string } {
    let url: string | undefined;
    let payee: string;
    let city: string;
    try {
      ({ url, merchantName: payee, merchantCity: city } = decodeBrCode(code));
    } catch {
      throw new BankError('damaged');
    }
    const charge = chargeOf(url?.split('/').at(-1) ?? '');
    if (charge?.code !== code) throw new BankError('unknown-code');
    return { charge, payee, city };
  }

  /** The charge, where it is still open; an expired one throws. */
  function open(code: string): SandboxCharge {
    const { charge } = find(code);
    if (charge.word === 'EXPIRED' || (charge.word === 'WAITING' && charge.expiresAt <= now().getTime())) throw new BankError('expired');
    if (charge.word !== 'WAITING' && charge.word !== 'IN_PROCESS') throw new BankError('not-payable');
    return charge;
  }

  function settle(charge: SandboxCharge, amount: string): void {
    charge.paidAmount = amount;
    change(charge, 'CONFIRMED');
  }

  return {
    read(code) {
      const { charge, payee, city } = find(code);
      if (charge.word === 'WAITING' || charge.word === 'EXPIRED') open(code);
      options.looked(charge);
      const { amount, currency, expiresAt, word } = charge;
      return { payee, city, bank: BANK, amount, currency, expiresAt: new Date(expiresAt).toISOString(), state: word };
    },
    pay(code, amount) {
      const charge = open(code);
      if (amount !== undefined && !/^\d{1,12}\.\d{2}$/.test(amount)) throw new BankError('bad-request');
      settle(charge, amount ?? charge.amount);
    },
    decline: (code) => change(open(code), 'REJECTED'),
    keepWaiting: (code) => change(open(code), 'IN_PROCESS'),
    expire: (code) => change(open(code), 'EXPIRED'),
    payLate(code) {
      const { charge } = find(code);
      if (charge.paidAmount !== undefined) throw new BankError('not-payable');
      settle(charge, charge.amount);
    },
    refund(code) {
      const { charge } = find(code);
      if (charge.word !== 'CONFIRMED') throw new BankError('not-paid');
      change(charge, 'REFUNDED');
    },
    callBackAgain(code) {
      options.again(find(code).charge);
    },
  };
}
