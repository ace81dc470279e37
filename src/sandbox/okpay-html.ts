import type { Route } from './answer.ts';
import { escaped } from './web-page.ts';

/** Markup: nothing in it comes from elsewhere unescaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Piece = string | number | Markup | undefined | false | readonly Markup[];

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
export function okpayPage(title: string, body: Markup, { status = 200, leadsTo = [] }: { readonly status?: number; readonly leadsTo?: readonly string[] } = {}): Response {
  // Of what may stand in a host a policy would read some as its own punctuation.
  const origins = leadsTo.map((address) => new URL(address).origin).filter((origin) => /^https?:\/\/[\w.:[\]-]+$/.test(origin));
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

const STYLE = `:root{color-scheme:light dark;--line:light-dark(#d5dbe3,#39404c);--soft:light-dark(#5a6472,#a9b3c1);--act:light-dark(#0b63b5,#7db8f5);font:16px/1.5 system-ui,sans-serif;background:light-dark(#eff2f6,#0f1216);color:light-dark(#14181f,#eef1f5)}
*{box-sizing:border-box}body{margin:0}header{background:#0b3f75;color:#fff;padding:.75rem 1rem;font-size:.875rem}header b{font-size:1.125rem;margin-right:.75rem;letter-spacing:.04em}
main{max-width:44rem;margin:1.5rem auto;padding:1.25rem;background:light-dark(#fff,#181c22);border:1px solid var(--line);border-radius:12px;overflow-wrap:anywhere}main:has(.wide){max-width:76rem}
@media(max-width:46rem){main{margin:0;border:0;border-radius:0}}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}h2{font-size:1.125rem}small,dt,.soft{color:var(--soft)}small{display:block}
.wide{overflow-x:auto;overflow-wrap:normal;margin:1rem 0}table{width:100%;border-collapse:collapse;margin:1rem 0}.wide table{margin:0;font-size:.875rem;white-space:nowrap}th,td{text-align:left;vertical-align:top;padding:.5rem .5rem .5rem 0;border-bottom:1px solid var(--line);font-weight:400}td:last-child{padding-right:0}
.sums td,.sums th[scope=row]~td{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.total>*{font-weight:700;font-size:1.125rem;border:0}
dl{margin:1rem 0;font-size:.875rem}dl div{display:grid;grid-template-columns:minmax(11.5rem,2fr) 3fr;gap:.5rem;border-bottom:1px solid var(--line);padding:.25rem 0}dd{margin:0;min-height:1.5em}
label{display:block;margin:.75rem 0}input:not([type=radio],[type=checkbox]),select{display:block;width:100%;font:inherit;padding:.5rem;min-height:2.75rem;border:1px solid light-dark(#7d8794,#7d8794);border-radius:8px;background:transparent;color:inherit}option{background:light-dark(#fff,#181c22)}input[type=radio],input[type=checkbox]{width:1.25rem;height:1.25rem;margin:0 .5rem 0 0;vertical-align:-.2em}
fieldset{border:1px solid var(--line);border-radius:8px;margin:1rem 0;padding:0 1rem}.row{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:0 1rem;align-items:end}
button{font:inherit;min-height:2.75rem;padding:.5rem 1rem;border:1px solid var(--act);border-radius:8px;background:transparent;color:var(--act);cursor:pointer}button.first{display:block;width:100%;background:light-dark(#0b63b5,#7db8f5);color:light-dark(#fff,#0f1216);font-weight:700;margin:1rem 0 .75rem}.acts{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0}
a{color:var(--act)}:focus-visible{outline:3px solid var(--act);outline-offset:2px}[role=alert],[role=status]{padding:.75rem 1rem;border-radius:8px;background:light-dark(#fdecec,#3a1c1e)}[role=status]{background:light-dark(#e6f4ec,#15301f)}summary{cursor:pointer;padding:.5rem 0}`;

/** The style of all pages. */
export const STYLE_ROUTE: Route = ['GET', '/okpay.css', async () => new Response(STYLE, { headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' } })];
