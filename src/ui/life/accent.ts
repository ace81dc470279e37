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
  // What has left the page has no colours; in forced colours the pair is the shopper's own.
  if (!button?.isConnected || matchMedia('(forced-colors: active)').matches) return;
  const { backgroundColor, color } = getComputedStyle(button);
  const ratio = contrast(backgroundColor, color);
  const message = `<${tag}> --paytags-on-accent (${color}) on --paytags-accent (${backgroundColor}) has a contrast of ${ratio.toFixed(2)}:1, and needs ${LEAST}:1.`;
  if (ratio >= LEAST || told.has(message)) return;
  told.add(message);
  console.warn(message);
}

/** The contrast ratio of a colour to the one behind it, as WCAG 2.2 defines it; where one lets through what is behind both, that is white. */
function contrast(behind: string, before: string): number {
  const pen = Object.assign(document.createElement('canvas'), { width: 2, height: 1 }).getContext('2d');
  if (!pen) return LEAST;
  const paint = (colour: string, from: number) => {
    pen.fillStyle = colour;
    pen.fillRect(from, 0, 2, 1);
  };
  paint('#fff', 0);
  paint(behind, 0);
  paint(before, 1);
  const { data } = pen.getImageData(0, 0, 2, 1);
  const [first, second] = [luminance(data.subarray(0, 3)), luminance(data.subarray(4, 7))];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Relative luminance of an sRGB colour, each part from 0 to 255. */
function luminance(colour: Iterable<number>): number {
  const linear = Array.from(colour, (value) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return [0.2126, 0.7152, 0.0722].reduce((sum, weight, part) => sum + weight * (linear[part] ?? 0), 0);
}
