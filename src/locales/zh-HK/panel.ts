import type { PanelWords } from '../en/panel.ts';

export const panelWords: PanelWords = {
  lang: 'zh-HK',
  order: (reference) => `訂單 ${reference}`,
  waiting: '正在等候你付款',
  left: (time) => `尚餘 ${time}`,
  copy: '複製付款碼',
};
