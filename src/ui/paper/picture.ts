import type { CodeSymbol, DrawnOffer, PictureFormat } from '../offer.ts';
import type { PaymentLife } from '../payment-life.ts';

/** A PNG is at least so wide, in pixels. */
const LEAST_PX = 1000;
/** Programs that show an SVG at its own size show it with so many pixels to the module. */
const SVG_MODULE_PX = 10;

const SVG = 'http://www.w3.org/2000/svg';

/** Draws the plate of a code, its quiet zone and nothing else, as a file of this format named after payee and amount. Throws where the browser cannot. */
export async function picture(life: PaymentLife, offer: DrawnOffer, format: PictureFormat): Promise<File> {
  const blob = await (format === 'png' ? png(offer) : svg(offer, title(life)));
  return new File([blob], `${fileName(life, offer)}.${format}`, { type: blob.type });
}

/** What the code is for, in a line. */
export function title({ host, payee, amountText }: PaymentLife): string {
  return [host.words.heading, payee, amountText].filter(Boolean).join(' \u00b7 ');
}

/** Small Latin letters, digits, dashes and the decimal point, which every file system takes. */
function fileName({ host, payee }: PaymentLife, { amount }: DrawnOffer): string {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9.]+/g, '-');
  const method = host.method.replace(/[A-Z]/g, '-$&');
  return [method, payee.slice(0, 40).replaceAll('.', ' '), amount ?? ''].map((part) => plain(part).replace(/^-|-$/g, '')).filter(Boolean).join('-');
}

function svg({ symbol }: DrawnOffer, name: string): Blob {
  const { modules, path, rows } = symbol;
  const drawing = document.implementation.createDocument(SVG, 'svg');
  const put = (parent: Element, tag: string, attributes: Record<string, string> = {}) => {
    const element = parent.appendChild(drawing.createElementNS(SVG, tag));
    // eslint-disable-next-line no-restricted-syntax -- named below
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const root = drawing.documentElement;
  const attributes = {
    width: `${modules * SVG_MODULE_PX}`,
    height: `${heightOf(symbol) * SVG_MODULE_PX}`,
    viewBox: `0 0 ${modules} ${rows}`,
    preserveAspectRatio: 'none',
    'shape-rendering': 'crispEdges',
  };
  // eslint-disable-next-line no-restricted-syntax -- named above
  for (const [key, value] of Object.entries(attributes)) root.setAttribute(key, value);
  // What XML cannot hold at all is no part of a name either.
  put(root, 'title').textContent = name.replace(/\p{C}/gu, '');
  put(root, 'path', { fill: '#fff', d: `M0 0h${modules}v${rows}H0z` });
  put(root, 'path', { d: path });
  return new Blob([new XMLSerializer().serializeToString(drawing)], { type: 'image/svg+xml' });
}

/** How high a symbol is drawn, in modules: bars a quarter of their width. */
const heightOf = ({ modules, rows }: CodeSymbol): number => (rows === 1 ? modules >> 2 : rows);

async function png({ symbol }: DrawnOffer): Promise<Blob> {
  const { modules, path, rows } = symbol;
  const module = Math.ceil(LEAST_PX / modules);
  const canvas = document.createElement('canvas');
  const width = (canvas.width = modules * module);
  const height = (canvas.height = heightOf(symbol) * module);
  const context = canvas.getContext('2d', { alpha: false })!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  context.scale(module, height / rows);
  context.fill(new Path2D(path));
  const blob = await new Promise<Blob | null>((drawn) => canvas.toBlob(drawn));
  const dark = [...context.getImageData(0, height >> 1, width, 1).data].map((value) => value < 128);
  // A browser that guards against being recognised by its drawings gives out noise, also in the quiet zone, or nothing but white.
  if (!blob || dark.slice(0, 4 * module).includes(true) || !dark.includes(true)) throw new Error('the browser does not give out what was drawn');
  return blob;
}
