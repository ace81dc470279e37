import type { Route } from './answer.ts';
import { escaped } from './web-page.ts';

/** Markup: nothing in it comes from elsewhere unescaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in {@link markup}. */
export type Piece = string | number | Markup | undefined | false | readonly Markup[];

/** Markup with every text in it escaped. */
export function markup(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const written = pieces.map((piece) => {
    if (piece instanceof Markup) return piece.text;
    return Array.isArray(piece) ? piece.map(({ text }: Markup) => text).join('') : escaped(String(piece === undefined || piece === false ? '' : piece as string));
  });
  return new Markup(parts.map((part, at) => part + (written[at] ?? '')).join(''));
}

const HEAD = new Markup(
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><link rel="stylesheet" href="okpay.css">',
);

/** A page of OKPAY: no script, its style from beside it. Its forms lead to itself and, where they lead on, to these addresses. */
export function okpayPage(title: string, body: Markup, { status = 200, leadsTo = [] }: { readonly status?: number; readonly leadsTo?: readonly (string | undefined)[] } = {}): Response {
  // Of what may stand in a host a policy would read some as its own punctuation.
  const origins = leadsTo.flatMap((address) => (address ? new URL(address).origin : [])).filter((origin) => /^https?:\/\/[\w.:[\]-]+$/.test(origin));
  const { text } = markup`${HEAD}<title>${title} - OKPAY sandbox</title><header><b>OKPAY</b> Sandbox: no money moves here</header><main><h1>${title}</h1>${body}</main>`;
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ${origins.join(' ')}`.trim(),
  };
  return new Response(text, { status, headers });
}

/** Names and values, one a row. */
export const pairs = (rows: readonly (readonly [name: string, value: Piece])[]): Markup => markup`<dl>${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;

/** The choices of a list. */
export const choices = (values: readonly string[], chosen: string | null): Markup[] => values.map((value) => markup`<option value="${value}"${value === chosen ? new Markup(' selected') : ''}>${value || 'All'}</option>`);

const STYLE = `:root{color-scheme:light dark;--line:#8886;--act:light-dark(#0b63b5,#7db8f5);--page:light-dark(#fff,#181c22);font:16px/1.5 system-ui,sans-serif;background:light-dark(#eff2f6,#0f1216)}
*{box-sizing:border-box}body{margin:0}header{background:#0b3f75;color:#fff;padding:.75rem 1.25rem}b{font-size:1.125rem}
main{max-width:44rem;margin:auto;padding:1.25rem;background:var(--page);overflow-wrap:anywhere}main:has(.wide){max-width:70rem}
h1{font-size:1.5rem;margin:0}small,dt,.soft{color:light-dark(#5a6472,#a9b3c1)}small{display:block}
table{width:100%;border-collapse:collapse;margin:1rem 0}.wide{overflow-x:auto;white-space:nowrap}.wide,dl{font-size:.875rem}.wide *{padding-right:.75rem}.sums td{text-align:right;white-space:nowrap}
th,td,dl div{text-align:left;vertical-align:top;padding:.5rem 0;border-bottom:1px solid var(--line);font-weight:400}dl div{display:grid;grid-template-columns:minmax(12rem,2fr) 3fr;gap:.25rem}dd{margin:0;min-height:1.5em}
label{display:block;margin:.75rem 0}label>[name]:not([type=radio]),button{font:inherit;color:inherit;background:var(--page);min-height:2.75rem;border:1px solid #7d8794;border-radius:8px;padding:0 .75rem;width:100%}[type=radio],[type=checkbox]{width:1.25rem;height:1.25rem;margin:0 .5rem 0 0;vertical-align:-.2em}
fieldset{border:1px solid var(--line);border-radius:8px}.row{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:0 1rem;align-items:end}
button,a{color:var(--act)}button{width:auto;margin:.75rem .5rem 0 0}button.first{width:100%;background:var(--act);color:var(--page);font-weight:700}label button{margin:0}
[role]{padding:.75rem;background:light-dark(#fdecec,#3a1c1e)}[role=status]{background:light-dark(#e6f4ec,#15301f)}summary{padding:.75rem 0}`;

/** The style of all pages. */
export const STYLE_ROUTE: Route = ['GET', '/okpay.css', async () => new Response(STYLE, { headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' } })];
