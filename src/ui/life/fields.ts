import { html, nothing, type TemplateResult } from 'lit';
import { cpfDigits, formatCpf, isCpf } from '../../formats/cpf.ts';
import { typedAmount } from '../../formats/money.ts';
import { icon } from '../icons.ts';
import type { Field, PayerField } from '../offer.ts';
import type { PaymentElement } from '../payment-element.ts';
import type { PaymentLife } from '../payment-life.ts';
import type { TagStates } from '../words.ts';
import { choice } from './choice.ts';
import { ALERT } from './state-icons.ts';
import { tick } from './tick.ts';

/** A part of the create JSON. */
export interface Said extends Record<string, unknown> {
  readonly payer?: object;
}

/** One thing that a shopper is asked for before a payment is created. */
export interface Kind {
  /** The field of the create JSON that it fills. */
  readonly names: string;
  /** What the page gives, as it would be typed. */
  given(host: PaymentElement): string;
  /** What the create JSON says for it; undefined for what it may not be. */
  says(value: string, host: PaymentElement): Said | undefined;
  wrong(states: TagStates): string;
  /** The page's `payer` gives it. */
  readonly payers?: true;
  row(life: PaymentLife): TemplateResult;
}

/** What is wrong with a field: whether anything is, and the line that says it. */
export interface FieldError {
  readonly invalid: 'true' | 'false';
  readonly line: TemplateResult;
}

/** How a field is typed into. */
export interface Typing {
  readonly inputmode: 'decimal' | 'email' | 'numeric' | 'tel' | 'text';
  /** What browsers fill in by themselves. */
  readonly autocomplete?: string;
  label(states: TagStates): string;
  hint?(states: TagStates): string;
  /** What stands before the text. */
  before?(life: PaymentLife): string;
  /** The text as it stands there once it was left. */
  written?(text: string): string;
}

/** How the tag's currency is written beside an amount. */
const currencySymbol = ({ host: { paidIn, words } }: PaymentLife): string => words.money.texts[paidIn]?.replace('#', '').trim() ?? paidIn;

const AMOUNT: Typing = { inputmode: 'decimal', label: ({ amount }) => amount, before: currencySymbol };
const CPF: Typing = { inputmode: 'numeric', label: ({ cpf }) => cpf, hint: ({ cpfHint }) => cpfHint, written: formatCpf };

/** One row per field, but for those that only some countries want: `payer-fields.ts` has them, which the tags that ask for them fetch. */
export const FIELDS: Omit<Record<Field, Kind>, PayerField> = {
  amount: {
    names: 'amount',
    given: ({ amount, words }) => amount.replace('.', words.money.decimal),
    says: (value, { paidIn }) => paid(typedAmount(value, paidIn)),
    wrong: ({ amountWrong }) => amountWrong,
    row: (life) => typed(life, 'amount', AMOUNT),
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
    payers: true,
    given: ({ payer }) => formatCpf(`${payer?.cpf ?? ''}`),
    says: (value) => (isCpf(value) ? { payer: { cpf: cpfDigits(value) } } : undefined),
    wrong: ({ cpfWrong }) => cpfWrong,
    row: (life) => typed(life, 'cpf', CPF),
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

/** A field to type into, with its label, what is wrong with it, and what to know of it. */
export function typed(life: PaymentLife, name: Field, { inputmode, autocomplete = 'off', label, hint, before, written }: Typing): TemplateResult {
  const { creation, states } = life;
  const { invalid, line } = errorOf(life, name);
  const typing = ({ target }: Event) => {
    creation.type(name, (target as HTMLInputElement).value);
    life.host.requestUpdate();
  };
  const leaving = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    if (written) creation.type(name, (input.value = written(input.value)));
  };
  return html`
    <p part="field">
      <label for=${name}>${label(states)}</label>
      <span class="box">
        ${before ? html`<bdi aria-hidden="true">${before(life)}</bdi>` : nothing}
        <input
          id=${name}
          name=${name}
          inputmode=${inputmode}
          autocomplete=${autocomplete}
          dir=${inputmode === 'text' ? 'auto' : 'ltr'}
          aria-invalid=${invalid}
          aria-describedby="${name}-error ${name}-hint"
          .value=${creation.value(name)}
          @input=${typing}
          @blur=${leaving}
        />
      </span>
      ${line}
      <span id="${name}-hint" class="hint">${hint ? hint(states) : nothing}</span>
    </p>
  `;
}

/** What is wrong with a field: for its `aria-invalid`, and as the line below it. */
export function errorOf({ creation, states }: PaymentLife, name: Field): FieldError {
  const error = creation.form.errors[name]?.(states);
  return {
    invalid: error ? 'true' : 'false',
    line: html`<span id="${name}-error" class="error">${error ? html`${icon(ALERT)}<span>${error}</span>` : nothing}</span>`,
  };
}
