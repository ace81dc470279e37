// One classic script that defines every tag, and exports to nobody. The build lets it run only after the page has been claimed, and puts
// the words of one language before it.
import './define/octopus-pay.ts';
import './define/okpay-button.ts';
import './define/okpay-collect.ts';
import './define/okpay-seal.ts';
import './define/okto-cash-barcode.ts';
import './define/okto-wallet-qr.ts';
import './define/pix-qr.ts';
