/**
 * Where an address is followed (a link, a redirect, a request) there stands what `safeUrl` has let pass: a call of it, a getter of
 * `links`, a variable that holds one of these, or something declared as `SafeUrl`. Told from the text alone, without types.
 */

/** Attributes and properties that are followed, loaded or sent to. */
const FOLLOWED = 'href|src|srcset|action|formaction|ping|poster|cite|background|manifest';
const ATTRIBUTE_AT_END = new RegExp(`(?:^|[\\s.:])(?:${FOLLOWED}|data)\\s*=\\s*(["']?[^"'\\s>]*)$`, 'i');
const PROPERTY = new RegExp(`^(?:${FOLLOWED})$`, 'i');

/** What makes a request or opens something of its first argument. */
const ASKING = ['Request', 'EventSource', 'WebSocket', 'Worker', 'SharedWorker'];

const message = 'An address is followed only after safeUrl() has judged it: take a getter of links, or something typed SafeUrl.';

export const addresses = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node) => context.report({ node, message });
    const isSafe = (node) => judged(node, context.sourceCode);
    const check = (node) => node && !isSafe(node) && report(node);

    return {
      TaggedTemplateExpression({ tag, quasi }) {
        if (!['html', 'svg'].includes(tag.name)) return;
        quasi.expressions.forEach((expression, at) => {
          const attribute = ATTRIBUTE_AT_END.exec(quasi.quasis[at].value.raw);
          // An address put together of pieces is judged as a whole, or not at all.
          if (attribute && (!/^["']?$/.test(attribute[1]) || !isSafe(expression))) report(expression);
        });
      },
      AssignmentExpression({ left, right }) {
        const name = left.type === 'MemberExpression' ? (left.property.name ?? left.property.value) : left.name;
        if (name === 'location' || (left.type === 'MemberExpression' && PROPERTY.test(name))) check(right);
      },
      CallExpression(node) {
        const { callee, arguments: [first, second] } = node;
        const [object, name] = callee.type === 'MemberExpression' ? [callee.object, callee.property.name] : [undefined, callee.name];
        const on = object?.name ?? object?.property?.name;
        if (name === 'open' && (!object || on === 'window' || on === 'globalThis')) report(node);
        if (on === 'location' && (name === 'assign' || name === 'replace')) check(first);
        if ((on === 'navigation' && name === 'navigate') || (on === 'navigator' && name === 'sendBeacon') || name === 'importScripts') check(first);
        if (name === 'fetch' && (!object || on === 'window' || on === 'globalThis')) check(first);
        if (/^setAttribute(NS)?$/.test(name ?? '') && PROPERTY.test(String(first?.value))) check(second);
      },
      NewExpression({ callee, arguments: [first] }) {
        if (ASKING.includes(callee.name)) check(first);
      },
      'TSAsExpression[typeAnnotation.typeName.name="SafeUrl"]': (node) => context.filename.endsWith('src/formats/safe-url.ts') || report(node),
    };
  },
};

/** Whether this can only be an address that was judged, a request for one, a file of our own, or no address at all. */
function judged(node, source) {
  const both = (...nodes) => nodes.every((each) => judged(each, source));
  switch (node.type) {
    case 'Literal':
      return /^(https:\/\/|#|$)/.test(String(node.value));
    case 'ChainExpression':
    case 'TSNonNullExpression':
      return judged(node.expression, source);
    case 'ConditionalExpression':
      return both(node.consequent, node.alternate);
    case 'LogicalExpression':
      return node.operator === '&&' ? judged(node.right, source) : both(node.left, node.right);
    case 'CallExpression':
      if (node.callee.object && isLinks(node.callee.object)) return true;
      return node.callee.name === 'safeUrl' || (node.callee.object?.name === 'URL' && node.callee.property.name === 'createObjectURL');
    case 'NewExpression':
      // Its own argument is looked at by itself.
      return node.callee.name === 'Request';
    case 'MemberExpression':
      return isLinks(node.object) || declares(fieldOf(node, source));
    case 'Identifier':
      return ['undefined', 'nothing'].includes(node.name) || isJudgedName(node, source);
    default:
      return false;
  }
}

function isJudgedName(node, source) {
  let scope = source.getScope(node);
  while (scope && !scope.set.has(node.name)) scope = scope.upper;
  const [definition] = scope?.set.get(node.name)?.defs ?? [];
  if (!definition) return false;
  if (declares(definition.name)) return true;
  const { id, init } = definition.node;
  if (definition.type !== 'Variable' || definition.parent.kind !== 'const' || !init) return false;
  return id.type === 'ObjectPattern' ? isLinks(init) : judged(init, source);
}

const isLinks = (node) => (node.property?.name ?? node.name) === 'links';

/** Whether something is declared as an address that was judged, as a request, or as one of these or nothing. */
function declares(node) {
  const type = node?.typeAnnotation?.typeAnnotation;
  const types = type?.type === 'TSUnionType' ? type.types : [type];
  const safe = (one) => ['SafeUrl', 'Request'].includes(one?.typeName?.name);
  return types.some(safe) && types.every((one) => safe(one) || one?.type === 'TSUndefinedKeyword');
}

/** The field of the class around it that `this.#url` means. */
function fieldOf({ object, property }, source) {
  if (object.type !== 'ThisExpression') return undefined;
  const around = source.getAncestors(property).findLast(({ type }) => type === 'ClassBody');
  return around?.body.find(({ type, key }) => type === 'PropertyDefinition' && key.type === property.type && key.name === property.name);
}
