import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import qrcode from 'qrcode';
import { scan } from '../scanners.ts';

for (const [what, text] of [
  ['plain text', 'https://shop.example/payments/1'],
  ['a PIX text', '00020126330014br.gov.bcb.pix0111123456789095204000053039865802BR5905PADOC6006CIDADE62070503***6304ABCD'],
  ['text beyond ASCII', 'Padaria São João, café: R$ 12,90'],
] as const) {
  test(`both scanners read ${what}`, async () => {
    assert.deepEqual(await scan(await qrcode.toBuffer(text, { scale: 4 })), { zbar: [text], zxing: [text] });
  });
}

test('both scanners read two symbols beside each other', async () => {
  const [left, right] = await Promise.all(['left', 'right'].map(async (text) => PNG.sync.read(await qrcode.toBuffer(text, { scale: 6 }))));
  assert.ok(left && right);
  const both = new PNG({ width: left.width + right.width, height: left.height, fill: true });
  PNG.bitblt(left, both, 0, 0, left.width, left.height, 0, 0);
  PNG.bitblt(right, both, 0, 0, right.width, right.height, left.width, 0);
  const read = await scan(PNG.sync.write(both));
  assert.deepEqual({ zbar: read.zbar.sort(), zxing: read.zxing.sort() }, { zbar: ['left', 'right'], zxing: ['left', 'right'] });
});

test('neither scanner reads noise', async () => {
  const noise = new PNG({ width: 200, height: 200 });
  let state = 1;
  for (let at = 0; at < noise.data.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    noise.data[at] = at % 4 === 3 ? 255 : state >>> 24;
  }
  assert.deepEqual(await scan(PNG.sync.write(noise)), { zbar: [], zxing: [] });
});
