import { html, nothing, type TemplateResult } from 'lit';
import type { PaymentLife } from '../payment-life.ts';

/** A list of which one is to be chosen, none before the shopper has. */
export function select(life: PaymentLife, name: 'payType' | 'bankCode'): TemplateResult {
  const { creation, host, states } = life;
  const { invalid, line } = creation.errorOf(name);
  const [label, hint] = states[name] ?? [];
  const chosen = creation.value(name);
  const choosing = ({ target }: Event) => {
    creation.type(name, (target as HTMLSelectElement).value);
    host.requestUpdate();
  };
  return html`
    <p part="field">
      <label for=${name}>${label}</label>
      <span class="box">
        <select id=${name} name=${name} aria-invalid=${invalid} aria-describedby="${name}-error ${name}-hint" @change=${choosing}>
          <option value="" .selected=${!chosen}>${states.choose}</option>
          ${host.options?.(name).map((option) => html`<option value=${option.code} .selected=${chosen === option.code}>${option.name}</option>`)}
        </select>
      </span>
      ${line}
      <span id="${name}-hint" class="hint">${hint ?? nothing}</span>
    </p>
  `;
}
