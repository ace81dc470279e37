import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, chromiumOrExit } from './chromium.mjs';

/** Bytes after gzip -9, requests and depth that a page may need: see "Where things live" in CONTRIBUTING. */
const BUDGET = { requests: 4, depth: 2, life: 49_000, classic: 64_000 };

/** What the whole life of a tag and the script of one file are to come down to; until then they may only not grow past the budget above. */
const LIFE_GOAL = 26_000;
const CLASSIC_GOAL = 36_000;

/** `paytags.iife.js`, and `paytags.de.iife.js` for each other language. */
const CLASSIC = /^paytags(\.[\w-]+)?\.iife\.js$/;
const CODE =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D';

/**
 * The tags: what a page writes to have a code at once, and the bytes that may be fetched until it is on the screen; `drawn` is what stands there where it is no
 * code, and `life` what it may fetch where that is more than of the others. */
const TAGS = {
  'pix-qr': { attributes: `code="${CODE}"`, picture: 18_000 },
  'octopus-pay': { attributes: 'token="zjsdhd3" octopus-uri="octopus://payment?token=zjsdhd3" landing-url="https://web-test.online.octopus.com.hk/oos/payment/?token=zjsdhd3" amount="128.50"', picture: 18_000 },
  'okpay-collect': { attributes: 'url="https://pay.example/p/1" upi="upi://pay?pa=example.crafts@okbank&amp;pn=Example%20Crafts&amp;am=499.00&amp;cu=INR&amp;tr=8f2c1d7e5b" amount="499.00" currency="INR"', picture: 18_000 },
  'okpay-seal': { attributes: 'account="456908980"', picture: 5_000, drawn: '[part="seal"]' },
  'okpay-button': { attributes: 'receiver="OK702746927" item-name="Glass teapot" item-price="24.00" item-quantity="2" item-shipping="4.00"', picture: 11_000, drawn: '[part="button"]', life: 62_000 },
  'okto-cash-barcode': { attributes: 'package-id="8055348521276" payment-code="1234567" amount="10.00" currency="EUR"', picture: 13_500 },
  'okto-wallet-qr': { attributes: 'code="OKTO-1234567890-ABCDEFGHIJ-1234567890" amount="24.90" currency="EUR"', picture: 18_000 },
};

/** Every answer takes this long, so that what is asked for together can be told from what is asked for afterwards. */
const LATENCY_MS = 100;

/** What every copy of Lit carries once. */
const LIT_MARKS = ['litElementVersions', 'litHtmlVersions', 'reactiveElementVersions'];

/**
 * Opens a page with one tag on the files of `folder`, and says what was fetched until the code was on the screen, what
 * afterwards, and how many answers had to be waited for one after the other.
 *
 * @param {string} folder - The built files for pages: `dist/cdn`.
 * @param {string} lang - The language of the page.
 * @param {string} [tag]
 * @param {number} [patience] - How many ms the code may take.
 * @returns {Promise<{before: string[], after: string[], depth: number}>} Names of files.
 */
export async function fetchedBy(folder, lang, tag = 'pix-qr', patience = 15_000) {
  const html = pageWith(tag, lang);
  const server = createServer((request, response) => void setTimeout(() => answer(folder, html, request.url, response), LATENCY_MS));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const browser = await chromium.launch({ executablePath: chromiumOrExit(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    const drawn = TAGS[tag]?.drawn ?? 'svg[part~="symbol"]';
    await page.addInitScript(noteWhenDrawn, [tag, drawn]);
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction(() => globalThis.drawnAt !== undefined, undefined, { timeout: patience }).catch(() => {
      throw new Error(drawn.startsWith('svg') ? `no <svg part="symbol"> was drawn from ${folder} within ${patience} ms` : `no ${drawn} was drawn from ${folder} within ${patience} ms`);
    });
    await page.waitForLoadState('networkidle');
    return sorted(await page.evaluate(() => ({
      drawnAt: globalThis.drawnAt,
      files: performance.getEntriesByType('resource').map(({ name, startTime, responseEnd }) => ({ name, startTime, responseEnd })),
    })));
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/**
 * Everything that a page with one tag may ever fetch: what it has fetched, what those files name, and of the words in
 * other languages the largest one.
 *
 * @param {string} folder
 * @param {string[]} fetched - Names of the files that the page has fetched.
 */
export function mayFetch(folder, fetched) {
  const life = new Set(fetched);
  // The entry names every tag there is; a page with one tag needs what it has asked for.
  for (const file of life) {
    if (!/^paytags(-cms)?\.js$/.test(file)) for (const named of filesNamedIn(folder, file)) life.add(named);
  }
  const spoken = new Set(fetched.map(languageOf));
  const others = new Map();
  for (const file of life) {
    const language = languageOf(file);
    if (language && !spoken.has(language)) others.set(language, [...(others.get(language) ?? []), file]);
  }
  const [, ...more] = [...others.values()].sort((a, b) => total(folder, b) - total(folder, a));
  for (const file of more.flat()) life.delete(file);
  return [...life];
}

/** Bytes of a file after gzip -9. */
export function zipped(folder, file) {
  return gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
}

/**
 * Prints what was measured and holds it against the budgets.
 *
 * @param {string} folder
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function checkSizes(folder) {
  const counts = { passed: 0, failed: 0 };
  const check = (what, fits) => {
    counts[fits ? 'passed' : 'failed'] += 1;
    console.log(`${fits ? 'ok    ' : 'NOT OK'}  ${what}`);
  };
  const languages = readdirSync(folder).flatMap((file) => /^pix-qr\.([\w-]+)\.js$/.exec(file)?.[1] ?? []).sort((a, b) => Number(b === 'en') - Number(a === 'en'));
  check(`words in ${languages.length} languages`, languages.includes('en'));
  for (const [tag, { picture, life: most = BUDGET.life }] of Object.entries(TAGS)) {
    const { before, after, depth } = await fetchedBy(folder, 'en', tag);
    table(folder, `<${tag}>: fetched until the code is on the screen`, before);
    table(folder, 'fetched afterwards', after);
    const life = mayFetch(folder, [...before, ...after]);
    table(folder, 'may be fetched besides', life.filter((file) => !before.includes(file) && !after.includes(file)));
    console.log(`\n<${tag}>`);
    check(`${before.length} of ${BUDGET.requests} requests`, before.length <= BUDGET.requests);
    check(`${depth} of ${BUDGET.depth} answers to wait for one after the other`, depth <= BUDGET.depth);
    for (const lang of languages) {
      // Another language fetches the same files, with its words in place of the English.
      const said = (files) => files.map((file) => file.replace(/\.en\.js$/, `.${lang}.js`));
      const bytes = total(folder, said(before));
      const all = total(folder, mayFetch(folder, said([...before, ...after])));
      check(`${bytes} of ${picture} bytes until the code is on the screen of a page in ${lang}`, bytes <= picture);
      check(`${all} of ${most} bytes in the tag's whole life (goal: ${LIFE_GOAL})`, all <= most);
    }
  }
  console.log();
  const modules = readdirSync(folder).filter((file) => file.endsWith('.js') && !CLASSIC.test(file));
  for (const mark of LIT_MARKS) {
    const files = modules.filter((file) => readFileSync(join(folder, file), 'utf8').includes(mark));
    check(`one Lit: ${mark} is in ${files.join(', ') || 'no file'}`, files.length === 1);
  }
  const scripts = readdirSync(folder).filter((file) => CLASSIC.test(file));
  check(`${scripts.length} scripts of one file`, scripts.length === languages.length);
  for (const file of scripts) check(`${zipped(folder, file)} of ${BUDGET.classic} bytes in ${file} (goal: ${CLASSIC_GOAL})`, zipped(folder, file) <= BUDGET.classic);
  return counts;
}

const pageWith = (tag, lang) => `<!doctype html><html lang="${lang}"><link rel="icon" href="data:,"><script type="module" src="/cdn/paytags.js"></script>
<${tag} ${TAGS[tag].attributes} status-url="/status"></${tag}></html>`;

function answer(folder, html, url, response) {
  const path = new URL(url, 'http://localhost').pathname;
  if (path === '/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html);
  } else if (path === '/status') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"pending"}');
  } else {
    const file = join(folder, path.replace(/^\/cdn\//, ''));
    if (!/^\/cdn\/[\w.-]+\.js$/.test(path) || !existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(readFileSync(file));
  }
}

/* global document, requestAnimationFrame -- this one runs in the page */
function noteWhenDrawn([tag, drawn]) {
  const look = () => {
    const symbol = document.querySelector(tag)?.shadowRoot?.querySelector(drawn);
    if (symbol?.getBoundingClientRect().width) globalThis.drawnAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function sorted({ drawnAt, files }) {
  const ours = files.filter(({ name }) => name.includes('/cdn/')).map((entry) => ({ ...entry, file: entry.name.split('/').at(-1) }));
  const before = ours.filter(({ responseEnd }) => responseEnd <= drawnAt);
  const depthOf = (entry) => 1 + Math.max(0, ...before.filter((earlier) => earlier.responseEnd <= entry.startTime).map(depthOf));
  return {
    before: before.map(({ file }) => file),
    after: ours.filter((entry) => !before.includes(entry)).map(({ file }) => file),
    depth: Math.max(0, ...before.map(depthOf)),
  };
}

/** What a file imports by name; where the language is left open, the file of every language. */
function filesNamedIn(folder, file) {
  const text = readFileSync(join(folder, file), 'utf8');
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map(([, name]) => name);
  const words = [...text.matchAll(/import\s*\(\s*`\.\/([\w-]+)\.\$\{\w+\}\.js`/g)].map(([, name]) => name);
  return [...named, ...readdirSync(folder).filter((other) => languageOf(other) && words.includes(other.split('.')[0]))];
}

/** `pt-BR` of `pix-qr.pt-BR.js`. */
function languageOf(file) {
  return /\.([a-z]{2}(?:-[A-Z]{2})?)\.js$/.exec(file)?.[1];
}

function total(folder, files) {
  return files.reduce((sum, file) => sum + zipped(folder, file), 0);
}

function table(folder, heading, files) {
  console.log(`\n${heading}`);
  for (const file of files) {
    const bytes = readFileSync(join(folder, file)).length;
    console.log(`  ${file.padEnd(32)} ${String(bytes).padStart(8)} ${String(zipped(folder, file)).padStart(8)}`);
  }
  console.log(`  ${`${files.length} files; bytes as they are, after gzip -9`.padEnd(41)} ${String(total(folder, files)).padStart(8)}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = fileURLToPath(new URL('../dist/cdn', import.meta.url));
  if (!existsSync(folder)) {
    console.log('dist/cdn is not there: npm run build\n0 passed, 1 failed');
    process.exit(1);
  }
  const { passed, failed } = await checkSizes(folder);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
