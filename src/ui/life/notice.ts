import { html, type TemplateResult } from 'lit';
import type { Saying } from '../../locales/en/states.ts';
import { icon } from '../icons.ts';
import { ALERT } from './state-icons.ts';

/** A title and what to do, on the colour of its meaning. */
export const notice = (tone: 'warning', [title, text]: Saying, path = ALERT): TemplateResult =>
  html`<p class="notice ${tone}">${icon(path)}<b>${title}</b><span>${text}</span></p>`;
