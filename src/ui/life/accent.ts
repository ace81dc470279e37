/** The least contrast at which the words of a button can be read (WCAG 2.2, 1.4.3). */
const LEAST = 4.5;

const told = new Set<string>();

/**
 * Says in the console, once, where the words on a shop's main button cannot be read: measured on one that stands, so that the browser
 * has resolved whatever the shop has written.
 *
 * @param tag - The name of the tag, for the console.
 */
export function judgeAccent(tag: string, root: ParentNode): void {
  const button = root.querySelector('.main, [part="copy-button"]:not(:has(.done))');
  // In forced colours the pair is the shopper's own.
  if (!button || matchMedia('(forced-colors: active)').matches) return;
  const { backgroundColor, color } = getComputedStyle(button);
  const [behind, before] = luminances([backgroundColor, color]) as [number, number];
  const ratio = (Math.max(behind, before) + 0.05) / (Math.min(behind, before) + 0.05);
  const message = `<${tag}> --paytags-on-accent (${color}) on --paytags-accent (${backgroundColor}) has a contrast of ${ratio.toFixed(2)}:1; to be read it needs ${LEAST}:1.`;
  if (ratio >= LEAST || told.has(message)) return;
  told.add(message);
  console.warn(message);
}

/** Relative luminance as WCAG 2.2 defines it, of each colour as it is seen over the ones before it, and over white. */
function luminances(colours: readonly string[]): number[] {
  const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  return ['#fff', ...colours].map((colour) => {
    if (!pen) return 1;
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...pen.getImageData(0, 0, 1, 1).data].map((value) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4)) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }).slice(1);
}
