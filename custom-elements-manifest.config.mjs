import { readFileSync } from 'node:fs';

/** `statusUrl` is written `status-url`, as `src/ui/property.ts` does. */
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What tools read of a tag alone, never of the classes above it. */
const GIVEN = ['attributes', 'events'];

/** What stands once, with the class that gives it to its tags: there is much of it, and it is the same for all. */
const LOOKS = ['slots', 'cssParts', 'cssProperties'];

/** OKPAY's variables, as attributes; their table has more of each than an editor shows. */
function variables() {
  const [item, leading, form] = [...readFileSync('src/formats/okpay-variables.ts', 'utf8').matchAll(/_VARIABLES = rows\((['`])([^]*?)\1\)/g)].map(([, , rows]) =>
    rows.trim().split('\n').map((row) => row.trim().split(/[! ]/)[0].replaceAll('_', '-')),
  );
  return { 'okpay-item': item, 'okpay-button': [...leading, ...form, ...item.map((name) => `item-${name}`)] };
}

/** What the analyzer cannot see of our own decorator and of `define`: attributes in kebab case, and the tag that a class is. */
const asBuilt = {
  name: 'as-built',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      const { path, declarations = [] } = module;
      const tagName = /^src\/elements\/(.+)\.ts$/.exec(path)?.[1];
      // It takes the parameter of `define(tag)` for the name of a tag.
      module.exports = module.exports?.filter(({ kind }) => kind !== 'custom-element-definition');
      for (const declaration of declarations) {
        // Editors and documents need what a page may use.
        declaration.members = (declaration.members ?? []).filter(({ privacy, name }) => !/private|protected/.test(privacy ?? '') && !/^[#_]/.test(name));
        const members = declaration.members.filter(({ attribute }) => attribute);
        for (const member of members) member.attribute = kebab(member.attribute);
        for (const attribute of declaration.attributes ?? []) attribute.name = kebab(attribute.name);
        if (declaration.kind !== 'class') continue;
        for (const list of LOOKS) declaration[list] = declaration[list]?.filter(({ inheritedFrom }) => !inheritedFrom);
        if (!tagName) {
          declaration.members = declaration.members.filter(({ inheritedFrom }) => !inheritedFrom);
          // What a class gives to its tags stands with each of them.
          for (const list of GIVEN) delete declaration[list];
          continue;
        }
        // Most are texts that are empty until they are set: only another default is worth its words.
        for (const member of members) if (member.default === "''") delete member.default;
        // What an inherited one holds stands with the class that it comes from.
        const own = members.map(({ attribute, name, type, default: value, description, inheritedFrom }) => ({ name: attribute, fieldName: name, ...(!inheritedFrom && { type }), default: value, description }));
        for (const told of GIVEN.flatMap((list) => declaration[list] ?? [])) delete told.inheritedFrom;
        // A class whose attributes are made from a list names them in its comment.
        const named = (declaration.attributes ?? []).filter(({ name, fieldName }) => !fieldName && !own.some((one) => one.name === name));
        Object.assign(declaration, { tagName, customElement: true, attributes: [...own, ...named, ...(variables()[tagName] ?? []).map((name) => ({ name }))] });
        // An attribute says what it is for; its property is the same.
        for (const member of members) delete member.description;
        // What is inherited stands with the class that it comes from.
        declaration.members = declaration.members.filter(({ inheritedFrom }) => !inheritedFrom);
        module.exports.push({ kind: 'custom-element-definition', name: tagName, declaration: { name: declaration.name, module: path } });
      }
    }
  },
};

/** What the analyzer reads, and where the manifest goes: `dist/custom-elements.json`. */
export default {
  globs: ['src/elements/*.ts', 'src/ui/payment-attributes.ts', 'src/ui/payment-element.ts', 'src/define/*.ts', 'src/events.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [asBuilt],
};
