import { qrCode } from '../formats/qr-code.ts';
import type { CodeSymbol } from './offer.ts';

/** ISO/IEC 18004: 4 modules of white on every side. */
const QUIET_ZONE = 4;

/** The QR symbol of a text: the smallest version at error correction level M, runs of dark modules merged row by row. */
export function qrSymbol(text: string): CodeSymbol {
  const { size, modules } = qrCode(text);
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const start = x;
      while (x < size && modules[y * size + x]) x++;
      if (x > start) path += `M${start + QUIET_ZONE} ${y + QUIET_ZONE}h${x - start}v1H${start + QUIET_ZONE}z`;
    }
  }
  const side = size + 2 * QUIET_ZONE;
  return { modules: side, rows: side, path };
}
