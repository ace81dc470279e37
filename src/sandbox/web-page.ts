/** The pages that somebody plays in a browser without a script. */

/** What a page says, and the buttons below it. */
export interface Played {
  /** Who shows it, such as `Octopus`. */
  readonly who: string;
  /** What is paid. */
  readonly said: string;
  /** Markup of its own: nothing in it may come from elsewhere unescaped. */
  readonly more?: string;
  /** Where the buttons lead, as a query without `act`. */
  readonly query?: Readonly<Record<string, string>>;
  /** What stands on each button, by the `act` that it posts. */
  readonly buttons: Readonly<Record<string, string>>;
}

/** A page that asks again every two seconds: whoever is done elsewhere is sent on here, too. */
export function webPage({ who, said, more = '', query = {}, buttons }: Played): Response {
  const forms = Object.entries(buttons).map(([act, text]) => `<form method="post" action="?${escaped(String(new URLSearchParams({ ...query, act })))}"><button>${text}</button></form>`);
  const html = [
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${who} (sandbox)</title><h1>${who} (sandbox)</h1><p>No money moves here.</p><p>${escaped(said)}</p>${more}${forms.join('')}`,
  ].join('');
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', Refresh: '2', 'Content-Security-Policy': "default-src 'none'; base-uri 'none'" };
  return new Response(html, { headers });
}

/** Sends whoever looks at a page on to this address. */
export const sendOn = (location: string): Response => new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } });

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in markup. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
