import { html, nothing, type TemplateResult } from 'lit';
import type { Status } from '../../formats/payment.ts';
import { isAmount } from '../../formats/payment-answer.ts';
import type { Problem, ProblemCode } from '../../formats/problem.ts';
import type { SafeUrl } from '../../formats/safe-url.ts';
import type { Saying } from '../../locales/en/states.ts';
import { icon } from '../icons.ts';
import type { PaymentLife } from '../payment-life.ts';
import { form } from './form.ts';
import { createNotice } from './notice.ts';
import { trouble, waitingLines } from './waiting.ts';
import { ALERT, BACK, BAN, CHECK, CLOCK, CROSS, RING } from './state-icons.ts';

type Phase = (life: PaymentLife) => TemplateResult;
/** The colour that means something; what goes back turns with the direction of reading. */
type Tone = 'success' | 'danger' | 'info' | 'info turns' | 'quiet';

/** What stands where the code stood, below or beside its words: a sign and the acts. */
interface Result {
  readonly tone: Tone;
  readonly sign: string;
  readonly facts?: TemplateResult | typeof nothing;
  readonly acts?: readonly (TemplateResult | undefined)[];
}

/** One row per status word: what has happened and what to do, where the state is not one of waiting. */
const SAYINGS: Record<Status, ((life: PaymentLife) => Saying | undefined) | undefined> = {
  idle: undefined,
  creating: undefined,
  pending: ({ states }) => states.returned,
  processing: ({ states }) => states.processing,
  paid: ({ states, payee, host }) => states.paid(apart(payee), host.payment.late ?? false),
  refunded: ({ states, amountText }) => states.refunded(amountText),
  failed: (life) => over(life, life.states.failed),
  expired: ({ states }) => states.expired,
  canceled: (life) => over(life, life.states.canceled),
};

/** One row per status word: what stands in the frame when no code does. */
const PHASES: Record<Status, Phase> = {
  idle: (life) => (life.host.createUrl ? form(life) : blank()),
  creating: (life) => blank(html`<p part="status">${icon(RING)}<b>${life.states.creating}</b></p>`),
  pending: (life) => (life.host.returned ? result(life, { tone: 'info', sign: RING, facts: trouble(life), acts: [notPaid(life), askShop(life)] }) : blank()),
  processing: (life) => result(life, { tone: 'info', sign: RING }),
  paid: (life) =>
    result(life, { tone: 'success', sign: CHECK, facts: facts(life, life.states.received), acts: [link(life.links.success, life.states.backToShop)] }),
  refunded: (life) => result(life, { tone: 'info turns', sign: BACK, facts: facts(life, life.states.refundedOn) }),
  failed: (life) => result(life, { tone: 'danger', sign: CROSS, acts: [anew(life, life.states.getNewCode), askShop(life)] }),
  expired: (life) => result(life, { tone: 'quiet', sign: CLOCK, acts: [anew(life, life.states.getNewCode), askShop(life)] }),
  canceled: (life) => result(life, { tone: 'quiet', sign: BAN, acts: [anew(life, life.states.again)] }),
};

/** The problems that a shopper is told of, each in its words; the others concern the page alone. */
const PROBLEMS: Partial<Record<ProblemCode, (life: PaymentLife, problem: Problem) => Saying>> = {
  'invalid-code': (life) => life.states.invalidCode,
  mismatch: (life, { value = '' }) => life.states.mismatch(life.money(value), life.money(life.host.payment.amount ?? life.host.amount)),
  'not-found': (life) => life.states.notFound,
  'invalid-attribute': (life, { field, value = '' }) => (field === 'amount' && isAmount(value) && life.states.wrongAmount?.(life.money(value))) || life.states.unusable,
};

/** What stands in the frame at this moment. */
export function phase(life: PaymentLife): TemplateResult {
  if (life.problem) return problem(life, life.problem);
  return life.withheld && !life.host.returned ? blank(waitingLines(life)) : PHASES[life.host.status](life);
}

/** A name that is read from the right, kept from turning the sentence around it. */
const apart = (name: string): string => (/[\u0590-\u08ff\ufb1d-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name);

/** What has happened and what to do; a problem goes before what is known of the payment. Undefined while something is waited for. */
export function sayingOf(life: PaymentLife): Saying | undefined {
  const { problem } = life;
  return problem ? (PROBLEMS[problem.code]?.(life, problem) ?? life.states.unusable) : SAYINGS[life.host.status]?.(life);
}

/** Another try can be had. */
const renews = ({ host }: PaymentLife): boolean => Boolean(host.createUrl) || host.returned === true;

/** A new code is named as the way on only where one can be had. */
const over = (life: PaymentLife, saying: Saying): Saying => (renews(life) ? saying : [saying[0], life.states.noNewCode]);

function problem(life: PaymentLife, what: Problem): TemplateResult {
  const again = what.code === 'not-found' ? act(life.states.checkAgain, () => life.host.refresh()) : undefined;
  return result(life, { tone: 'danger', sign: ALERT, acts: [again, askShop(life)], facts: html`<small>${what.code}</small>` });
}

function result(life: PaymentLife, { tone, sign, facts, acts = [] }: Result): TemplateResult {
  const { message, status } = life.host.payment;
  const [title, text] = sayingOf(life) ?? [];
  return html`
    <div part="result" class="rest">
      <span part="seal" class=${tone}>${icon(sign)}</span>
      <h2>${title}</h2>
      <p>${text}</p>
      ${message ? html`<p>${String(message)}</p>` : nothing}
      ${createNotice(life)}${facts ?? nothing}${acts.map((each) => each ?? nothing)}
    </div>
    ${status === 'failed' ? html`<p class="aloud" role="alert">${life.speech.alarm}</p>` : nothing}
    ${acts.length ? nothing : life.actions()}
  `;
}

/** The shape of what is to come, standing still. */
const blank = (line?: TemplateResult): TemplateResult => html`<div class="rest blank"><i></i><i></i>${line ?? nothing}</div>`;

function facts(life: PaymentLife, when: string): TemplateResult {
  const { payment } = life.host;
  // Where the end was not seen from here, nobody knows when it was.
  const { settledAt } = life.watch;
  const reference = payment.reference || life.host.reference;
  const row = (label: string, value: string) => (value ? html`<div><dt>${label}</dt><dd>${String(value)}</dd></div>` : nothing);
  return html`<dl>${row(when, settledAt ? life.moment(settledAt) : '')}${row(life.states.orderLabel, reference)}</dl>`;
}

const act = (words: string, press: () => unknown, shape = 'main'): TemplateResult => html`<button part="button" class=${shape} @click=${press}>${words}</button>`;

const anew = (life: PaymentLife, words = '', shape?: string) => (renews(life) ? act(words, () => life.host.regenerate(), shape) : undefined);

/** Whoever is back without having paid is not kept waiting; but not before the server has said that it waits, so that nobody pays twice. */
const notPaid = (life: PaymentLife) => (life.watch.waited ? anew(life, life.states.notPaid, 'plain') : undefined);

const link = (href: SafeUrl | undefined, words: string, shape = 'outlined') =>
  href ? html`<a part="button" class=${shape} href=${href}>${words}</a>` : undefined;

const askShop = (life: PaymentLife) => link(life.links.help, life.states.askShop, life.problem ? 'outlined' : 'plain');
