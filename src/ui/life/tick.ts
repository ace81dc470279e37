import { html, type TemplateResult } from 'lit';
import type { PaymentLife } from '../payment-life.ts';
import { errorOf } from './fields.ts';

/** The terms, to be accepted: never ticked for anybody. */
export function tick(life: PaymentLife): TemplateResult {
  const { creation, host, links, states } = life;
  const { invalid, line } = errorOf(life, 'terms');
  const [before, name, after] = states.terms ?? ['', '', ''];
  const href = links.written('terms-url');
  const ticking = ({ target }: Event) => {
    creation.type('terms', (target as HTMLInputElement).checked ? new Date(Date.now()).toISOString() : '');
    host.requestUpdate();
  };
  // A tab of its own, so that what was chosen here stays.
  return html`
    <p part="field">
      <span class="tick">
        <input id="terms" type="checkbox" aria-invalid=${invalid} aria-describedby="terms-error" .checked=${Boolean(creation.value('terms'))} @change=${ticking} />
        <label for="terms">${before}${href ? html`<a href=${href} target="_blank" rel="noopener">${name}</a>` : name}${after}</label>
      </span>
      ${line}
    </p>
  `;
}
