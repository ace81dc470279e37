import assert from 'node:assert/strict';
import type { Page } from 'playwright';
import { PNG } from 'pngjs';

/** GS1 General Specifications 5.4.4.2: white on either side of the bars, in modules. */
export const QUIET_ZONE = 10;

/** A rectangle in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Part of a page as the screen shows it. */
export interface Picture {
  readonly png: PNG;
  /** Where its left and top edge are in the page, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly dpr: number;
}

/** Edges at multiples of this are whole device pixels at every zoom of the tests. */
const WHOLE_PX = 20;

/** Takes a picture of a box that is in sight and at least so much around it, in whole device pixels. */
export async function pictureOf(page: Page, box: Box, dpr: number, around = 4): Promise<Picture> {
  const [x, y] = [box.x, box.y].map((edge) => Math.max(0, Math.floor((edge - around) / WHOLE_PX) * WHOLE_PX)) as [number, number];
  const width = Math.ceil((box.x + box.width + around - x) / WHOLE_PX) * WHOLE_PX;
  const height = Math.ceil((box.y + box.height + around - y) / WHOLE_PX) * WHOLE_PX;
  // What has been laid out has been painted a frame later.
  await page.evaluate('new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))');
  return { png: PNG.sync.read(await page.screenshot({ clip: { x, y, width, height }, caret: 'initial' })), x, y, dpr };
}

/** Where an element stands in the window, in CSS pixels; nowhere when it has no size. */
export async function boxOf(page: Page, selector: string): Promise<Box | undefined> {
  const box = await page.locator(selector).boundingBox();
  return box && box.width * box.height ? box : undefined;
}

/**
 * Every pixel of a drawing of bars is black or white, every row of it the same, every module the same whole number of pixels, and the
 * modules those that are wanted, with 10 of white on either side. `turned`: the bars lie, and are read from top to bottom.
 *
 * @returns Device pixels to the module.
 */
export function assertBars({ png, x, y, dpr }: Picture, box: Box, modules: string, turned = false): number {
  const [left, top, right, bottom] = [(box.x - x) * dpr, (box.y - y) * dpr, (box.x + box.width - x) * dpr, (box.y + box.height - y) * dpr];
  const [from, to, first, last] = turned ? [top, bottom, left, right] : [left, right, top, bottom];
  const colour = (along: number, across: number): number => {
    const [column, row] = turned ? [across, along] : [along, across];
    return png.data.readUIntBE((row * png.width + column) * 4, 3);
  };
  // The browser may draw up to half a CSS pixel beside where it has laid out.
  const [start, end] = [Math.ceil(from) + 2, Math.floor(to) - 2];
  const middle = Math.round((first + last) / 2);
  const row = Array.from({ length: end - start }, (_, at) => colour(start + at, middle));
  for (let across = Math.ceil(first) + 2; across < Math.floor(last) - 2; across += 1) {
    for (const [at, wanted] of row.entries()) if (colour(start + at, across) !== wanted) assert.fail(`pixel ${at} of row ${across} is another than in the middle row`);
  }
  const drawn = row.map((each) => ({ 0x000000: '1', 0xffffff: '0' })[each] ?? 'x').join('');
  assert.equal(drawn.indexOf('x'), -1, 'only black and white');
  const bars = drawn.slice(drawn.indexOf('1'), drawn.lastIndexOf('1') + 1);
  const pixels = bars.length / modules.length;
  assert.ok(Number.isInteger(pixels) && pixels >= 1, `a module is ${pixels} device pixels wide`);
  assert.equal(bars, [...modules].map((module) => module.repeat(pixels)).join(''));
  const begin = start + drawn.indexOf('1');
  const quiet = QUIET_ZONE * pixels;
  for (const edge of [begin - from, to - begin - bars.length]) assert.ok(Math.abs(edge - quiet) < 2, `${edge} pixels of white inside the drawing, not ${quiet}`);
  for (let beside = 0; beside < quiet; beside += 1) {
    assert.deepEqual([colour(begin - 1 - beside, middle), colour(begin + bars.length + beside, middle)], [0xffffff, 0xffffff], `the quiet zone, ${beside + 1} pixels from the bars`);
  }
  return pixels;
}
