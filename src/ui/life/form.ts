import { html, nothing, type TemplateResult } from 'lit';
import { formatCpf } from '../../formats/cpf.ts';
import { icon } from '../icons.ts';
import type { Field } from '../offer.ts';
import type { PaymentLife } from '../payment-life.ts';
import { createNotice } from './notice.ts';
import { ALERT } from './state-icons.ts';

/** What is asked before a payment is created: the fields, an error beside each, and the button that starts it. */
export function form(life: PaymentLife): TemplateResult {
  const { states } = life;
  const submit = (event: Event) => {
    event.preventDefault();
    void life.create();
  };
  return html`
    <form class="rest" novalidate @submit=${submit}>
      ${createNotice(life)}
      ${[...new Set(life.host.asked)].map((name) => field(life, name))}
      <button part="button" class="main">${states.create}</button>
    </form>
  `;
}

function field(life: PaymentLife, name: Field): TemplateResult {
  const { creation, states } = life;
  const error = creation.form.errors[name]?.(states);
  const typing = ({ target }: Event) => {
    creation.type(name, (target as HTMLInputElement).value);
    life.host.requestUpdate();
  };
  const leaving = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    if (name === 'cpf') creation.type(name, (input.value = formatCpf(input.value)));
  };
  return html`
    <p part="field">
      <label for=${name}>${states[name]}</label>
      <span class="box">
        ${name === 'amount' ? html`<bdi aria-hidden="true">${life.currencySymbol}</bdi>` : nothing}
        <input
          id=${name}
          name=${name}
          inputmode=${name === 'cpf' ? 'numeric' : 'decimal'}
          autocomplete="off"
          dir="ltr"
          aria-invalid=${error ? 'true' : 'false'}
          aria-describedby="${name}-error ${name}-hint"
          .value=${creation.value(name)}
          @input=${typing}
          @blur=${leaving}
        />
      </span>
      <span id="${name}-error" class="error">${error ? html`${icon(ALERT)}<span>${error}</span>` : nothing}</span>
      <span id="${name}-hint" class="hint">${name === 'cpf' ? states.cpfHint : nothing}</span>
    </p>
  `;
}
