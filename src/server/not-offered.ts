import { minorUnits } from './money.ts';
import { Refusal } from './refusal.ts';
import type { Texts } from './texts.ts';

/** The refusal of an amount that nothing can be bought for, with those that are on offer in the shopper's words, the smallest first. */
export function amountNotOffered(texts: Texts, { offers, currency }: { readonly offers: readonly string[]; readonly currency: string }): Refusal {
  const amounts = [...new Set(offers)].sort((a, b) => (minorUnits(a, currency)! < minorUnits(b, currency)! ? -1 : 1));
  const money = new Intl.NumberFormat(texts.language, { style: 'currency', currency });
  const list = new Intl.ListFormat(texts.language, { type: 'disjunction' }).format(amounts.map((amount) => money.format(amount as `${number}`)));
  const message = amounts.length ? texts.offers(list) : texts.noOffer;
  return new Refusal('amount-not-offered', texts.amountNotOffered, [{ field: 'amount', message }]);
}
