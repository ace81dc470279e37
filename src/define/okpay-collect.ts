import { OkpayCollect } from '../elements/okpay-collect.ts';

void OkpayCollect.define('okpay-collect');

declare global {
  interface HTMLElementTagNameMap {
    'okpay-collect': OkpayCollect;
  }
}
