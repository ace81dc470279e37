import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import type { PaymentLife } from '../payment-life.ts';
import { HELP, PRINT, RENEW, SAVE, SHARE } from './state-icons.ts';

/** No more stand side by side on a phone. */
const MOST = 4;

/** The row at the foot of the ticket: a new code in the last minutes, what keeps the code, and help. */
export function actions(life: PaymentLife): TemplateResult | typeof nothing {
  const { host, states, kept } = life;
  const help = life.links.help;
  const renews = Boolean(host.createUrl) && life.lastMinutes.hurrying && host.status === 'pending';
  const shares = kept && navigator.canShare?.({ text: kept.text });
  const helps = Boolean(help) || host.querySelector(':scope > [slot="help"]') !== null;
  const saves = kept?.symbol && !kept.fleeting;
  if (!saves && !shares && !renews && !helps) return nothing;
  // What shares is most often a phone, and those seldom have a printer.
  const prints = saves && [kept, kept, renews, shares, helps].filter(Boolean).length <= MOST;
  // Each act has a place of its own, so that none becomes another under a finger or the focus.
  return html`
    <div part="actions">
      ${renews ? act(states.newCode, RENEW, () => host.regenerate()) : nothing}
      ${saves ? act(states.save, SAVE, () => life.save('png')) : nothing}
      ${prints ? act(states.print, PRINT, () => life.print()) : nothing}
      ${shares ? act(states.share, SHARE, () => life.share()) : nothing}
      <slot name="help">${help ? html`<a part="help" href=${help}>${icon(HELP)}${states.help}</a>` : nothing}</slot>
    </div>
  `;
}

const act = (words: string, sign: string, press: () => unknown): TemplateResult =>
  html`<button part="button" @click=${press}>${icon(sign)}${words}</button>`;

/** What prints, saves and shares, fetched when it is first asked for; undefined where it could not be had. */
export const paper = (): Promise<typeof import('../paper/paper.ts') | undefined> =>
  import('../paper/paper.ts').catch((error) => void console.error(error));
