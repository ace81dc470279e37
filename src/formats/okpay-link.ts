import type { OkpayFields } from './okpay-fields.ts';

/** Where a form goes, and what stands on the button or link, in the shopper's language. */
export interface OkpayTarget {
  /** An `https:` address, such as `https://www.okpay.com/process.html`. */
  readonly action: string;
  readonly label: string;
}

/** The payment as an address: UTF-8, spaces as `+`, behind whatever query the action has. */
export function okpayUrl(fields: OkpayFields, action: string): string {
  const url = new URL(action);
  for (const [name, value] of fields) url.searchParams.append(name, value);
  return url.href;
}

/** The payment as HTML to paste into a page: a form that works without a script. */
export function okpayFormHtml(fields: OkpayFields, { action, label }: OkpayTarget): string {
  const inputs = fields.map(([name, value]) => `  <input type="hidden" name="${escaped(name)}" value="${escaped(value)}">\n`);
  return `<form method="post" action="${escaped(action)}">\n${inputs.join('')}  <button>${escaped(label)}</button>\n</form>`;
}

/** The payment as HTML to paste where forms are stripped, such as an e-mail: a link. */
export const okpayLinkHtml = (fields: OkpayFields, { action, label }: OkpayTarget): string =>
  `<a href="${escaped(okpayUrl(fields, action))}">${escaped(label)}</a>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML, between tags and in attributes. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
