import type { Field } from '../offer.ts';
import type { PaymentLife } from '../payment-life.ts';
import type { Kind } from './fields.ts';

/** What one tag does, and others do not, after its first picture: a file of its own has it. */
export interface Besides {
  /** Fields that it alone asks for. */
  readonly kinds?: Partial<Record<Field, Kind>>;
  /** What is said above the form, before anything is asked for. */
  promises?(life: PaymentLife): readonly string[];
  /** The tag stands drawn in a page. */
  drawn?(life: PaymentLife): void;
  /** Opens the view for the till, where there is a code that can be paid. Never rejects. */
  till?(life: PaymentLife): Promise<void>;
}
