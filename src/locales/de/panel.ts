import type { PanelWords } from '../en/panel.ts';

export const panelWords: PanelWords = {
  lang: 'de',
  order: (reference) => `Bestellung ${reference}`,
  waiting: 'Warten auf Ihre Zahlung',
  left: (time) => `noch ${time}`,
  copy: 'Code kopieren',
};
