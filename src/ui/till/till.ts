import type { PaymentLife } from '../payment-life.ts';

/** Opens the view for the till. */
export async function showAtTill(life: PaymentLife): Promise<void> {
  void life;
}
