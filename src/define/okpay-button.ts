import { OkpayButton } from '../elements/okpay-button.ts';
import { OkpayItem } from '../elements/okpay-item.ts';

OkpayItem.define('okpay-item');
void OkpayButton.define('okpay-button');

declare global {
  interface HTMLElementTagNameMap {
    'okpay-button': OkpayButton;
    'okpay-item': OkpayItem;
  }
}
