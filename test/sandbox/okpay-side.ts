import { readFileSync } from 'node:fs';
import { createOkpaySandbox, type OkpaySandboxOptions, type OkpayWallet } from '../../src/sandbox.ts';

export const OKPAY_BASE = 'https://okpay.example/play';
export const SHOP: OkpayWallet = {
  ...{ id: 'OK702746927', email: 'merchant@example.com', accountId: '123456789', name: 'Example Shop' },
  ...{ ipnUrl: 'https://shop.example/ipn', returnSuccess: 'https://shop.example/thanks?a=1', returnFail: 'https://shop.example/back' },
};
/** The smallest form of the document. */
export const POSTER = { ok_receiver: SHOP.id, ok_item_1_name: 'OKPAY Poster', ok_item_1_price: '100', ok_currency: 'USD' } as const;

const { vectors } = JSON.parse(readFileSync(new URL('../vectors/ipn.json', import.meta.url), 'utf8')) as { vectors: { id: string; rawBody: string }[] };
export const rawBody = (id: string): string => vectors.find((vector) => vector.id === id)!.rawBody;

/** OKPAY's side with a clock that a test moves, ids from 1000001, and a shop that answers what `answer` says. */
export function openOkpay(options: Partial<OkpaySandboxOptions> = {}) {
  const side = { time: Date.UTC(2012, 4, 6, 7, 8, 9), answer: () => new Response('ok') as Response | Promise<Response> };
  const arrived: { readonly url: string; readonly body: string; readonly redirect: string }[] = [];
  let last = 1000000;
  const sandbox = createOkpaySandbox({
    ...{ baseUrl: OKPAY_BASE, wallets: [SHOP] },
    now: () => new Date(side.time),
    newId: () => String(++last),
    fetch: async (request) => {
      arrived.push({ url: request.url, body: await request.text(), redirect: request.redirect });
      return side.answer();
    },
    ...options,
  });
  const get = (path: string) => sandbox.handle(new Request(`${OKPAY_BASE}/${path}`));
  const post = (path: string, fields: Record<string, string> | readonly (readonly [string, string])[] | string) =>
    sandbox.handle(new Request(`${OKPAY_BASE}/${path}`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: typeof fields === 'string' ? fields : String(new URLSearchParams(fields as Record<string, string>)) }));
  const verify = async (body: string) => (await post('ipn-verify.html', body)).text();
  /** Opens the checkout page of a form, and presses a button on it. */
  const press = async (fields: Record<string, string>, act: string, typed: Record<string, string> = {}) => post(formOf(await (await post('process.html', fields)).text()), { ...typed, act });
  return { sandbox, side, arrived, get, post, verify, press };
}

/** Where the form of a checkout page leads. */
export const formOf = (html: string): string => /action="(pay\?order=\d+)"/.exec(html)![1]!;

/** The names and values in the lists of a page. */
export const listed = (html: string): [string, string][] => [...html.matchAll(/<dt>([^<]*)<\/dt><dd>([^<]*)<\/dd>/g)].map(([, name, value]) => [unescaped(name!), unescaped(value!)]);

const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
export const unescaped = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => SIGNS[entity]!);

/** What stands in a page, without its markup. */
export const textOf = (html: string): string => unescaped(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
