import { BARS } from 'jsbarcode/src/barcodes/CODE128/constants.js';
import { gs1128 } from '../formats/code128.ts';
import type { CodeSymbol } from './offer.ts';

/** GS1 General Specifications 5.4.4.2: 10 modules of white on either side. */
const QUIET_ZONE = 10;

/** The GS1-128 symbol of an element string, in which GS stands for FNC1: one row, to be stretched to any height. */
export function barsSymbol(elements: string): CodeSymbol {
  const row = gs1128(elements).map((value) => BARS[value]).join('');
  const path = [...row.matchAll(/1+/g)].map(({ 0: bar, index }) => `M${index + QUIET_ZONE} 0h${bar.length}v1h-${bar.length}z`).join('');
  return { modules: row.length + 2 * QUIET_ZONE, rows: 1, path };
}
