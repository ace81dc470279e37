/** CRC-16/CCITT-FALSE of the text's UTF-8 bytes as four capital hexadecimal digits; `29B1` for `123456789`. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 8; bit--; ) crc = (crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0);
  }
  return ((crc & 0xffff) | 0x10000).toString(16).slice(1).toUpperCase();
}
