import { OktoWalletQr } from '../elements/okto-wallet-qr.ts';

void OktoWalletQr.define('okto-wallet-qr');

declare global {
  interface HTMLElementTagNameMap {
    'okto-wallet-qr': OktoWalletQr;
  }
}
