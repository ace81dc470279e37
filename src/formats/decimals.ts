/** ISO 4217: the currencies with other than two decimals, by their number. */
const DECIMALS: readonly [decimals: number, currencies: string][] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/** How many decimals amounts have of a currency, which is three capital letters; two where nothing else is known of it. */
export const decimalsOf = (currency: string): number => DECIMALS.find(([, currencies]) => currencies.includes(currency))?.[0] ?? 2;
