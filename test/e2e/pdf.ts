import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** A point on a page, in mm from its left and top edge. */
type Point = readonly [x: number, y: number];

/** An area that is filled with one grey, 0 black to 1 white: its outlines, of which none is curved. */
export interface Area {
  readonly outlines: readonly (readonly Point[])[];
  readonly grey: number;
}

/** What a printer would get: the page's size in mm, and its areas and words in the order in which they are painted. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly Area[];
  readonly text: string;
  /** Pieces of the text, and how grey each is. */
  readonly pieces: readonly { readonly text: string; readonly grey: number }[];
}

type Matrix = readonly [number, number, number, number, number, number];
const MM_OF_POINT = 25.4 / 72;

/** Reads the pages of a PDF as Chromium writes it: paths, fills and texts with their way back to Unicode, and nothing that it does not use. */
export function sheetsOf(pdf: Buffer): Sheet[] {
  const objects = objectsOf(pdf);
  return [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head)).map(({ head }) => {
    const [width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head)?.slice(1).map(Number) ?? [];
    const fonts = new Map([...(/\/Font <<(.*?)>>/.exec(head)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, unicodeOf(objects, id)]));
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.body ?? '';
    return { width: width * MM_OF_POINT, height: height * MM_OF_POINT, ...painted(content, height, fonts) };
  });
}

/** A sheet as a PNG with so many pixels to the mm, without its words. */
export function rasterOf({ width, height, areas }: Sheet, perMm: number): Buffer {
  const png = new PNG({ width: Math.round(width * perMm), height: Math.round(height * perMm) });
  png.data.fill(255);
  for (const { outlines, grey } of areas) {
    for (const [y, crossings] of crossingsOf(outlines, perMm)) {
      let winding = 0;
      crossings.sort((a, b) => a.x - b.x).forEach(({ x, turn }, index) => {
        winding += turn;
        const [from, to] = [Math.max(0, Math.round(x)), Math.min(png.width, Math.round(crossings[index + 1]?.x ?? x))];
        if (!winding || y < 0 || y >= png.height) return;
        for (let pixel = from; pixel < to; pixel += 1) png.data.fill(Math.round(grey * 255), (y * png.width + pixel) * 4, (y * png.width + pixel) * 4 + 3);
      });
    }
  }
  return PNG.sync.write(png);
}

/** Where the edges of outlines cross the middle of each row of pixels, and which way they go. */
function crossingsOf(outlines: Area['outlines'], perMm: number): Map<number, { x: number; turn: number }[]> {
  const rows = new Map<number, { x: number; turn: number }[]>();
  for (const points of outlines) {
    points.forEach(([x, y], index) => {
      const [toX, toY] = points[(index + 1) % points.length] ?? [x, y];
      const [first, last] = [Math.min(y, toY), Math.max(y, toY)].map((edge) => Math.ceil(edge * perMm - 0.5)) as [number, number];
      for (let row = first; row < last; row += 1) {
        const at = (row + 0.5) / perMm;
        rows.set(row, [...(rows.get(row) ?? []), { x: (x + ((at - y) / (toY - y)) * (toX - x)) * perMm, turn: toY > y ? 1 : -1 }]);
      }
    });
  }
  return rows;
}

function painted(content: string, pageHeight: number, fonts: Map<string, (code: string) => string>): Pick<Sheet, 'areas' | 'text' | 'pieces'> {
  const areas: Area[] = [];
  const pieces: { text: string; grey: number }[] = [];
  let state = { matrix: [1, 0, 0, 1, 0, 0] as Matrix, grey: 0, decode: (code: string) => code };
  const kept: (typeof state)[] = [];
  let outlines: Point[][] = [];
  const place = (x: number, y: number): Point => {
    const [a, b, c, d, e, f] = state.matrix;
    return [(a * x + c * y + e) * MM_OF_POINT, (pageHeight - (b * x + d * y + f)) * MM_OF_POINT];
  };
  const acts: Record<string, (numbers: number[], words: string[]) => unknown> = {
    q: () => kept.push({ ...state }),
    Q: () => (state = kept.pop() ?? state),
    cm: (m) => (state.matrix = times(m as unknown as Matrix, state.matrix)),
    rg: ([r = 0, g = 0, b = 0]) => (state.grey = (r + g + b) / 3),
    g: ([grey = 0]) => (state.grey = grey),
    m: ([x = 0, y = 0]) => outlines.push([place(x, y)]),
    l: ([x = 0, y = 0]) => outlines.at(-1)?.push(place(x, y)),
    c: ([, , , , x = 0, y = 0]) => outlines.at(-1)?.push(place(x, y)),
    re: ([x = 0, y = 0, w = 0, h = 0]) => outlines.push([place(x, y), place(x + w, y), place(x + w, y + h), place(x, y + h)]),
    f: () => areas.push({ outlines, grey: state.grey }),
    'f*': () => areas.push({ outlines, grey: state.grey }),
    Tf: (_, [font = '']) => (state.decode = fonts.get(font.slice(1)) ?? state.decode),
    Tj: (_, [code = '']) => pieces.push({ text: state.decode(code.slice(1, -1)).replaceAll('\u00a0', ' '), grey: state.grey }),
    ET: () => pieces.push({ text: '\n', grey: 0 }),
  };
  let operands: string[] = [];
  for (const [word] of content.matchAll(/<[\dA-Fa-f]*>|[^\s<>[\]]+/g)) {
    if (/^[-+.\d]|^[/<]/.test(word)) operands.push(word);
    else {
      acts[word]?.(operands.map(Number), operands);
      if (/^(f|f\*|n|S|s|B|b)$/.test(word)) outlines = [];
      operands = [];
    }
  }
  return { areas, pieces, text: pieces.map(({ text }) => text).join('').replace(/\n{2,}/g, '\n') };
}

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix =>
  [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];

function objectsOf(pdf: Buffer): Map<string, { head: string; body: string }> {
  const found = new Map<string, { head: string; body: string }>();
  for (const match of pdf.toString('latin1').matchAll(/(\d+) 0 obj\s([\s\S]*?)(endobj|stream\r?\n)/g)) {
    const [whole, id = '', head = '', end = ''] = match;
    const start = match.index + whole.length;
    const raw = pdf.subarray(start, start + Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0));
    const body = end === 'endobj' ? '' : (/FlateDecode/.test(head) ? inflateSync(raw) : raw).toString('latin1');
    found.set(id, { head: head.replace(/\s+/g, ' '), body });
  }
  return found;
}

/** How a font's codes are read: by the table that makes the text of a PDF selectable. */
function unicodeOf(objects: Map<string, { head: string; body: string }>, font: string): (code: string) => string {
  const table = objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1] ?? '')?.body ?? '';
  const known = new Map<number, string>();
  const words = (hex: string) => hex.match(/.{4}/g)?.map((four) => parseInt(four, 16)) ?? [];
  for (const [, from = '', to = '', first = ''] of table.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
    for (let code = parseInt(from, 16); code <= parseInt(to, 16); code += 1) known.set(code, String.fromCharCode(parseInt(first, 16) + code - parseInt(from, 16)));
  }
  for (const [, code = '', text = ''] of table.matchAll(/^<(\w+)> <(\w+)>$/gm)) known.set(parseInt(code, 16), String.fromCharCode(...words(text)));
  return (code) => words(code).map((each) => known.get(each) ?? '\ufffd').join('');
}
