import { parseObject } from '../body.ts';

/**
 * The object in UTF-8 JSON with each number as the text that it was written as, so that `100.00`, `0.050` and a reference of 20
 * digits stay what they are. Throws a Rejection `bad-body` as `parseObject`.
 */
export function parseNumbersAsText(bytes: Uint8Array): Record<string, unknown> {
  parseObject(bytes);
  const text = new TextDecoder().decode(bytes);
  // It is valid JSON, where a digit outside of a string begins a number.
  const quoted = text.replace(/"(?:[^"\\]+|\\.)*"|-?\d[\d.eE+-]*/g, (token) => (token.startsWith('"') ? token : `"${token}"`));
  return JSON.parse(quoted) as Record<string, unknown>;
}
