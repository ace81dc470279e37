import type { OctopusWords } from '../en/octopus-pay.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const octopusWords: OctopusWords = {
  ...panelWords,
  money: { ...numbers, texts: { HKD: amounts.HKD } },
  heading: 'Pague com o Octopus',
  symbol: (payee, amount) => `QR code para um pagamento${amount && ` de ${amount}`}${payee && ` a ${payee}`} no aplicativo Octopus`,
  caption: 'Leia com a câmera do celular',
  steps: ['Leia o código com o celular.', 'O aplicativo Octopus abre com este pagamento.', 'Confira o nome e o valor e confirme.'],
  noPhone: 'Sem celular por perto?',
  openPage: 'Abrir a página de pagamento',
  pageSteps: ['Abra a página de pagamento.', 'Leia o código dela com o aplicativo Octopus.', 'Confira o nome e o valor e confirme.'],
  open: 'Abrir o aplicativo Octopus',
  page: 'Pagar pela página',
  pageInstead: 'Prefiro pagar pela página',
  appSteps: ['O aplicativo Octopus abre com este pagamento.', 'Confira o nome e o valor e confirme.', 'Volte aqui: mostramos o resultado.'],
  noApp: 'Não tem o aplicativo?',
  appStore: 'App Store',
  playStore: 'Google Play',
};
