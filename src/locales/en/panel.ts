/** What every tag says while a code can be paid: fetched before the first picture, so it holds nothing else. */
export const panelWords = {
  /** How an amount is written: symbols that stand for a currency, what groups thousands, what starts the decimals, what follows the symbol. */
  money: { symbols: { BRL: 'R$', EUR: '€', HKD: 'HK$', USD: '$' } as Record<string, string>, group: ',', decimal: '.', gap: '' },
  order: (reference: string) => `Order ${reference}`,
  waiting: 'Waiting for your payment',
  left: (time: string) => `${time} left`,
  copy: 'Copy code',
};

/** The keys that every language has to fill. */
export type PanelWords = typeof panelWords;
