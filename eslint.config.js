import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';
import { GLOBALS_OF_A_WORLD, IMPURE, INJECTION, NAMELESS, NAMES, TESTS } from './scripts/lint/bans.mjs';
import { paytags } from './scripts/lint/plugin.mjs';

const readonly = (...names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

const EVERYWHERE = readonly(
  'AbortController', 'AbortSignal', 'Blob', 'Event', 'EventTarget', 'Headers', 'Request', 'Response', 'TextDecoder', 'TextEncoder', 'URL',
  'URLSearchParams', 'clearInterval', 'clearTimeout', 'console', 'crypto', 'fetch', 'globalThis', 'performance', 'queueMicrotask', 'setInterval',
  'setTimeout', 'structuredClone',
);
const NODE = readonly('Buffer', 'process', 'setImmediate');
const PAGE = readonly(
  'CSS', 'CustomEvent', 'DOMParser', 'Element', 'EventSource', 'FormData', 'HTMLElement', 'Image', 'IntersectionObserver', 'MutationObserver',
  'Node', 'ResizeObserver', 'addEventListener', 'customElements', 'document', 'getComputedStyle', 'getSelection', 'history', 'localStorage', 'location', 'matchMedia', 'navigator',
  'removeEventListener', 'requestAnimationFrame', 'scrollTo', 'sessionStorage', 'window',
);

const banned = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] });

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.cache/', 'test/lint/fixtures/', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommended,
  lit['flat/recommended'],
  {
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': false }],
    },
  },
  {
    files: ['**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }] },
  },
  { files: ['scripts/**', '*.mjs', '*.js', '*.ts'], languageOptions: { globals: { ...EVERYWHERE, ...NODE } } },
  { files: ['demo/**/*.js'], languageOptions: { globals: { ...EVERYWHERE, ...PAGE } }, rules: { ...banned(INJECTION), 'no-script-url': 'error' } },
  {
    files: ['src/**/*.ts'],
    languageOptions: { globals: EVERYWHERE },
    plugins: { paytags },
    rules: {
      ...banned(INJECTION, NAMELESS, NAMES),
      'no-script-url': 'error',
      'paytags/imports': 'error',
      'paytags/file-names': 'error',
      'max-lines': ['error', { max: 250 }],
    },
  },
  // What a watch asks was judged where a tag joins it.
  { files: ['src/ui/**/*.ts', 'src/elements/**/*.ts', 'src/*.ts'], ignores: ['src/ui/watch/**'], rules: { 'paytags/addresses': 'error' } },
  // Their first picture is smaller than Lit is.
  {
    files: ['src/ui/plain/**/*.ts', 'src/ui/okpay-button/**/*.ts', 'src/elements/okpay-{button,item,seal}.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ group: ['lit', 'lit/*', '**/payment-element.ts', '**/icons.ts'], message: 'These tags are drawn without Lit.' }] }] },
  },
  {
    files: ['src/formats/**/*.ts'],
    rules: { ...banned(INJECTION, NAMES, IMPURE), 'no-restricted-globals': ['error', ...GLOBALS_OF_A_WORLD] },
  },
  {
    files: ['src/**/*.ts'],
    languageOptions: { parserOptions: { project: ['tsconfig.json', 'tsconfig.node.json'] } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  { files: ['test/**/*.ts'], rules: { ...banned(TESTS), '@typescript-eslint/no-unused-expressions': 'off' } },
);
