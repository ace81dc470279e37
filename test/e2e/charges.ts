import { readFileSync } from 'node:fs';

interface Vector {
  readonly id: string;
  readonly payload: string;
}

const { valid } = JSON.parse(readFileSync(new URL('../vectors/brcode.json', import.meta.url), 'utf8')) as { valid: Vector[] };

/** Every valid BR Code of the vectors. */
export const VALID_CODES: readonly string[] = valid.map(({ payload }) => payload);

/** BR Codes from the shortest to the longest there may be, by what is hard about them. */
export const CHARGES = {
  static: vector('brv-29'),
  dynamic: vector('brv-69'),
  composite: vector('brv-43'),
  accented: charge({ name: 'Padaria São João', note: 'café, pão e açaí às 7 h' }),
  longest: charge({ name: 'PADOC', note: '', length: 512 }),
} as const;

function vector(id: string): string {
  const found = valid.find((each) => each.id === id);
  if (!found) throw new Error(`test/vectors/brcode.json has no ${id}`);
  return found.payload;
}

/** A static BR Code with a name and a note as they are, made as long as wanted with templates that nobody has claimed (80 to 99). */
function charge({ name, note, length = 0 }: { name: string; note: string; length?: number }): string {
  const account = field('00', 'br.gov.bcb.pix') + field('01', '12345678909') + (note && field('02', note));
  const head = `${field('00', '01') + field('26', account) + field('52', '0000') + field('53', '986')}${field('58', 'BR') + field('59', name)}`;
  let text = head + field('60', 'CIDADE') + field('62', field('05', '***'));
  for (let id = 80; length - characters(text) - 8 > 0; id += 1) {
    const room = Math.min(length - characters(text) - 8 - 4, 99);
    const last = length - characters(text) - 8 - 4 - room;
    // A field cannot be shorter than its head, so what is left over goes into two.
    const take = last > 0 && last < 30 ? room - 30 : room;
    text += field(String(id), field('00', 'com.example') + field('01', 'Xy9'.repeat(40).slice(0, take - 19)));
  }
  return `${text}6304${crc16(`${text}6304`)}`;
}

/** Lengths in a BR Code count code points. */
function characters(text: string): number {
  return [...text].length;
}

function field(id: string, value: string): string {
  return id + String(characters(value)).padStart(2, '0') + value;
}

/** CRC-16/CCITT-FALSE over UTF-8, bit by bit as the specification words it. */
function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
