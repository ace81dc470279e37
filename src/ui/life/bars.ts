import type { OktoCashStates } from '../../locales/en/okto-cash-barcode-states.ts';
import { ModuleWidth } from '../module-width.ts';
import type { PaymentLife } from '../payment-life.ts';
import { amountText } from '../payment-panel.ts';

/** What is paid with, until when, and what is not given back. */
export const promises = ({ host, states, until }: PaymentLife): readonly string[] =>
  (states as OktoCashStates).promises(host.asking ? '' : amountText(host), until);

/** Looks how wide the bars of a tag came out. */
export function drawn(life: PaymentLife): void {
  if (!life.host.offer?.readable) return;
  if (!life.width) {
    life.width = new ModuleWidth(life.host);
    life.width.watch();
  }
  life.width.measure();
}

/** Opens the view for the till, which is fetched when it is first asked for; nothing where it could not be had. */
export async function till(life: PaymentLife): Promise<void> {
  const fetched = await import('../till/till.ts').catch((error) => void console.error(error));
  await fetched?.showAtTill(life);
}
