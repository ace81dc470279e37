/** The table of bars of `jsbarcode`; its published types cover only the package's root. */
declare module 'jsbarcode/src/barcodes/CODE128/constants.js' {
  /** The modules of each symbol character by its value, as decimal digits: 1 is dark. */
  export const BARS: readonly number[];
}
