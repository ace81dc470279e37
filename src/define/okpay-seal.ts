import { OkpaySeal } from '../elements/okpay-seal.ts';

void OkpaySeal.define('okpay-seal');

declare global {
  interface HTMLElementTagNameMap {
    'okpay-seal': OkpaySeal;
  }
}
