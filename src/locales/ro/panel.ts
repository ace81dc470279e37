import type { PanelWords } from '../en/panel.ts';

export const panelWords: PanelWords = {
  lang: 'ro',
  order: (reference) => `Comanda ${reference}`,
  waiting: 'Așteptăm plata dumneavoastră',
  left: (time) => `mai aveți ${time}`,
  copy: 'Copiați codul',
};
