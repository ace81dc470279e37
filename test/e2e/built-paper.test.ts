import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Download } from 'playwright';
import { PNG } from 'pngjs';
import qrcode from 'qrcode';
import { scan } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';
import { AUTOLOADER, BuiltSite, Visit } from './built-site.ts';
import { CHARGES } from './charges.ts';
import { rasterOf, sheetsOf, type Sheet } from './pdf.ts';

type Pdf = NonNullable<Parameters<Visit['page']['pdf']>[0]>;

/** ISO/IEC 18004: white on every side of the symbol, in modules. */
const QUIET_ZONE = 4;
/** Pixels to the mm of a printer with 200 dots to the inch. */
const PER_MM = 8;
const A4: Pdf = { format: 'A4', preferCSSPageSize: true };

/** What a shop's own style sheets may do to a page that is printed. */
const HOSTILE = `
  html { background: #123; color-scheme: dark; zoom: .8; filter: invert(1); font-size: 62.5%; writing-mode: vertical-rl; overflow: hidden; height: 50px }
  html::before { content: "SHOP DRAFT"; position: fixed }
  body { margin: 40px; display: flex; transform: rotate(3deg); columns: 3 }
  body#a#a#a { display: flex !important; position: fixed !important }
  @page { size: A6 landscape; margin: 3cm; @top-center { content: "SHOP BOX" } }
  @page :first { margin: 5cm; @bottom-left { content: "SHOP FOOT" } }
  @layer shop { @media print { body { display: block !important } } }
  @media print {
    * { color: pink !important; display: block !important; visibility: visible !important; font-size: 40px !important; width: 10px !important }
    paytags-paper { display: none !important; opacity: 0 !important; position: absolute !important; padding: 0 !important }
  }
`;

describe('the code on paper, as Chromium writes it', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  /** A shop with one tag, in a browser whose print dialog is the test's. */
  async function visit(attributes: string, { css = '', lang = 'en', head = AUTOLOADER }: { css?: string; lang?: string; head?: string } = {}, options: BrowserContextOptions = {}): Promise<Visit> {
    const body = `<main id="a">SHOP TEXT<pix-qr ${attributes}></pix-qr></main><p class="tall">SHOP TEXT</p>`;
    const seen = await Visit.of(browser, site.page({ body, css: `.tall { height: 1500px } ${css}`, lang, head }), options, async (page) =>
      void (await page.addInitScript({ content: 'globalThis.dialogs = 0; window.print = () => { dialogs += 1; };' })),
    );
    await seen.drawn();
    return seen;
  }

  /** Presses "Print", and gives what the browser then writes. */
  async function printed(seen: Visit, pdf: Pdf = A4): Promise<Sheet[]> {
    await seen.page.getByRole('button', { name: /^(Print|Imprimir)$/ }).click();
    await seen.page.waitForFunction(asked);
    return sheetsOf(await seen.page.pdf(pdf));
  }

  for (const [charge, dpr, shop] of [
    ['composite', 1, { css: HOSTILE, lang: 'pt-BR' }],
    ['dynamic', 3, { css: ':root { color-scheme: dark; background: #000 } pix-qr { --paytags-color: #fff }', lang: 'pt-BR' }],
    ['longest', 2, { lang: 'pt-BR' }],
  ] as const) {
    it(`${charge} at DPR ${dpr}: one A4 sheet with the code in modules of 1 mm, and nothing of the page`, async () => {
      const seen = await visit(
        `code="${CHARGES[charge]}" reference="ORD-5023" expires-at="2030-11-21T12:45:00-03:00" help-url="https://padaria.example/ajuda"`,
        shop,
        { deviceScaleFactor: dpr, colorScheme: 'dark', timezoneId: 'America/Sao_Paulo' },
      );
      try {
        const [sheet, ...more] = await printed(seen, { ...A4, printBackground: dpr === 3 });
        assert.ok(sheet && !more.length, 'one page');
        assert.deepEqual([Math.round(sheet.width), Math.round(sheet.height)], [210, 297]);
        const line = sheet.text.replace(/\s+/g, ' ').replaceAll('\ufb01', 'fi');
        for (const text of [
          'Pague com Pix', 'Pedido ORD-5023', 'Pague até', '21 de nov. de 2030, 12:45', 'Pix Copia e Cola', 'Como pagar', 'Escolha Pix e leia este código.',
          'Bom saber', 'Esta folha não é um recibo.', 'Dúvidas: padaria.example/ajuda', 'Esta linha mede 100 mm se a folha foi impressa em 100 %.', 'Impresso em',
        ]) assert.ok(line.includes(text), `"${text}" is not in: ${line}`);
        assert.ok(sheet.text.replaceAll('\n', '').includes(CHARGES[charge]), `the code’s whole text is not in: ${sheet.text}`);
        assert.ok(!/SHOP|Copiar|Salvar|Aguardando/.test(sheet.text), sheet.text);
        await assertCode(sheet, CHARGES[charge], 1);
        assert.ok(Math.abs(longestLine(sheet) - 100) < 0.2, `the line is ${longestLine(sheet)} mm long`);
        assert.deepEqual(await seen.page.evaluate('[document.querySelectorAll("paytags-paper").length, document.adoptedStyleSheets.length]'), [0, 0]);
        await seen.assertClean();
      } finally {
        await seen.leave();
      }
    });
  }

  for (const [what, charge, pdf, mm] of [
    ['US Letter', 'longest', { format: 'Letter' }, 1],
    ['A6', 'composite', { format: 'A6' }, 1],
    ['A6', 'longest', { format: 'A6' }, (105 - 30) / 93],
    ['a roll of 80 mm', 'dynamic', { width: '80mm', height: '200mm' }, (80 - 30) / 57],
    ['a label of 100 x 62 mm', 'dynamic', { width: '100mm', height: '62mm' }, (62 - 30) / 57],
    ['a roll of 57 mm', 'longest', { width: '57mm', height: '200mm' }, 0.33],
  ] as const) {
    it(`on ${what} the modules of the ${charge} code are ${mm.toFixed(2)} mm: as many of 1 mm as fit, never under 0.33`, async () => {
      const seen = await visit(`code="${CHARGES[charge]}"`);
      try {
        const sheet = (await printed(seen, { ...pdf, preferCSSPageSize: true })).find(({ areas }) => areas.some(isSymbol));
        assert.ok(sheet, 'the code is on a page');
        await assertCode(sheet, CHARGES[charge], mm);
      } finally {
        await seen.leave();
      }
    });
  }

  it('the page stands afterwards where it stood before', async () => {
    const seen = await visit(`code="${CHARGES.static}"`, { css: ':root { scroll-behavior: smooth }' });
    try {
      await seen.page.getByRole('button', { name: 'Print' }).focus();
      await seen.page.evaluate('scrollTo({ top: 700, behavior: "instant" })');
      await seen.page.keyboard.press('Enter');
      await seen.page.waitForFunction(asked);
      await seen.page.pdf(A4);
      assert.equal(await seen.page.evaluate('scrollY'), 700);
    } finally {
      await seen.leave();
    }
  });

  it('from inside a closed shadow root', async () => {
    const seen = await visit(`code="${CHARGES.static}"`);
    try {
      const button = seen.page.getByRole('button', { name: 'Print' });
      await button.waitFor();
      await seen.page.evaluate('document.querySelector("main").attachShadow({ mode: "closed" }).append(globalThis.moved = document.querySelector("pix-qr"))');
      await seen.page.evaluate('moved.print()');
      await seen.page.waitForFunction(asked);
      const [sheet] = sheetsOf(await seen.page.pdf(A4));
      await assertCode(sheet!, CHARGES.static, 1);
      assert.equal(!sheet!.text.includes('SHOP'), true);
      await seen.assertClean();
    } finally {
      await seen.leave();
    }
  });

  for (const [scheme, printBackground] of [['light', false], ['dark', true], ['dark', false]] as const) {
    it(`a shopper who prints the ${scheme} page ${printBackground ? 'with its colours ' : ''}without us has the code, its whole text, and nothing to press`, async () => {
      const css = `:root { color-scheme: ${scheme}; background: Canvas; color: CanvasText } pix-qr { --paytags-color: ${scheme === 'dark' ? '#fff' : '#111'} }`;
      const seen = await visit(`code="${CHARGES.composite}" help-url="#help"`, { css });
      try {
        await seen.page.getByRole('button', { name: 'Print' }).waitFor();
        const [sheet] = sheetsOf(await seen.page.pdf({ ...A4, printBackground }));
        const { text, pieces } = sheet!;
        assert.ok(text.replaceAll('\n', '').includes(CHARGES.composite), text);
        assert.ok(/SHOP TEXT/.test(text) && /R\$650\.34/.test(text), text);
        assert.ok(!/Copy code|Save|Print|Help|Waiting/.test(text), text);
        assert.deepEqual(pieces.filter(({ text, grey }) => grey > 0.1 && !/SHOP|TEXT|^\s*$/.test(text)), [], 'all of it black');
        assert.deepEqual(await scan(rasterOf(sheet!, PER_MM)), { zbar: [CHARGES.composite], zxing: [CHARGES.composite] });
        await seen.assertClean();
      } finally {
        await seen.leave();
      }
    });
  }
});

describe('what could not be fetched for paper and files', () => {
  for (const [file, acts] of [['paper.js', ['print', 'save', 'share']], ['paper.en.js', ['print']]] as const) {
    it(`${file}: ${acts.join(', ')} end without it, and the console says so`, async () => {
      const site = await BuiltSite.open();
      const seen = await Visit.of(await sharedBrowser(), site.page({ body: `<pix-qr code="${CHARGES.static}"></pix-qr>` }), {}, (page) => page.route(`**/cdn/${file}`, (route) => route.abort()).then(() => undefined));
      try {
        await seen.drawn();
        for (const act of acts) {
          const ended = await seen.tag.evaluate((tag: unknown, name) => (tag as Record<string, (format: string) => Promise<unknown>>)[name]!('png').then(String), act);
          assert.equal(ended, act === 'share' ? 'false' : 'undefined');
        }
        assert.ok(seen.console.some((line) => line.includes('error:') && line.includes(file)), seen.console.join());
        assert.deepEqual(await seen.page.evaluate('[document.querySelectorAll("paytags-paper").length, document.adoptedStyleSheets.length]'), [0, 0]);
      } finally {
        await seen.leave();
        await site.close();
      }
    });
  }
});

describe('the code as a file, as the browser downloads it', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  async function downloaded(seen: Visit, act: () => Promise<unknown>): Promise<{ name: string; file: Buffer }> {
    const [download] = await Promise.all([seen.page.waitForEvent('download') as Promise<Download>, act()]);
    return { name: download.suggestedFilename(), file: await readFile(await download.path()) };
  }

  for (const [charge, dpr, scheme, name] of [
    ['composite', 1, 'light', 'pix-casa-verde-650.34'],
    ['longest', 3, 'dark', 'pix-padoc'],
    ['accented', 2, 'dark', 'pix-padaria-sao-joao'],
  ] as const) {
    it(`${charge} at DPR ${dpr} on a ${scheme} page: a PNG and an SVG that two scanners read, under the strict policy`, async () => {
      const css = ':root { color-scheme: light dark; background: Canvas } a { display: none !important } svg, canvas { filter: invert(1) }';
      const seen = await Visit.of(browser, site.page({ body: `<pix-qr code="${CHARGES[charge]}"></pix-qr>`, css }), { deviceScaleFactor: dpr, colorScheme: scheme });
      try {
        await seen.drawn();
        const png = await downloaded(seen, () => seen.page.getByRole('button', { name: 'Save' }).click());
        assert.equal(png.name, `${name}.png`);
        assert.deepEqual(await scan(png.file), { zbar: [CHARGES[charge]], zxing: [CHARGES[charge]] });
        const { width, height } = PNG.sync.read(png.file);
        assert.deepEqual([width >= 1000, width === height, width % (sizeOf(CHARGES[charge]) + 2 * QUIET_ZONE)], [true, true, 0]);

        const svg = await downloaded(seen, () => seen.tag.evaluate((tag: { save(format: string): Promise<void> }) => tag.save('svg')));
        assert.equal(svg.name, `${name}.svg`);
        assert.deepEqual(await scan(await pictureOf(svg.file)), { zbar: [CHARGES[charge]], zxing: [CHARGES[charge]] });
        assert.equal(!/<script|href|style=/.test(svg.file.toString()), true);
        await seen.assertClean();
        assert.deepEqual(seen.asked.filter((url) => !url.startsWith(site.origin)), [], 'what is saved is asked of nobody');
      } finally {
        await seen.leave();
      }
    });
  }

  /** The file alone in a window, as a viewer of pictures shows it. */
  async function pictureOf(svg: Buffer): Promise<Buffer> {
    const context = await browser.newContext({ viewport: { width: 1100, height: 1100 } });
    try {
      const page = await context.newPage();
      await page.goto(`data:image/svg+xml;base64,${svg.toString('base64')}`);
      return await page.screenshot();
    } finally {
      await context.close();
    }
  }

  it('the share sheet gets text and picture, under the strict policy', async () => {
    const seen = await Visit.of(browser, site.page({ body: `<pix-qr code="${CHARGES.dynamic}" status-url="/status/pending"></pix-qr>` }), {}, async (page) =>
      void (await page.addInitScript({ content: 'navigator.canShare = () => true; navigator.share = async ({ files, ...rest }) => { globalThis.shared = { ...rest, files: await Promise.all(files.map(async (file) => [...new Uint8Array(await file.arrayBuffer())])) }; };' })),
    );
    try {
      await seen.drawn();
      await seen.page.getByRole('button', { name: 'Share' }).click();
      await seen.page.waitForFunction(() => 'shared' in globalThis);
      const { files, ...rest } = await seen.page.evaluate<{ files: number[][]; text: string }>('shared');
      assert.deepEqual(rest, { title: 'Pay with Pix · Fulano de Tal · R$123.45', text: CHARGES.dynamic });
      assert.deepEqual(await scan(Uint8Array.from(files[0]!)), { zbar: [CHARGES.dynamic], zxing: [CHARGES.dynamic] });
      await seen.assertClean();
    } finally {
      await seen.leave();
    }
  });

  it('nothing of this is fetched before it is asked for', async () => {
    const seen = await Visit.of(browser, site.page({ body: `<pix-qr code="${CHARGES.static}"></pix-qr>` }));
    try {
      await seen.page.getByRole('button', { name: 'Save' }).waitFor();
      await seen.page.waitForLoadState('networkidle');
      assert.ok(!seen.files.some((file) => file.includes('paper')), seen.files.join());
      await downloaded(seen, () => seen.page.getByRole('button', { name: 'Save' }).click());
      assert.deepEqual(seen.files.filter((file) => file.includes('paper')), ['cdn/paper.js'], 'and the words of the sheet only for the sheet');
    } finally {
      await seen.leave();
    }
  });
});

/** The browser was asked to print; runs in the page. */
const asked = (): boolean => (globalThis as unknown as { dialogs: number }).dialogs > 0;

/** The side of a code's symbol in modules, without its quiet zone. */
const sizeOf = (text: string): number => qrcode.create(text, { errorCorrectionLevel: 'M' }).modules.size;

/** The runs of a symbol are one area with many outlines, black; a dashed line is grey. */
const isSymbol = ({ outlines, grey }: Sheet['areas'][number]): boolean => outlines.length > 150 && grey === 0;

/** The symbol is made of modules so wide, stands in its quiet zone, and is read by two scanners. */
async function assertCode(sheet: Sheet, text: string, mm: number): Promise<void> {
  const points = sheet.areas.filter(isSymbol).flatMap(({ outlines }) => outlines.flat());
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const size = sizeOf(text);
  for (const module of [(right - left) / size, (bottom - top) / size]) {
    assert.ok(Math.abs(module - mm) < 0.005 * mm + 0.002, `a module is ${module} mm wide, not ${mm}`);
  }
  const raster = rasterOf(sheet, PER_MM);
  const { zbar, zxing } = await scan(raster);
  // One of the two sees bars of another kind in the rows of some symbols.
  assert.deepEqual([zbar, zxing.includes(text)], [[text], true]);
  const { width, data } = PNG.sync.read(raster);
  const quiet = QUIET_ZONE * mm;
  for (let y = Math.ceil((top - quiet) * PER_MM); y < Math.floor((bottom + quiet) * PER_MM); y += 1) {
    for (let x = Math.ceil((left - quiet) * PER_MM); x < Math.floor((right + quiet) * PER_MM); x += 1) {
      const inside = x / PER_MM > left - 0.2 && x / PER_MM < right + 0.2 && y / PER_MM > top - 0.2 && y / PER_MM < bottom + 0.2;
      if (!inside && data[(y * width + x) * 4] !== 255) assert.fail(`ink in the quiet zone at ${x / PER_MM}, ${y / PER_MM} mm`);
    }
  }
}

/** The longest unbroken black line of a sheet that is no thicker than 0.5 mm, in mm. */
function longestLine({ areas }: Sheet): number {
  const boxes = areas.filter(({ grey, outlines }) => grey === 0 && outlines.length === 1).map(({ outlines }) => {
    const points = outlines.flat();
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return { width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) };
  });
  return Math.max(...boxes.filter(({ height }) => height < 0.5).map(({ width }) => width));
}
