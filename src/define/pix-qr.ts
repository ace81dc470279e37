import { PixQr } from '../elements/pix-qr.ts';

void PixQr.define('pix-qr');

declare global {
  interface HTMLElementTagNameMap {
    'pix-qr': PixQr;
  }
}
