import type { PanelWords } from '../en/panel.ts';

export const panelWords: PanelWords = {
  lang: 'id',
  order: (reference) => `Pesanan ${reference}`,
  waiting: 'Menunggu pembayaran Anda',
  left: (time) => `sisa ${time}`,
  copy: 'Salin kode',
};
