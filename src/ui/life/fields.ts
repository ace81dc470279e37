import { html, nothing, type TemplateResult } from 'lit';
import { cpfDigits, formatCpf, isCpf } from '../../formats/cpf.ts';
import { typedAmount } from '../../formats/money.ts';
import { icon } from '../icons.ts';
import type { Field } from '../offer.ts';
import type { PaymentElement } from '../payment-element.ts';
import type { PaymentLife } from '../payment-life.ts';
import type { TagStates } from '../words.ts';
import { choice } from './choice.ts';
import { ALERT } from './state-icons.ts';
import { tick } from './tick.ts';

/** One thing that a shopper is asked for before a payment is created. */
interface Kind {
  /** The field of the create JSON that it fills. */
  readonly names: string;
  /** What the page gives, as it would be typed. */
  given(host: PaymentElement): string;
  /** What the create JSON says for it; undefined for what it may not be. */
  says(value: string, host: PaymentElement): Record<string, unknown> | undefined;
  wrong(states: TagStates): string;
  row(life: PaymentLife): TemplateResult;
}

/** One row per field. */
export const FIELDS: Record<Field, Kind> = {
  amount: {
    names: 'amount',
    given: ({ amount, words }) => amount.replace('.', words.money.decimal),
    says: (value, { paidIn }) => paid(typedAmount(value, paidIn)),
    wrong: ({ amountWrong }) => amountWrong,
    row: (life) => typed(life, 'amount'),
  },
  amounts: {
    names: 'amount',
    given: ({ amount }) => amount,
    // Never what nobody sees chosen: an amount of the page's that is not on offer, or one that no longer is.
    says: (value, { choices }) => (choices.includes(value) ? paid(value) : undefined),
    wrong: ({ amountMissing = '' }) => amountMissing,
    row: choice,
  },
  cpf: {
    names: 'cpf',
    given: ({ payer }) => formatCpf(`${payer?.cpf ?? ''}`),
    says: (value) => (isCpf(value) ? { payer: { cpf: cpfDigits(value) } } : undefined),
    wrong: ({ cpfWrong }) => cpfWrong,
    row: (life) => typed(life, 'cpf'),
  },
  terms: {
    names: 'termsAcceptedAt',
    given: () => '',
    // When the box was ticked.
    says: (value) => (value ? { termsAcceptedAt: value } : undefined),
    wrong: ({ termsMissing = '' }) => termsMissing,
    row: tick,
  },
};

function paid(amount: string | undefined): { amount: string } | undefined {
  return amount && /[1-9]/.test(amount) ? { amount } : undefined;
}

function typed(life: PaymentLife, name: 'amount' | 'cpf'): TemplateResult {
  const { creation, states } = life;
  const { invalid, line } = errorOf(life, name);
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
          aria-invalid=${invalid}
          aria-describedby="${name}-error ${name}-hint"
          .value=${creation.value(name)}
          @input=${typing}
          @blur=${leaving}
        />
      </span>
      ${line}
      <span id="${name}-hint" class="hint">${name === 'cpf' ? states.cpfHint : nothing}</span>
    </p>
  `;
}

/** What is wrong with a field: for its `aria-invalid`, and as the line below it. */
export function errorOf({ creation, states }: PaymentLife, name: Field): { invalid: 'true' | 'false'; line: TemplateResult } {
  const error = creation.form.errors[name]?.(states);
  return {
    invalid: error ? 'true' : 'false',
    line: html`<span id="${name}-error" class="error">${error ? html`${icon(ALERT)}<span>${error}</span>` : nothing}</span>`,
  };
}
