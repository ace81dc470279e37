import type { PaymentLife } from '../payment-life.ts';
import { TillDialog } from './dialog.ts';

/** What the life of a tag knows of its view for the till, which is open as long as it is there. */
export interface TillView {
  /** The tag has been drawn, or has left: shows what has changed, and closes where nothing can be paid any more. */
  follow(): void;
}

/** Opens the view for the till: the code that can be paid, over the whole screen. Without such a code nothing opens. */
export async function showAtTill(life: PaymentLife): Promise<void> {
  const { host } = life;
  if (!life.kept) return console.warn(`<${host.localName}> showAtTill(): there is no code that can be paid.`);
  life.view ??= new TillDialog(life);
}
