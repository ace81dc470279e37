import { html, type TemplateResult } from 'lit';
import type { PaymentLife } from '../payment-life.ts';
import { errorOf } from './fields.ts';

/** The amounts that are on offer, one of which is to be chosen. */
export function choice(life: PaymentLife): TemplateResult {
  const { creation, host, states } = life;
  const { invalid, line } = errorOf(life, 'amounts');
  const choosing = ({ target }: Event) => {
    creation.type('amounts', (target as HTMLInputElement).value);
    host.requestUpdate();
  };
  return html`
    <fieldset part="field" role="radiogroup" aria-invalid=${invalid} aria-describedby="amounts-error" @change=${choosing}>
      <legend>${states.amount}</legend>
      <div class="choices">
        ${host.choices.map(
          (amount) => html`
            <label class="box"><input type="radio" name="amounts" value=${amount} .checked=${creation.value('amounts') === amount} /><b>${life.money(amount)}</b></label>
          `,
        )}
      </div>
      ${line}
    </fieldset>
  `;
}
