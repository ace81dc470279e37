import type { PanelWords } from '../en/panel.ts';

export const panelWords: PanelWords = {
  lang: 'es',
  order: (reference) => `Pedido ${reference}`,
  waiting: 'Esperando su pago',
  left: (time) => `quedan ${time}`,
  copy: 'Copiar código',
};
