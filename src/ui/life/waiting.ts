import { html, nothing, type TemplateResult } from 'lit';
import type { Saying } from '../../locales/en/states.ts';
import { icon, WAIT } from '../icons.ts';
import type { PaymentLife } from '../payment-life.ts';
import { createNotice, notice } from './notice.ts';
import { ALERT, CLOCK, OFFLINE, RING } from './state-icons.ts';

/** What is further away than a day is told as a date where the tag shows one, and not counted. */
const COUNTED_MS = 24 * 3_600_000;

/** The status line while a code can be paid: trouble on the network above it, the clock at its end. */
export function waitingLines(life: PaymentLife): TemplateResult {
  return html`<div class="lines">${createNotice(life)}${life.app.notice()}${trouble(life)}${line(life)}</div>`;
}

/** What is waited for: the shop's word, or the bank's alone where nobody tells the page and the page has no words of its own. */
export const waitingWords = ({ watch, host, states }: PaymentLife): string =>
  watch.statusUrl || host.messages?.waiting ? host.words.waiting : states.bankTells;

function line(life: PaymentLife): TemplateResult | typeof nothing {
  const { app, states, host } = life;
  if (life.timeUp) return html`<p part="status" class="warning">${icon(RING)}<b>${states.timeUp}</b></p>`;
  if (life.watch.doubt) return html`<p part="status">${icon(RING)}<b>${states.checking}</b></p>`;
  const { hurrying } = life.lastMinutes;
  if (host.opensApp?.() && !app.waiting && !hurrying) return nothing;
  const [title, hint] = app.waiting ?? [waitingWords(life), states.meanwhile];
  if (!hurrying) return html`<p part="status">${icon(WAIT)}<span class="fit"><b>${title}</b>${clock(life)}${hint ? html`<span>${hint}</span>` : nothing}</span></p>`;
  const more = host.createUrl ? html`<span>${states.hurryHint}</span>` : nothing;
  return html`<p part="status" class="warning">${icon(CLOCK)}<span class="fit"><b>${states.hurry}</b>${clock(life)}${more}</span></p>`;
}

const clock = ({ lastMinutes, watch }: PaymentLife) =>
  (watch.countdown.leftMs ?? Infinity) > COUNTED_MS ? nothing : html`<span part="clock" role="timer">${lastMinutes.text}</span>`;

/** The trouble on the network, while there is any. */
export function trouble(life: PaymentLife): TemplateResult | typeof nothing {
  const saying = troubleSaying(life);
  return saying ? notice(saying, navigator.onLine ? ALERT : OFFLINE) : nothing;
}

/** The trouble on the network in the shopper's words, while there is any. */
export function troubleSaying({ states, watch }: PaymentLife): Saying | undefined {
  if (!watch.trouble) return undefined;
  const [title, text] = navigator.onLine ? states.trouble : states.offline;
  // That the code still works is only true while the known deadline lies ahead.
  return [title, (watch.countdown.leftMs ?? 0) > 0 ? `${states.stillWorks} ${text}` : text];
}
