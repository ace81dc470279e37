/** A code as it is drawn, quiet zone included: its width in modules, its height in rows of them, and what is dark as one SVG path in these units. */
export interface CodeSymbol {
  readonly modules: number;
  /** 1 for bars, which are stretched to any height. */
  readonly rows: number;
  readonly path: string;
}

/** What some countries want to know of who pays; `mobile` is a Pakistani telephone number, `cnic` an identity card number there. */
export type PayerField = 'name' | 'email' | 'phone' | 'mobile' | 'cnic' | 'payType' | 'bankCode';

/** What a shopper can be asked for before a payment is created: `amounts` is a choice among those on offer, `terms` a tick. */
export type Field = 'amount' | 'amounts' | 'cpf' | 'terms' | PayerField;

export type { Option } from '../formats/options.ts';

/** The kinds of picture that a code can be saved as. */
export type PictureFormat = 'svg' | 'png';

/** What may be paid now, as read from the code itself. */
export interface Offer {
  /** What is copied: the text of the code, byte for byte, what a cashier types where the bars cannot be read, or the link where no code is drawn. */
  readonly text: string;
  /** The text in groups to read out, where a cashier types it. */
  readonly groups?: readonly string[];
  /** What stands below bars: what they say, for people. */
  readonly readable?: string;
  /** Left out where no code is drawn: there the payment is opened by a link. */
  readonly symbol?: CodeSymbol;
  /** It is over in minutes: no button offers to print it or to save it as a file. */
  readonly fleeting?: true;
  /** Decimal text in major units; undefined where neither code nor page names one. */
  readonly amount: string | undefined;
  /** Who gets the money, as the code names them. */
  readonly payee: string;
}

/** What may be paid, with the code that is drawn of it. */
export type DrawnOffer = Offer & { readonly symbol: CodeSymbol };

/** Payer data that the page already has; it only fills the form in and goes nowhere but to `create-url`. */
export interface Payer {
  readonly cpf?: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly cnic?: string;
  readonly bankCode?: string;
}
