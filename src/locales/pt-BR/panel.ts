import type { PanelWords } from '../en/panel.ts';

export const panelWords: PanelWords = {
  lang: 'pt-BR',
  order: (reference) => `Pedido ${reference}`,
  waiting: 'Aguardando seu pagamento',
  left: (time) => `restam ${time}`,
  copy: 'Copiar código',
};
