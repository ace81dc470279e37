import type { LinkItem } from './link.ts';
import { minorUnits } from './money.ts';
import type { Notice } from './provider.ts';
import type { PaymentRecord, ReviewReason } from './store.ts';

/** What was paid of the price, decimal text in major units: the gross, or what the buyer has not paid as a fee. */
export const paidOf = ({ link }: PaymentRecord, { amount, net }: Notice): string | undefined => (link?.asked?.fees === 'buyer' ? net : amount);

/** What does not match between a payment and what is said of it; undefined where all does. */
export function mismatch(record: PaymentRecord, notice: Notice): ReviewReason | undefined {
  const { amount, currency, link } = record;
  if (notice.currency !== currency) return 'currency';
  const paid = minorUnits(paidOf(record, notice), currency);
  const asked = minorUnits(amount, currency);
  if (paid === undefined || asked === undefined) return 'amount';
  if (link?.asked?.isOpen ? paid < asked : paid !== asked) return 'amount';
  if (!notice.payeeIsOurs) return 'payee';
  const items = link?.asked?.items;
  return notice.status === 'paid' && items && !areSame(items, notice.link?.items ?? [], currency) ? 'items' : undefined;
}

/** Whether what was sold is what was asked to be sold, one by one. */
function areSame(asked: readonly LinkItem[], sold: readonly LinkItem[], currency: string): boolean {
  const price = ({ price: text }: LinkItem) => minorUnits(text, currency);
  return (
    asked.length === sold.length &&
    asked.every((item, at) => {
      const other = sold[at]!;
      const isSamePrice = item.price === undefined || (price(item) !== undefined && price(item) === price(other));
      return isSamePrice && (['name', 'article', 'quantity'] as const).every((name) => item[name] === undefined || item[name].trim() === other[name]?.trim());
    })
  );
}
