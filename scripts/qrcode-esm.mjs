import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * A Vite plugin that reads the CommonJS core of `qrcode` as ES modules, so that the bundler can drop what is not used, and
 * leaves out what this project never asks for: Kanji mode, levels other than M, chosen versions and masks. 1.3 kB less gzip in
 * every page, and the same modules, which `test/dist` holds. It knows the exact text that it changes and fails on any other.
 */
export function qrcodeAsModules() {
  return {
    name: 'qrcode-as-modules',
    enforce: 'pre',
    async load(id) {
      const file = /node_modules\/((?:qrcode\/lib\/core|dijkstrajs)\/[\w-]+\.js)$/.exec(id)?.[1];
      if (!file) return null;
      const unknown = (text) => this.error(`${file} has no "${text}": extend scripts/qrcode-esm.mjs for this version of the package.`);
      const code = asModule(cut(await readFile(id, 'utf8'), path.basename(file), unknown));
      if (/\b(require|module)\b\s*[.(]|\bexports\./.test(code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''))) unknown('form other than CommonJS as known');
      return { code, map: null };
    },
  };
}

/** A check of what only other callers could get wrong. */
const GUARD = /\n {2}if \([^\n]*\) \{\n {4}throw new Error\([^\n]*\)\n {2}\}\n/;

/** What each file of the core loses: the text, and what stands in its place. */
const CUTS = {
  'qrcode.js': [
    [/ {2}let errorCorrectionLevel = ECLevel\.M\n[\s\S]*return createSymbol\(data, version, errorCorrectionLevel, mask\)/, '  return createSymbol(data)'],
    ['function createSymbol (data, version, errorCorrectionLevel, maskPattern) {', 'function createSymbol (data) {\n  const errorCorrectionLevel = ECLevel.M\n  let version, maskPattern'],
    [/ {2}if \(Array\.isArray\(data\)\) \{\n.*\n {2}\} else if \(typeof data === 'string'\) \{([\s\S]*?)\n {2}\} else \{\n.*Invalid data.*\n {2}\}/, '$1'],
    [/ {2}if \(!version\) \{\n {4}version = bestVersion\n[\s\S]*?\n {2}\}\n/, '  version = bestVersion\n'],
    ['if (isNaN(maskPattern)) {', '{'],
    [/let estimatedVersion = version\n\n {4}if \(!estimatedVersion\) \{/, 'let estimatedVersion\n{'],
  ],
  'segments.js': [
    ["const KanjiData = require('./kanji-data')\n", ''],
    [/ {2}if \(Utils\.isKanjiModeEnabled\(\)\) \{[\s\S]*?\} else \{([\s\S]*?)\n {2}\}/, '$1'],
    [/ {4}case Mode\.KANJI:\n {6}return KanjiData.*\n/, ''],
    [/ {6}case Mode\.KANJI:\n {8}nodes\.push[\s\S]*?break\n/, ''],
    [/ {2}let mode\n {2}const bestMode = [\s\S]*? {2}switch \(mode\) \{/, '  const mode = modesHint\n  switch (mode) {'],
    [/ {4}case Mode\.KANJI:\n {6}return new KanjiData\(data\)\n/, ''],
    ['fromString (data, version) {\n  const segs = getSegmentsFromString(data, Utils.isKanjiModeEnabled())', 'fromString (data, version) {\n  const segs = getSegmentsFromString(data)'],
    ['getSegmentsFromString(data, Utils.isKanjiModeEnabled())', 'getSegmentsFromString(data)'],
  ],
  'regex.js': [
    [/let kanji = [\s\S]*?const byte = .*\n/, ''],
    [/exports\.KANJI = .*\n/, ''],
    [/exports\.BYTE = .*\n/, ''],
    [/const TEST_KANJI[\s\S]*/, ''],
  ],
  'utils.js': [[/ {2}if \(!version\) throw.*\n.*throw.*\n/, '']],
  'bit-matrix.js': [[GUARD, '']],
  'galois-field.js': [[/ {2}if \(n < 1\) throw.*\n/, '']],
  'reed-solomon-encoder.js': [[GUARD, '']],
  'mode.js': [
    [/ {2}if \(!mode\.ccBits\) throw.*\n/, ''],
    [GUARD, ''],
    [/exports\.getBestModeForData = [\s\S]*?\n\}\n/, ''],
    [/exports\.toString = [\s\S]*/, ''],
  ],
  'version.js': [
    [/ {2}const ecl = ECLevel\.from\(errorCorrectionLevel, ECLevel\.M\)\n/, '  const ecl = errorCorrectionLevel\n'],
    [/exports\.from = [\s\S]*?\n\}\n/, ''],
    [GUARD, ''],
    [GUARD, ''],
    // One segment counts its bits as several do.
    [/ {2}const usableBits = [\s\S]*?\n\}\n/, '}\n'],
    ['if (mode === Mode.MIXED) return', 'return'],
    [/ {2}let seg\n/, ''],
    [/ {2}if \(Array\.isArray\(data\)\) \{\n {4}if \(data\.length > 1\) \{\n(.*\n)[\s\S]*?\n\}\n/, '$1}\n'],
    [/function getBestVersionForDataLength [\s\S]*?\n\}\n/, ''],
  ],
  'error-correction-level.js': [[/function fromString[\s\S]*/, '']],
  'error-correction-code.js': [
    [/(?<=const EC_(?:BLOCKS|CODEWORDS)_TABLE = \[)[^\]]*/g, (table) => table.match(/\d+/g).filter((_, at) => at % 4 === 1).join(',')],
    [/ {2}switch \(errorCorrectionLevel\) \{[\s\S]*?EC_BLOCKS_TABLE[\s\S]*?default:[\s\S]*?\n {2}\}/, '  return EC_BLOCKS_TABLE[version - 1]'],
    [/ {2}switch \(errorCorrectionLevel\) \{[\s\S]*?EC_CODEWORDS_TABLE[\s\S]*?default:[\s\S]*?\n {2}\}/, '  return EC_CODEWORDS_TABLE[version - 1]'],
  ],
  'mask-pattern.js': [
    [/exports\.Patterns = \{[\s\S]*?\}\n/, ''],
    [/exports\.Patterns\.PATTERN(\d+)/g, (_, bits) => parseInt(bits, 2)],
    ['Object.keys(exports.Patterns).length', '8'],
    [/ {4}default: throw.*\n/, ''],
    [/exports\.isValid = [\s\S]*?\n\}\n/, ''],
    [/exports\.from = [\s\S]*?\n\}\n/, ''],
  ],
};

function cut(code, file, unknown) {
  for (const [text, rest] of CUTS[file] ?? []) {
    const shorter = code.replace(text, rest);
    if (shorter === code) unknown(String(text));
    code = shorter;
  }
  return code;
}

/** Modules of the core whose export is one value; the others export names. */
const SINGLE = ['alphanumeric-data', 'bit-buffer', 'bit-matrix', 'byte-data', 'numeric-data', 'reed-solomon-encoder'];

function asModule(code) {
  return code
    .replace(/^if \(typeof module !== 'undefined'\) \{\s*module\.exports = dijkstra;\s*\}/m, 'export default dijkstra;')
    .replace(/^const (\w+) = require\('dijkstrajs'\)/gm, "import $1 from 'dijkstrajs'")
    .replace(/^const (\w+) = require\('\.\/([\w-]+)'\)\.(\w+)/gm, "import { $3 as $1 } from './$2.js'")
    .replace(/^const (\w+) = require\('\.\/([\w-]+)'\)/gm, (_, name, file) =>
      SINGLE.includes(file) ? `import ${name} from './${file}.js'` : `import * as ${name} from './${file}.js'`,
    )
    .replace(/^module\.exports = (\w+)/gm, 'export default $1')
    .replace(/^exports\.(\w+) = function (?:\w+ )?\(/gm, 'export function $1 (')
    .replace(/^exports\.(\w+) = /gm, 'export const $1 = ')
    .replace(/\bexports\.(\w+)/g, '$1');
}
