import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { getDefaultScanner, scanRGBABuffer, ZBarConfigType, ZBarSymbolType } from '@undecaf/zbar-wasm';
import { PNG } from 'pngjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** What each scanner has read in one picture: the texts, in no particular order; nothing read is an empty list. */
export interface Scanned {
  zbar: string[];
  zxing: string[];
}

const { resolve } = createRequire(import.meta.url);

// Left alone, this scanner fetches its WebAssembly from a public CDN.
const zxingReady = readFile(resolve('zxing-wasm/reader/zxing_reader.wasm')).then((wasmBinary) =>
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer }, fireImmediately: true }),
);

// zbar takes the bytes of a symbol for Latin-1 or Shift-JIS where it can; the texts here are UTF-8.
const zbarReady = getDefaultScanner().then((scanner) => {
  scanner.setConfig(ZBarSymbolType.ZBAR_QRCODE, ZBarConfigType.ZBAR_CFG_BINARY, 1);
  return scanner;
});

/**
 * Reads every symbol in a picture with two scanners that are not ours.
 *
 * @param png - A PNG file, such as a screenshot.
 */
export async function scan(png: Uint8Array): Promise<Scanned> {
  return scanPixels(PNG.sync.read(Buffer.from(png)));
}

/** The same of pixels: red, green, blue and opacity of each, row by row. */
export async function scanPixels({ data, width, height }: { data: Uint8Array; width: number; height: number }): Promise<Scanned> {
  const pixels = Uint8ClampedArray.from(data);
  const [scanner] = await Promise.all([zbarReady, zxingReady]);
  const [byZbar, byZxing] = await Promise.all([
    scanRGBABuffer(pixels.buffer, width, height, scanner),
    readBarcodes({ data: pixels, width, height, colorSpace: 'srgb' }, { tryHarder: true, maxNumberOfSymbols: 8 }),
  ]);
  return {
    zbar: byZbar.map((symbol) => symbol.decode()),
    zxing: byZxing.filter((symbol) => symbol.isValid).map((symbol) => symbol.text),
  };
}
