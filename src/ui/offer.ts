import type { CodeSymbol } from './qr-symbol.ts';

/** What a shopper can be asked for before a payment is created. */
export type Field = 'amount' | 'cpf';

/** What may be paid now, as read from the code itself. */
export interface Offer {
  /** The text of the code, byte for byte: what is drawn and what is copied. */
  readonly text: string;
  readonly symbol: CodeSymbol;
  /** Decimal text in major units; undefined where neither code nor page names one. */
  readonly amount: string | undefined;
  /** Who gets the money, as the code names them. */
  readonly payee: string;
}

/** Payer data that the page already has; it only fills the form in and goes nowhere but to `create-url`. */
export interface Payer {
  readonly cpf?: string;
}
