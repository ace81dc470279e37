import type { PanelWords } from '../en/panel.ts';

export const panelWords: PanelWords = {
  lang: 'it',
  order: (reference) => `Ordine ${reference}`,
  waiting: 'In attesa del tuo pagamento',
  left: (time) => `restano ${time}`,
  copy: 'Copia codice',
};
