import type { PictureFormat } from '../offer.ts';
import type { PaymentLife } from '../payment-life.ts';
import { picture } from './picture.ts';

/** Some browsers read the file only after the shopper has said where to put it. */
const READ_MS = 60_000;

/** Hands the plate of the code that can be paid to the browser's downloads: as PNG unless SVG is asked for, and in the other format where it cannot be drawn in this one. */
export async function save(life: PaymentLife, asked: PictureFormat): Promise<void> {
  const { host, speech, states } = life;
  const offer = life.drawn;
  if (!offer) return console.warn(`<${host.localName}> save(): there is no code that can be paid.`);
  const [format, other] = asked === 'svg' ? (['svg', 'png'] as const) : (['png', 'svg'] as const);
  try {
    const file = await picture(life, offer, format).catch(() => picture(life, offer, other));
    if (life.kept?.text !== offer.text) return;
    // Never put into the page, so that no listener of the page takes the click for one on a link of its own.
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), READ_MS);
    speech.again(states.saved);
  } catch (error) {
    console.error(`<${host.localName}> save():`, error);
  }
}
