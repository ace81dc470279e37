import { OktoCashBarcode } from '../elements/okto-cash-barcode.ts';

void OktoCashBarcode.define('okto-cash-barcode');

declare global {
  interface HTMLElementTagNameMap {
    'okto-cash-barcode': OktoCashBarcode;
  }
}
