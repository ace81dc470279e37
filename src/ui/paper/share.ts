import type { PaymentLife } from '../payment-life.ts';
import { picture, title } from './picture.ts';

/**
 * Offers the code that can be paid to the shopper's other apps: its text, with its picture where they take one, or
 * the link where no code is drawn; never the address or id of its status. True once the browser says that it was handed over; false when the shopper has called it off, and where there
 * is nothing to share or no way to.
 */
export async function share(life: PaymentLife): Promise<boolean> {
  const { host } = life;
  const offer = life.kept;
  if (!offer || !navigator.share) {
    console.warn(`<${host.localName}> share(): ${offer ? 'this browser does not share' : 'there is no code that can be paid'}.`);
    return false;
  }
  const words = { title: title(life), text: offer.text };
  const { drawn } = life;
  const withPicture = drawn ? await picture(life, drawn, 'png').then((file) => ({ ...words, files: [file] }), () => words) : words;
  // What is over by now is not handed on.
  if (life.kept?.text !== offer.text) return false;
  try {
    await navigator.share(navigator.canShare?.(withPicture) ? withPicture : words);
    return true;
  } catch (error) {
    if ((error as Partial<Error>)?.name !== 'AbortError') console.error(`<${host.localName}> share():`, error);
    return false;
  }
}
