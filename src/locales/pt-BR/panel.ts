import type { PanelWords } from '../en/panel.ts';

export const panelWords: PanelWords = {
  money: { symbols: { BRL: 'R$', EUR: '€', HKD: 'HK$', USD: 'US$' }, group: '.', decimal: ',', gap: '\u00a0' },
  order: (reference) => `Pedido ${reference}`,
  waiting: 'Aguardando seu pagamento',
  left: (time) => `restam ${time}`,
  copy: 'Copiar código',
};
