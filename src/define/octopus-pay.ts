import { OctopusPay } from '../elements/octopus-pay.ts';

void OctopusPay.define('octopus-pay');

declare global {
  interface HTMLElementTagNameMap {
    'octopus-pay': OctopusPay;
  }
}
