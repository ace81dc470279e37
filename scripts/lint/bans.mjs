/** What is refused by its shape, each with what to do instead: the options of `no-restricted-syntax`. */

const ban = (selector, message) => ({ selector, message });
const inTemplate = 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement';

/** Ways for text to become markup, script or style. */
export const INJECTION = [
  ban(':not(ImportSpecifier) > Identifier[name=/^unsafe(HTML|SVG|MathML|Static|CSS)$/]', 'Text never becomes markup or style: use a text binding, or `css` with constants.'),
  ban('ImportDeclaration[source.value=/unsafe-|static-html|style-map|template-content/]', 'This directive turns text into markup or style.'),
  ban('ImportSpecifier[imported.name=/^unsafe(HTML|SVG|MathML|Static|CSS)$/]', 'Text never becomes markup or style.'),
  ban(':not(ImportSpecifier) > Identifier[name="styleMap"]', 'A style attribute breaks a strict style-src: use element.style.setProperty or static styles.'),
  ban('MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment|setHTML(Unsafe)?|parseFromString|parseHTML(Unsafe)?)$/]', 'Text never becomes markup.'),
  ban('MemberExpression[property.value=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment|setHTML(Unsafe)?|parseFromString|parseHTML(Unsafe)?)$/]', 'Text never becomes markup.'),
  ban('MemberExpression[object.name="document"][property.name=/^write(ln)?$/]', 'Text never becomes markup.'),
  ban('CallExpression[callee.property.name="execCommand"][arguments.0.value=/html$/i]', 'Text never becomes markup.'),
  ban('MemberExpression[property.name="createPolicy"]', 'The one Trusted Types policy is Lit\'s.'),
  ban('MemberExpression[property.name=/^(cssText|insertRule|replaceSync)$/]', 'Text never becomes style: set one property of it.'),
  ban('NewExpression[callee.name=/^CSSStyleSheet$/]', 'Text never becomes style: use `css` with constants.'),
  ban('TaggedTemplateExpression[tag.name="css"] > TemplateLiteral[expressions.length>0]', 'A style sheet is a constant.'),
  ban('CallExpression[callee.property.name=/^setAttribute(NS)?$/][arguments.0.value=/^on/i]', 'Listen with addEventListener.'),
  ban('CallExpression[callee.property.name=/^setAttribute(NS)?$/][arguments.0.value=/^style$/i]', 'A style attribute breaks a strict style-src.'),
  ban(`${inTemplate}[value.raw=/(^|\\s)style\\s*=/i]`, 'A style attribute breaks a strict style-src: use a class, or element.style.setProperty.'),
  ban(`${inTemplate}[value.raw=/\\son[a-z]+\\s*=/i]`, 'Listen with @event.'),
  ban(`${inTemplate}[value.raw=/\\s(\\.(inner|outer)HTML|\\.?srcdoc)\\s*=/i]`, 'Text never becomes markup.'),
  ban(`${inTemplate}[value.raw=/<(script|i?frame|object|embed|applet|portal|base|meta|link|style|template)\\b/i]`, 'This element loads or runs what is not ours.'),
];

/** An element or attribute of a name that came from elsewhere could run, load, listen or be style. */
export const NAMELESS = [
  ban('CallExpression[callee.property.name="setAttribute"]:not([arguments.0.type="Literal"])', 'Name the attribute.'),
  ban('CallExpression[callee.property.name="createElement"]:not([arguments.0.type="Literal"])', 'Name the element.'),
];

/** Imports and exports have names. */
export const NAMES = [
  ban('ExportDefaultDeclaration', 'Export by name.'),
  ban('ExportSpecifier[exported.name="default"]', 'Export by name.'),
];

/** A format is text in, value out: time and chance are arguments. */
export const IMPURE = [
  ban('MemberExpression[object.name="Date"][property.name="now"]', 'The time is an argument.'),
  ban('NewExpression[callee.name="Date"][arguments.length=0]', 'The time is an argument.'),
  ban('CallExpression[callee.name="Date"]', 'The time is an argument.'),
  ban('MemberExpression[object.name="Math"][property.name="random"]', 'Chance is an argument.'),
];

/** A test that does not run, or runs alone, proves nothing. */
export const TESTS = [
  ban('MemberExpression[object.name=/^(it|test|describe|suite|context)$/][property.name=/^(only|skip|todo)$/]', 'Every test runs.'),
  ban('Identifier[name=/^(xit|xdescribe|fit|fdescribe)$/]', 'Every test runs.'),
];

/** What a format may not know of: a page, a network, a clock, a process. */
export const GLOBALS_OF_A_WORLD = [
  'window', 'document', 'navigator', 'location', 'history', 'screen', 'self', 'globalThis', 'customElements', 'localStorage', 'sessionStorage',
  'indexedDB', 'DOMParser', 'Element', 'HTMLElement', 'SVGElement', 'Node', 'Event', 'CustomEvent', 'EventTarget', 'MutationObserver',
  'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'BroadcastChannel', 'Request', 'Response', 'Headers',
  'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame', 'requestIdleCallback',
  'crypto', 'console', 'process', 'Buffer', 'require',
].map((name) => ({ name, message: 'A format is text in, value out.' }));
