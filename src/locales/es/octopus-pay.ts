import type { OctopusWords } from '../en/octopus-pay.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const octopusWords: OctopusWords = {
  ...panelWords,
  money: { ...numbers, texts: { HKD: amounts.HKD } },
  heading: 'Pague con Octopus',
  symbol: (payee, amount) => `Código QR para un pago${amount && ` de ${amount}`}${payee && ` a ${payee}`} en la aplicación Octopus`,
  caption: 'Escanee con la cámara del teléfono',
  steps: ['Escanee el código con su teléfono.', 'La aplicación Octopus se abre con este pago.', 'Revise el nombre y el importe y confirme.'],
  noPhone: '¿No tiene el teléfono a mano?',
  openPage: 'Abrir la página de pago',
  pageSteps: ['Abra la página de pago.', 'Escanee su código con la aplicación Octopus.', 'Revise el nombre y el importe y confirme.'],
  open: 'Abrir la aplicación Octopus',
  page: 'Pagar en la página web',
  pageInstead: 'Mejor pagar en la página web',
  appSteps: ['La aplicación Octopus se abre con este pago.', 'Revise el nombre y el importe y confirme.', 'Vuelva aquí: mostramos el resultado.'],
  noApp: '¿No tiene la aplicación?',
  appStore: 'App Store',
  playStore: 'Google Play',
};
