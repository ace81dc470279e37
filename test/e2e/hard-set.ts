import type { Browser, Page } from 'playwright';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import bwipjs from 'bwip-js/node';
import { scanPixels } from '../scanners.ts';
import { boxOf } from './bars-pixels.ts';
import { Visit, type BuiltSite } from './built-site.ts';
import { tagOf, type Voucher } from './vouchers.ts';

/** The phone that is held to the scanner. */
const PHONE = { deviceScaleFactor: 3, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
/** What a scanner sees around the drawing, in CSS pixels: the page, or the view. */
const AROUND = 12;

/** Who draws: the tag in its column, the tag in its view for the till, and two other writers as they draw when told nothing but what. */
export const DRAWERS = ['ticket', 'till view', 'bwip-js', 'jsbarcode'] as const;
export type Drawer = (typeof DRAWERS)[number];

/** What comes between the screen and the scanner, on a picture with so many pixels to the CSS pixel of the phone. */
export interface Hardship {
  readonly name: string;
  /** Pixels of the scanner's picture to a CSS pixel of the screen; 1.5 else. */
  readonly scale?: number;
  /** Of a blur's bell curve, in CSS pixels of the screen. */
  readonly blur?: number;
  readonly degrees?: number;
  readonly contrast?: number;
  readonly brightness?: number;
  readonly jpeg?: number;
  /** Cracks of the glass, across the bars. */
  readonly cracks?: number;
}

export const HARDSHIPS: readonly Hardship[] = [
  { name: 'as it is' },
  { name: 'blur 0.4', blur: 0.4 },
  { name: 'blur 0.6', blur: 0.6 },
  { name: 'blur 0.8', blur: 0.8 },
  { name: 'blur 1', blur: 1 },
  { name: 'rotation 3\u00b0', degrees: 3 },
  { name: 'rotation 12\u00b0', degrees: 12 },
  { name: 'half contrast', contrast: 0.5 },
  { name: 'dim', brightness: 0.3, contrast: 0.6 },
  { name: 'JPEG 40', jpeg: 0.4 },
  { name: 'cracked', cracks: 3 },
  { name: 'from afar', scale: 1 },
  { name: 'blur 0.4, 3\u00b0, half contrast, JPEG 40', blur: 0.4, degrees: 3, contrast: 0.5, jpeg: 0.4 },
  { name: 'blur 0.6, 12\u00b0, JPEG 40', blur: 0.6, degrees: 12, jpeg: 0.4 },
  { name: 'blur 0.6, dim, cracked, JPEG 40', blur: 0.6, brightness: 0.3, contrast: 0.6, cracks: 3, jpeg: 0.4 },
  { name: 'from afar, 3\u00b0, half contrast', scale: 1, degrees: 3, contrast: 0.5 },
];

const jsbarcode = readFile(createRequire(import.meta.url).resolve('jsbarcode/dist/JsBarcode.all.min.js'), 'utf8');

/** A PNG of the phone's pixels where a drawing of the voucher stands, with what is around it. */
export async function screenOf(drawer: Drawer, voucher: Voucher, browser: Browser, site: BuiltSite): Promise<Buffer> {
  if (drawer === 'ticket' || drawer === 'till view') {
    const seen = await Visit.of(browser, site.page({ head: '<meta name="viewport" content="width=device-width"><script type="module" src="/cdn/paytags.js"></script>', body: tagOf(voucher) }), PHONE);
    try {
      const till = seen.page.getByRole('button', { name: 'Show at the till' });
      await till.waitFor();
      if (drawer === 'ticket') return await around(seen.page, 'okto-cash-barcode [part="symbol"]');
      await till.click();
      await seen.page.locator('okto-cash-barcode dialog svg[role="img"]').waitFor();
      return await around(seen.page, 'okto-cash-barcode dialog svg[role="img"]');
    } finally {
      await seen.leave();
    }
  }
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const picture = drawer === 'bwip-js' ? `<img class="bars" src="data:image/png;base64,${(await bwipjs.toBuffer({ bcid: 'gs1-128', text: voucher.readable })).toString('base64')}">` : '<svg class="bars"></svg>';
    await page.setContent(`<!doctype html><meta name="viewport" content="width=device-width"><style>.bars { max-width: 100% }</style>${picture}`);
    if (drawer === 'jsbarcode') {
      await page.addScriptTag({ content: await jsbarcode });
      await page.evaluate((text) => (globalThis as unknown as { JsBarcode(selector: string, text: string, options: object): void }).JsBarcode('.bars', text, { format: 'CODE128', ean128: true }), voucher.text.replaceAll('\x1d', '\xcf'));
    }
    await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
    return await around(page, '.bars');
  } finally {
    await context.close();
  }
}

async function around(page: Page, selector: string): Promise<Buffer> {
  const { x, y, width, height } = (await boxOf(page, selector))!;
  const { width: right, height: bottom } = page.viewportSize()!;
  const [left, top] = [Math.max(0, Math.floor(x - AROUND)), Math.max(0, Math.floor(y - AROUND))];
  return page.screenshot({ clip: { x: left, y: top, width: Math.min(right, Math.ceil(x + width + AROUND)) - left, height: Math.min(bottom, Math.ceil(y + height + AROUND)) - top } });
}

/** Runs in the page of the lens, as text: what each hardship leaves of a picture, in grey. */
const LENS = `async ({ png, dpr, hardships }) => {
  const bitmap = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
  const pictures = [];
  for (const { scale = 1.5, blur = 0, degrees = 0, contrast = 1, brightness = 1, jpeg, cracks = 0 } of hardships) {
    const zoom = scale / dpr;
    const [width, height] = [bitmap.width * zoom, bitmap.height * zoom];
    const angle = degrees * Math.PI / 180;
    const canvas = new OffscreenCanvas(Math.ceil(width * Math.cos(angle) + height * Math.sin(angle)), Math.ceil(height * Math.cos(angle) + width * Math.sin(angle)));
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.imageSmoothingQuality = 'high';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate(angle);
    context.filter = 'blur(' + blur * scale + 'px) brightness(' + brightness + ') contrast(' + contrast + ')';
    context.drawImage(bitmap, -width / 2, -height / 2, width, height);
    context.filter = 'none';
    context.strokeStyle = 'rgb(120 120 120 / .8)';
    context.lineWidth = scale;
    for (let crack = 0; crack < cracks; crack++) {
      const along = (crack + 0.7) / cracks;
      context.beginPath();
      context.moveTo(-width / 2, -height / 2 + height * along);
      for (let step = 1; step <= 8; step++) context.lineTo(-width / 2 + width * step / 8, -height / 2 + height * (along + 0.25 * Math.sin(step * 2.4 + crack)));
      context.stroke();
    }
    if (jpeg) {
      const image = await createImageBitmap(await canvas.convertToBlob({ type: 'image/jpeg', quality: jpeg }));
      context.resetTransform();
      context.drawImage(image, 0, 0);
    }
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const levels = new Uint8Array(data.length / 4);
    for (let at = 0; at < levels.length; at++) levels[at] = (data[at * 4] * 2 + data[at * 4 + 1] * 5 + data[at * 4 + 2]) >> 3;
    let grey = '';
    for (let at = 0; at < levels.length; at += 8192) grey += String.fromCharCode(...levels.subarray(at, at + 8192));
    pictures.push({ width: canvas.width, height: canvas.height, grey: btoa(grey) });
  }
  return pictures;
}`;

/** Which of the two scanners read the voucher through each hardship. */
export async function readThrough(lens: Page, screen: Buffer, { text, readable }: Voucher, hardships: readonly Hardship[]): Promise<{ zbar: boolean; zxing: boolean }[]> {
  const given = JSON.stringify({ png: screen.toString('base64'), dpr: PHONE.deviceScaleFactor, hardships });
  const pictures = await lens.evaluate<{ width: number; height: number; grey: string }[]>(`(${LENS})(${given})`);
  const read: { zbar: boolean; zxing: boolean }[] = [];
  for (const { width, height, grey } of pictures) {
    const pixels = Uint32Array.from(Buffer.from(grey, 'base64'), (level) => 0xff000000 | (level * 0x010101));
    const data = new Uint8Array(pixels.buffer);
    const { zbar, zxing } = await scanPixels({ data, width, height });
    read.push({ zbar: zbar.includes(text), zxing: zxing.includes(readable) });
  }
  return read;
}
