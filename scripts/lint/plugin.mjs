import { posix } from 'node:path';
import { addresses } from './addresses.mjs';
import { DRAWERS, FOLDERS } from './folders.mjs';

/** Holds the table of `folders.mjs`, for every way of importing: static, dynamic, types and re-exports. */
const imports = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = inSource(context.filename);
    if (!file) return {};
    const own = placeOf(file);
    const row = FOLDERS[own];
    if (!row) return { Program: (node) => context.report({ node, message: `src/${own} has no row in scripts/lint/folders.mjs.` }) };

    function check(node, source, dynamic) {
      const what = pathOf(source);
      if (what === undefined) {
        if (dynamic) context.report({ node, message: 'import() takes a literal path, so that its target can be checked; of the words, the language may be left open.' });
        return;
      }
      if (what.startsWith('.')) {
        const path = posix.join(posix.dirname(file), what);
        if (!mayImportFile(row, own, path, dynamic)) context.report({ node, message: `src/${own} may not import ${what}.` });
      } else if (!mayImportPackage(row, file, what)) {
        context.report({ node, message: `src/${own} may not import ${what}.` });
      }
    }

    return {
      ImportDeclaration: (node) => check(node, node.source, false),
      ExportAllDeclaration: (node) => check(node, node.source, false),
      ExportNamedDeclaration: (node) => node.source && check(node, node.source, false),
      ImportExpression: (node) => check(node, node.source, true),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, true),
      TSImportEqualsDeclaration: (node) => context.report({ node, message: 'Import with `import … from`.' }),
      'CallExpression[callee.name="require"]': (node) => context.report({ node, message: 'Import with `import … from`.' }),
    };
  },
};

/** Refuses folders and files named after nothing. */
const fileNames = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = inSource(context.filename);
    const drawer = file?.replace(/\.\w+$/, '').split('/').find((name) => DRAWERS.includes(name));
    if (!drawer) return {};
    return { Program: (node) => context.report({ node, message: `"${drawer}" names no reason to change: call it by what is in it.` }) };
  },
};

function mayImportFile(row, own, path, dynamic) {
  const place = placeOf(path);
  if (place === own) return !row.strangers;
  return (row.may ?? []).includes(place) || (dynamic && (row.byImport ?? []).includes(place));
}

function mayImportPackage(row, file, name) {
  const allowed = [...(row.packages ?? []), ...(row.packagesOf?.[file] ?? [])];
  return allowed.some((one) => name === one || name.startsWith(`${one}/`));
}

/** The path that an import names; in that of words, `*` stands for the language. Undefined where it cannot be told. */
function pathOf(source) {
  if (typeof source?.value === 'string') return source.value;
  const [before, after, more] = source?.quasis?.map(({ value }) => value.cooked) ?? [];
  return /^\.[./]*\/locales\/$/.test(before) && /^\/[\w-]+\.ts$/.test(after) && more === undefined ? `${before}*${after}` : undefined;
}

/** The path below `src`, or undefined for a file that is elsewhere. */
function inSource(filename) {
  const [, path] = /(?:^|\/)src\/(.+)$/.exec(posix.relative(process.cwd().replaceAll('\\', '/'), filename.replaceAll('\\', '/'))) ?? [];
  return path;
}

/** The folder right below `src`, or the file where it lies there itself. */
function placeOf(path) {
  return path.split('/')[0];
}

export const paytags = { meta: { name: 'paytags' }, rules: { imports, 'file-names': fileNames, addresses } };
