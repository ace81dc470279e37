import type { Field } from '../offer.ts';
import type { PaymentLife } from '../payment-life.ts';
import type { Kind } from './fields.ts';

/** What one tag does, and others do not, after its first picture: it comes with the words of the tag. */
export interface Besides {
  /** Fields that it alone asks for. */
  readonly kinds?: Partial<Record<Field, Kind>>;
  /** The tag stands drawn in a page. */
  drawn?(life: PaymentLife): void;
  /** Opens the view for the till, where there is a code that can be paid. Never rejects. */
  till?(life: PaymentLife): Promise<void>;
}
