import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import type { PaymentLife } from '../payment-life.ts';
import { createNotice } from './notice.ts';
import { BACK, CASH, CHECK, CLOCK } from './state-icons.ts';

/** Before each promise, in their order: what is paid with, until when, and what is not given back. */
const SIGNS = [CASH, CLOCK, BACK];

/** What is asked before a payment is created: what to know before, the fields, an error beside each, and the button that starts it. */
export function form(life: PaymentLife): TemplateResult {
  const { host, states } = life;
  const submit = (event: Event) => {
    event.preventDefault();
    void life.create();
  };
  const promises = life.besides?.promises?.(life);
  return html`
    <form class="rest" novalidate @submit=${submit}>
      ${promises ? html`<ul class="promises">${promises.map((text, at) => (text ? html`<li>${icon(SIGNS[at] ?? CHECK)}<span>${text}</span></li>` : nothing))}</ul>` : nothing}
      ${createNotice(life)}
      ${[...new Set(host.asked)].map((name) => life.creation.kind(name).row(life))}
      <button part="button" class="main">${states.create}</button>
    </form>
  `;
}
