/** What the analyzer reads, and where the manifest goes: `dist/custom-elements.json`. */
export default {
  globs: ['src/elements/*.ts', 'src/ui/payment-element.ts', 'src/define/*.ts', 'src/events.ts'],
  outdir: 'dist',
  litelement: true,
};
