import type { TemplateResult } from 'lit';
import { PaymentCreateEvent } from '../../act-events.ts';
import type { News, Payment, Status } from '../../formats/payment.ts';
import { readPayment } from '../../formats/payment-answer.ts';
import { Problem } from '../../formats/problem.ts';
import { safeUrl } from '../../formats/safe-url.ts';
import type { Saying } from '../../locales/en/states.ts';
import type { Field } from '../offer.ts';
import type { PaymentElement } from '../payment-element.ts';
import type { TagStates } from '../words.ts';
import type { PaymentLife } from '../payment-life.ts';
import type { PaymentController } from '../payment-controller.ts';
import { errorOf, FIELDS, typed, type FieldError, type Kind, type Said, type Typing } from './fields.ts';
import { written } from './links.ts';
import { rememberCreated } from './resume.ts';
import { ask, within, type Answer } from '../watch/request.ts';

/** Where a press may ask for a (new) payment: never while one may have been paid. */
export const RENEWABLE: Record<Status, boolean> = {
  idle: true,
  creating: false,
  pending: true,
  processing: false,
  failed: true,
  expired: true,
  canceled: true,
  paid: false,
  refunded: false,
};

/** What is wrong with a field, in the words of the moment: the page's language may change. */
type Errors = Partial<Record<Field, (states: TagStates) => string>>;

/** What the shopper has typed, and what is wrong with it: a sentence a field, and one for the whole. */
export interface Form {
  readonly typed: Partial<Record<Field, string>>;
  readonly errors: Errors;
  readonly notice: ((states: TagStates) => Saying) | undefined;
}

/** Asks the server for a payment: what was typed, one request a press, and what came of it. */
export class Creation {
  form: Form;
  readonly #life: PaymentLife;
  readonly #host: PaymentElement;
  readonly #payments: PaymentController;
  /** A press whose answer was lost or could not be read keeps its key, so that the server can tell a second try from a second payment. */
  #unanswered: { body: string; key: string } | undefined;

  #asking: AbortController | undefined;

  constructor(life: PaymentLife, payments: PaymentController) {
    this.#life = life;
    this.#host = life.host;
    this.#payments = payments;
    this.form = { typed: {}, errors: {}, notice: undefined };
  }

  /** The tag has left: what is asked for is called off. */
  stop(): void {
    this.#asking?.abort();
  }

  /** Asks for a payment, where one may be asked for, and shows what came of it. Never rejects. */
  async create(): Promise<void> {
    const { state: before, problem } = this.#payments;
    if (!RENEWABLE[before.status]) return;
    if (problem?.code === 'invalid-attribute') return this.#life.report(problem, false);
    const stop = (this.#asking = new AbortController());
    const answering = this.#run(stop.signal);
    // From here on a payment is being created; where the page sets another one meanwhile, that is not touched.
    const { epoch } = this.#payments;
    try {
      const answer = await answering;
      if (epoch !== this.#payments.epoch) return;
      if (answer) this.#created(answer);
      else if (this.#wanting && before.status !== 'idle') this.#payments.replace({ status: 'idle' }, 'create');
    } catch (error) {
      if (epoch === this.#payments.epoch) this.#notCreated(error, before, stop.signal.aborted);
    } finally {
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#sayErrors();
    }
  }

  #created(answer: Answer): void {
    const payment = this.#read(answer);
    if (payment.serverTime) this.#life.watch.clock.sync(Date.parse(payment.serverTime), answer.tookMs);
    this.#payments.take(payment, 'create');
    rememberCreated(this.#host);
  }

  /** The payment that stood here before comes back, and is asked after: it may have been paid. */
  #notCreated(error: unknown, before: Payment, calledOff: boolean): void {
    const problem = error instanceof Problem ? error : new Problem('bad-response', String(error), { cause: error });
    const { status, amount } = this.#payments.state;
    if (problem.code === 'mismatch') {
      this.#payments.replace({ status: 'idle', amount }, 'create');
      return this.#payments.refuse(problem);
    }
    if (!calledOff && problem.code !== 'refused') this.form = { ...this.form, notice: ({ createFailed }) => createFailed };
    if (status === 'creating' && (before.status === 'idle' || this.#wanting)) this.#payments.replace({ status: 'idle' }, 'create');
    else if (status === 'creating') this.#payments.restore(before);
    if (!calledOff) this.#life.report(problem, true);
  }

  /** Whether something has to be typed anew. */
  get #wanting(): boolean {
    return Object.values(this.form.errors).some(Boolean);
  }

  /** How a field is asked for. */
  kind(name: Field): Kind {
    return ({ ...FIELDS, ...this.#life.besides?.kinds } as Record<Field, Kind>)[name];
  }

  /** A row to type into, for fields of a file of their own. */
  typed(name: Field, typing: Typing): TemplateResult {
    return typed(this.#life, name, typing);
  }

  /** What is wrong with a field, for these too. */
  errorOf(name: Field): FieldError {
    return errorOf(this.#life, name);
  }

  /** What stands in a field: what was typed, else what the page gives. */
  value(field: Field): string {
    return this.form.typed[field] ?? this.kind(field).given(this.#host);
  }

  /** Notes what was typed into a field; undefined takes up again what the page gives. */
  type(field: Field, text: string | undefined): void {
    this.form = { ...this.form, typed: { ...this.form.typed, [field]: text }, errors: { ...this.form.errors, [field]: undefined } };
  }

  /** Checks the fields, then asks for a payment. Gives the news or throws a Problem; undefined when there is nothing to ask or the page said no. */
  async #run(stop: AbortSignal): Promise<Answer | undefined> {
    const { createUrl } = this.#host;
    if (!createUrl) throw new Problem('invalid-attribute', 'create-url is empty: there is nowhere to ask for a payment.', { field: 'create-url' });
    const draft = this.#draft();
    if (!draft) return undefined;
    const body = JSON.stringify(draft);
    if (this.#unanswered?.body !== body) this.#unanswered = { body, key: randomKey() };
    const request = new Request(safeUrl(createUrl, written('create-url')), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': this.#host.spoken?.lang ?? '', 'idempotency-key': this.#unanswered.key },
      body,
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
    });
    const event = new PaymentCreateEvent(this.#host.payment, request);
    if (!this.#host.dispatchEvent(event)) return undefined;
    this.form = { ...this.form, errors: {}, notice: undefined };
    const { amount } = draft;
    this.#payments.replace({ status: 'creating', ...(amount && { amount }) }, 'create');
    const { response } = event;
    return response ? within(request, stop, () => response) : ask(request, stop);
  }

  /** The payment in an answer; throws a Problem for a refusal and for what is no payment. */
  #read(answer: Answer): News {
    if (!answer.ok) throw this.#refusal(answer);
    const { parseStatus } = this.#host;
    const payment = readPayment(parseStatus ? parseStatus(answer.json) : answer.json);
    const asked = this.#payments.state.amount;
    if (asked && payment.amount && asked !== payment.amount) {
      const message = `create-url answered amount "${payment.amount}" where "${asked}" was asked for: nothing is drawn.`;
      throw new Problem('mismatch', message, { field: 'amount', value: payment.amount });
    }
    const { links } = this.#life;
    const rules = { ...links.answered(answer.url), schemes: [] };
    // Without its status nobody would ever say that it was paid: such a payment is not shown. Without its events it is asked for.
    const statusUrl = payment.statusUrl && safeUrl(payment.statusUrl, { ...rules, field: 'statusUrl' });
    const eventsUrl = links.named('eventsUrl', payment.eventsUrl, rules);
    this.#unanswered = undefined;
    return { ...payment, statusUrl, eventsUrl };
  }

  #draft(): Record<string, unknown> & { amount?: string } | undefined {
    const { amount, asked, method, paidIn: currency, reference } = this.#host;
    const errors: Errors = {};
    let draft: Said = { method, ...(amount && { amount }), currency, ...(reference && { reference }), ...this.#host.wish?.() };
    for (const name of asked) {
      const { wrong, says } = this.kind(name);
      const said = says(this.value(name), this.#host);
      if (said) draft = { ...draft, ...said, ...(said.payer && { payer: { ...draft.payer, ...said.payer } }) };
      else errors[name] = wrong;
    }
    this.form = { ...this.form, errors };
    return Object.keys(errors).length ? undefined : draft;
  }

  #sayErrors(): void {
    const { errors, notice } = this.form;
    const { states } = this.#host;
    const said = [...(notice?.(states) ?? []), ...Object.values(errors).map((error) => error?.(states))].filter(Boolean).join(' ');
    if (said) this.#life.speech.again(said);
  }

  /** A refusal says its sentence for the shopper, and one beside each field at fault. */
  #refusal({ status, json }: Answer): Problem {
    const { message, errors, code } = Object(json) as { message?: unknown; errors?: unknown; code?: unknown };
    const sentence = typeof message === 'string' ? message : '';
    if (status < 400 || status >= 500 || !sentence) return new Problem('bad-response', `The server answered ${status} where a payment was asked for.`);
    this.#unanswered = undefined;
    const beside: Errors = {};
    const elsewhere: string[] = [];
    for (const { field, message: text } of Array.isArray(errors) ? (errors.map(Object) as { field?: unknown; message?: unknown }[]) : []) {
      const name = this.#host.asked.find((known) => [known, this.kind(known).names].some((one) => field === one || field === `payer.${one}`));
      if (typeof text !== 'string') continue;
      if (name) beside[name] = () => text;
      else elsewhere.push(text);
    }
    // What is wrong where no field stands is said with the sentence: it may ask to look at marked fields.
    const notice = (): Saying => [sentence, [...new Set(elsewhere)].join(' ')];
    this.form = { ...this.form, errors: beside, notice: Object.keys(beside).length && !elsewhere.length ? undefined : notice };
    // Not the sentence: it is the shopper's, and may repeat what they typed.
    const field = typeof code === 'string' ? code.slice(0, 80) : String(status);
    return new Problem('refused', `The server refused the payment: ${field}.`, { field });
  }
}

/** 128 random bits; `crypto.randomUUID` exists only where the page is served securely. */
const randomKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
