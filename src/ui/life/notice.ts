import { html, nothing, type TemplateResult } from 'lit';
import type { Saying } from '../../locales/en/states.ts';
import { icon } from '../icons.ts';
import type { PaymentLife } from '../payment-life.ts';
import { ALERT } from './state-icons.ts';

/** A title and what to do, in the colour of hurry and trouble. */
export const notice = ([title, text]: Saying, path = ALERT): TemplateResult =>
  html`<p class="notice warning">${icon(path)}<b>${title}</b><span>${text}</span></p>`;

/** Says that no payment could be created, and why. */
export const createNotice = ({ creation: { form }, states }: PaymentLife): TemplateResult | typeof nothing => (form.notice ? notice(form.notice(states)) : nothing);
