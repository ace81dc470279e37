import assert from 'node:assert/strict';
import { it } from 'node:test';
import { build } from 'vite';
import { foldProperties } from '../../scripts/fold-properties.mjs';

const ID = '/virtual/src/tag.ts';

/** The module that the compiler and the plugin make of a class with these members. */
async function folded(members: string): Promise<string> {
  const code = `import { property } from 'decorator';\nexport class Tag extends Base {\n${members}\n}\ndeclare class Base { declare known: string; }`;
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: 'tag', resolveId: (name: string) => (name === ID ? ID : null), load: (name: string) => (name === ID ? code : null) }, foldProperties()],
    oxc: { decorator: { legacy: true }, assumptions: { setPublicClassFields: true }, typescript: { removeClassFieldsWithoutInitializer: true } },
    build: { write: false, minify: false, target: 'es2022', lib: { entry: ID, formats: ['es'] }, rolldownOptions: { external: ['decorator'] } },
  });
  return [built].flat().flatMap((each) => ('output' in each ? each.output : [])).map((output) => (output.type === 'chunk' ? output.code : '')).join('');
}

it('writes the properties of a class as one list for each kind, and leaves their defaults to the decorator', async () => {
  const code = await folded("@property() code = '';\n@property({ type: Boolean }) sandbox = false;\n@property() helpUrl = '';\nreadonly other = new Map();");
  assert.match(code, /for \(const name of "code helpUrl"\.split\(" "\)\) property\(\)\(Tag\.prototype, name\);/);
  assert.match(code, /for \(const name of "sandbox"\.split\(" "\)\) property\(\{ type: Boolean \}\)\(Tag\.prototype, name\);/);
  assert.doesNotMatch(code, /_?decorate|this\.(code|sandbox|helpUrl)/);
  assert.match(code, /this\.other = \/\* @__PURE__ \*\/ new Map|this\.other = new Map/);
});

it('leaves no constructor where nothing is left to it', async () => {
  assert.doesNotMatch(await folded("@property() code = '';"), /constructor/);
});

it('refuses a default that the decorator would not give', async () => {
  await assert.rejects(folded("@property() code = 'x';"), /code has a default/);
});
