import type { Switches } from './answer.ts';
import { SandboxError, type ChargeWord } from './charge.ts';
import type { OktoCharge } from './okto-charge.ts';
import type { Acts } from './provider-side.ts';

/** An OKTO Wallet payment as the provider keeps it. */
export interface WalletCharge extends OktoCharge {
  /** The last part of the addresses in QR code and link. */
  readonly token: string;
  /** The text of the QR code. */
  readonly code: string;
}

/** What the OKTO app shows before it asks for approval. */
export interface AppReading {
  /** Who is paid. */
  readonly shop: string;
  /** Decimal text in major units. */
  readonly amount: string;
  readonly currency: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** The provider's word. */
  readonly state: ChargeWord;
}

/** The shopper's OKTO app, and what the provider can be made to do. Every function takes the text of the QR code and throws a SandboxError. */
export interface WalletApp {
  /** 404 unknown, 410 expired, 422 damaged. */
  read(code: string): AppReading;
  /** The shopper says yes; to another amount than was asked only where one is given. */
  approve(code: string, amount?: string): void;
  /** The shopper says no. */
  decline(code: string): void;
  /** Approved, but not confirmed yet. */
  keepWaiting(code: string): void;
  /** The time is over, now. */
  expire(code: string): void;
  /** Approves although the time is over. */
  approveLate(code: string): void;
  /** Gives a paid amount back, or a part of it. */
  refund(code: string, amount?: string): void;
  /** Sends the last callback once more, byte for byte. */
  callBackAgain(code: string): void;
}

/** An app that knows the provider's charges by the last part of the address in their codes. */
export function createApp(chargeOf: (token: string) => WalletCharge | undefined, acts: Acts<WalletCharge>): WalletApp {
  function charge(code: string): WalletCharge {
    if (!URL.canParse(code)) throw new SandboxError('damaged');
    const found = chargeOf(code.split('/').at(-1) ?? '');
    if (found?.code !== code) throw new SandboxError('unknown-code');
    return found;
  }

  return {
    read(code) {
      const read = charge(code);
      acts.look(read);
      const { shop, amount, currency, expiresAt, word } = read;
      return { shop, amount, currency, expiresAt: new Date(expiresAt).toISOString(), state: word };
    },
    approve: (code, amount) => acts.pay(charge(code), amount),
    decline: (code) => acts.decline(charge(code)),
    keepWaiting: (code) => acts.keepWaiting(charge(code)),
    expire: (code) => acts.expire(charge(code)),
    approveLate: (code) => acts.payLate(charge(code)),
    refund: (code, amount) => acts.refund(charge(code), amount),
    callBackAgain: (code) => acts.callBackAgain(charge(code)),
  };
}

/** What the demo's buttons do, by the last part of `/app/…`. */
export const APP_SWITCHES: Switches<WalletApp> = {
  read: (app, code) => app.read(code),
  approve: (app, code, amount) => app.approve(code, amount),
  decline: (app, code) => app.decline(code),
  'keep-waiting': (app, code) => app.keepWaiting(code),
  expire: (app, code) => app.expire(code),
  'approve-late': (app, code) => app.approveLate(code),
  refund: (app, code, amount) => app.refund(code, amount),
  'call-back-again': (app, code) => app.callBackAgain(code),
};
