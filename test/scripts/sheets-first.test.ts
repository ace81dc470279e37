import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { parseAst } from 'vite';
import { sheetsFirst } from '../../scripts/sheets-first.mjs';

const CSS = 'const css=([text])=>text,html=(texts,...values)=>texts.join(values);';
const moved = (code: string): string => sheetsFirst(code, parseAst(code));

it('puts the sheets before everything else, and they come to be what they were', () => {
  const code = `${CSS}const page=html\`<p>\${1}{a:b}</p>\`,a=css\`p{color:red}\`,later=()=>css\`@container (width>=45em){b{margin:0}}\`;seen=[page,a,later()]`;
  const built = moved(code);
  assert.match(built, /^var \$\$=\[`p\{color:red\}`,`@container \(width>=45em\)\{b\{margin:0\}\}`\];/);
  const [before, after] = [code, built].map((script) => {
    const page: { seen: unknown } = { seen: undefined };
    runInNewContext(script, page);
    return JSON.stringify(page.seen);
  });
  assert.equal(after, before);
});

it('leaves no name behind in the page of a classic script', () => {
  const page: Record<string, unknown> = { seen: undefined };
  runInNewContext(moved(`(()=>{${CSS}seen=[css\`a{b:c}\`,css\`d{e:f}\`]})();`), page);
  assert.deepEqual(Object.keys(page), ['seen']);
  assert.equal(JSON.stringify(page['seen']), '["a{b:c}","d{e:f}"]');
});

it('leaves a file with one sheet, markup and other texts as it is', () => {
  const code = `${CSS}const a=css\`p{color:red}\`,b=html\`<p>{}</p>\`,c=html\`\${a}\`,d=String.raw\`x\``;
  assert.equal(moved(code), code);
});
