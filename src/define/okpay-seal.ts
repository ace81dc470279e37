import { OkpaySeal } from '../elements/okpay-seal.ts';

OkpaySeal.define('okpay-seal');

declare global {
  interface HTMLElementTagNameMap {
    'okpay-seal': OkpaySeal;
  }
}
