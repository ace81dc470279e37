import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { PNG } from 'pngjs';
import { scan } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';
import { Visit, type BuiltSite } from './built-site.ts';
import { CODE, stateSite } from './built-states.ts';

/** A box in pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** No file of the documentation is heavier. */
const MOST_BYTES = 60_000;
/** With `DRAW_LOOKS=1` the pictures of the documentation are drawn anew. */
const DRAWN = process.env['DRAW_LOOKS'] === '1';

const TAG = `<pix-qr code="${CODE}" amount="12.90" reference="ORD-5023" help-url="/help" status-url="/is/pending?872"></pix-qr>`;
const PAGE = ':root { color-scheme: light; background: #f3f1ec } body { margin: 0 } main { width: 358px; padding: 20px 20px 32px }';

describe('what a shop changes changes, pixel by pixel, and nothing else', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  let plain: Shot;
  before(async () => {
    site = await stateSite();
    browser = await sharedBrowser();
    plain = await shoot('');
  });
  after(async () => {
    await site?.close();
  });

  async function shoot(css: string, body = TAG): Promise<Shot> {
    const visit = await Visit.of(browser, site.page({ body: `<main>${body}</main>`, css: PAGE + css }), { viewport: { width: 398, height: 820 } });
    await visit.drawn();
    await visit.until('the tag is alive', () => visit.page.evaluate(`Boolean(document.querySelector('pix-qr').life)`));
    await visit.tag.evaluate((tag: { refresh(): Promise<unknown> }) => tag.refresh());
    await visit.tag.locator('[part=clock]').waitFor();
    // The seconds differ from one picture to the next; every other pixel may not.
    await visit.tag.locator('[part=clock]').evaluate((clock: { textContent: string }) => (clock.textContent = '14:32 left'));
    const png = await visit.page.locator('main').screenshot();
    const boxes: Record<string, Box> = {};
    for (const part of ['panel', 'plate', 'symbol', 'copy', 'copy-button', 'status', 'header', 'steps', 'actions']) {
      const { x, y, width, height } = (await visit.tag.locator(`[part="${part}"]`).boundingBox())!;
      boxes[part] = { left: x, top: y, right: x + width, bottom: y + height };
    }
    await visit.assertClean();
    await visit.leave();
    return new Shot(png, boxes);
  }

  async function drawAs(name: string, shot: Shot): Promise<void> {
    assert.deepEqual(await scan(shot.png), { zbar: [CODE], zxing: [CODE] });
    assert.deepEqual(shot.coloursOf('symbol'), ['#000000', '#ffffff']);
    assert.equal(shot.colourAt('plate', 0.5, 0.02), '#ffffff', 'the plate');
    assert.ok(shot.png.length <= MOST_BYTES, `${shot.png.length} bytes`);
    if (DRAWN) writeFileSync(`docs/looks/${name}.png`, shot.png);
  }

  it('an accent: the copy button, and nothing else', async () => {
    const shot = await shoot('pix-qr { --paytags-accent: #0a7d52; --paytags-on-accent: #fff }');
    assert.deepEqual(shot.differences(plain).filter((at) => !inside(at, shot.boxes['copy-button']!)), []);
    assert.equal(shot.colourAt('copy-button', 0.5, 0.1), '#0a7d52');
    await drawAs('accent', shot);
  });

  it('a font: the words, and not the code', async () => {
    const shot = await shoot('pix-qr { --paytags-font: "Liberation Serif", Georgia, serif }');
    for (const part of ['header', 'copy-button', 'status', 'steps', 'actions']) assert.notDeepEqual(shot.cut(part), plain.cut(part), part);
    assert.equal(shot.boxes['symbol']!.right - shot.boxes['symbol']!.left, plain.boxes['symbol']!.right - plain.boxes['symbol']!.left);
    await drawAs('font', shot);
  });

  it('square corners and no shadow: a hairline all around, and every word where it was', async () => {
    const shot = await shoot('pix-qr { --paytags-radius: 0; --paytags-shadow: none }');
    for (const part of ['plate', 'copy-button', 'status']) {
      assert.equal(shot.corner(part), shot.edge(part), `${part} has a corner`);
      assert.notEqual(plain.corner(part), plain.edge(part), `${part} had none`);
    }
    const { left, top, right, bottom } = shot.boxes['panel']!;
    for (const [x, y] of [[left - 1, top + 60], [right, top + 60], [left + 60, top - 1], [left + 60, Math.round(bottom)]] as const) assert.match(shot.colour(x, y), /^#e[123]e[456]e[9ab]$/, `the hairline at ${x}, ${y}`);
    for (const [x, y] of [[left - 3, top + 60], [left + 60, bottom + 3]] as const) assert.equal(shot.colour(x, y), '#f3f1ec', 'no shadow');
    assert.deepEqual(shot.boxes, plain.boxes);
    assert.deepEqual(shot.cut('symbol'), plain.cut('symbol'));
    await drawAs('square', shot);
  });

  it('a dark page: everything but the plate', async () => {
    const shot = await shoot(':root { color-scheme: dark; background: #0e1014 }');
    assert.equal(shot.colourAt('header', 0.9, 0.1), '#181a1f');
    assert.equal(shot.colourAt('copy-button', 0.5, 0.1), '#f1f3f6');
    assert.deepEqual(shot.boxes, plain.boxes);
    assert.deepEqual(shot.cut('symbol'), plain.cut('symbol'));
    for (let y = shot.boxes['panel']!.bottom - 3; y < shot.boxes['panel']!.bottom + 3; y++) {
      const colours = Array.from({ length: 250 }, (_, x) => shot.colour(70 + x, y));
      assert.equal(new Set(colours).size, 1, `the lower edge is one line: ${[...new Set(colours)].join()} at ${y}`);
    }
    await drawAs('dark', shot);
  });

  it('a page that is read from the right: everything but code and figures', async () => {
    const shot = await shoot('', TAG.replace('<pix-qr', '<pix-qr dir="rtl"'));
    const panel = shot.boxes['panel']!;
    for (const part of ['copy-button', 'plate', 'status'] as const) {
      const [own, mirrored] = [shot.boxes[part]!, plain.boxes[part]!];
      assert.ok(Math.abs(own.left - panel.left - (panel.right - mirrored.right)) <= 1.5, part);
    }
    await drawAs('rtl', shot);
  });
});

/** A picture, and where the parts stand in it. */
class Shot {
  readonly png: Buffer;
  readonly boxes: Readonly<Record<string, Box>>;
  readonly #image: PNG;

  constructor(png: Buffer, boxes: Record<string, Box>) {
    this.png = png;
    this.boxes = boxes;
    this.#image = PNG.sync.read(png);
  }

  colour(x: number, y: number): string {
    const at = (Math.floor(y) * this.#image.width + Math.floor(x)) * 4;
    return `#${this.#image.data.toString('hex', at, at + 3)}`;
  }

  /** The colour at a fraction of a part's width and height. */
  colourAt(part: string, across: number, down: number): string {
    const { left, top, right, bottom } = this.boxes[part]!;
    return this.colour(left + (right - left) * across, top + (bottom - top) * down);
  }

  /** The colour where a square corner would be. */
  corner(part: string): string {
    const { left, top } = this.boxes[part]!;
    return this.colour(Math.round(left), Math.round(top));
  }

  /** The colour of the left edge, far from any corner. */
  edge(part: string): string {
    const { left, top, bottom } = this.boxes[part]!;
    return this.colour(Math.round(left), (top + bottom) / 2);
  }

  coloursOf(part: string): string[] {
    return [...new Set(this.cut(part))].sort();
  }

  /** The pixels of a part, row by row. */
  cut(part: string): string[] {
    const { left, top, right, bottom } = this.boxes[part]!;
    const found: string[] = [];
    for (let y = Math.ceil(top); y < Math.floor(bottom); y++) for (let x = Math.ceil(left); x < Math.floor(right); x++) found.push(this.colour(x, y));
    return found;
  }

  /** Where this picture is not the other. */
  differences(other: Shot): readonly [x: number, y: number][] {
    const { width, height } = this.#image;
    assert.deepEqual([width, height], [other.#image.width, other.#image.height]);
    const found: [number, number][] = [];
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (this.colour(x, y) !== other.colour(x, y)) found.push([x, y]);
    return found;
  }
}

const inside = ([x, y]: readonly [number, number], { left, top, right, bottom }: Box): boolean => x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
