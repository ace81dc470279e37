/** Everything of `paytags`, and every tag defined. */
export * from './index.ts';
import './define/pix-qr.ts';
