/** Everything of `paytags`, and every tag defined. */
export * from './index.ts';
import './define/octopus-pay.ts';
import './define/okpay-button.ts';
import './define/okpay-collect.ts';
import './define/okpay-seal.ts';
import './define/okto-cash-barcode.ts';
import './define/okto-wallet-qr.ts';
import './define/pix-qr.ts';
