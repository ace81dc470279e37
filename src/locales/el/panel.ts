import type { PanelWords } from '../en/panel.ts';

export const panelWords: PanelWords = {
  lang: 'el',
  order: (reference) => `Παραγγελία ${reference}`,
  waiting: 'Αναμονή για την πληρωμή σας',
  left: (time) => `απομένουν ${time}`,
  copy: 'Αντιγραφή κωδικού',
};
