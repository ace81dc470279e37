import { html, nothing, type TemplateResult } from 'lit';
import type { Saying } from '../../locales/en/states.ts';
import { icon, WAIT } from '../icons.ts';
import type { PaymentLife } from '../payment-life.ts';
import { createNotice, notice } from './notice.ts';
import { ALERT, CLOCK, OFFLINE, RING } from './state-icons.ts';

/** The status line while a code can be paid: trouble on the network above it, the clock at its end. */
export function waitingLines(life: PaymentLife): TemplateResult {
  return html`<div class="lines">${createNotice(life)}${trouble(life)}${line(life)}</div>`;
}

function line(life: PaymentLife): TemplateResult {
  const { states, host } = life;
  if (life.timeUp) return html`<p part="status" class="warning">${icon(RING)}<b>${states.timeUp}</b></p>`;
  if (life.watch.doubt) return html`<p part="status">${icon(RING)}<b>${states.checking}</b></p>`;
  if (!life.hurrying) return html`<p part="status">${icon(WAIT)}<span class="fit"><b>${host.words.waiting}</b>${clock(life)}</span></p>`;
  const hint = host.createUrl ? html`<span>${states.hurryHint}</span>` : nothing;
  return html`<p part="status" class="warning hinted">${icon(CLOCK)}<span class="fit"><b>${states.hurry}</b>${clock(life)}${hint}</span></p>`;
}

const clock = (life: PaymentLife) =>
  life.watch.countdown.leftMs === undefined ? nothing : html`<span part="clock" role="timer">${life.clockText}</span>`;

function trouble(life: PaymentLife): TemplateResult | typeof nothing {
  const { states, watch } = life;
  if (!watch.trouble) return nothing;
  const offline = !navigator.onLine;
  const [title, text]: Saying = offline ? states.offline : states.trouble;
  // That the code still works is only true while the known deadline lies ahead.
  const works = (watch.countdown.leftMs ?? 0) > 0 ? `${states.stillWorks} ` : '';
  return notice([title, works + text], offline ? OFFLINE : ALERT);
}
