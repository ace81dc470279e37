import type { CSSResult, PropertyValues, TemplateResult } from 'lit';
import { STATUSES, type Method, type Payment, type Status } from '../formats/payment.ts';
import { Problem } from '../formats/problem.ts';
import { languageOf } from '../language.ts';
import type { Besides } from './life/besides.ts';
import type { Field, Offer, Option, PictureFormat } from './offer.ts';
import { PaymentAttributes } from './payment-attributes.ts';
import { PaymentController } from './payment-controller.ts';
import type { PaymentLife } from './payment-life.ts';
import { panel } from './payment-panel.ts';
import { codeStyles } from './styles/code.ts';
import { ticketStyles } from './styles/ticket.ts';
import { follow, overlaid, type TagStates, type TagWords, type Words } from './words.ts';

/** A file that could not be fetched is tried again after so long. */
export const AGAIN_MS = 5_000;

/** What every tag shares, and nothing else: its attributes, its methods, and how it comes to life. */
export abstract class PaymentElement extends PaymentAttributes {
  static override styles: CSSResult[] = [ticketStyles, codeStyles];

  /** The words of the tag by language, as far as the first picture needs them. */
  static readonly words: Words<TagWords>;
  /** All words of the tag by language. */
  static readonly states: Words<TagStates>;
  /** @internal What this tag does, and others do not, after its first picture. */
  static readonly besides?: () => Promise<Besides>;

  static {
    // Accessors of our own; Lit keeps what a page has set before the tag was defined, and tells when the attribute is written.
    this.createProperty('payment', { attribute: false, noAccessor: true });
    this.createProperty('status', { attribute: 'status', noAccessor: true });
  }

  /** @internal What is fetched after the first picture: clock, polling, copying, forms and results. */
  life: PaymentLife | undefined;

  /** @internal The words of the tag in the language of its place in the page, with the page's own over them; the last known while others are fetched. */
  words!: TagWords;
  /** @internal */
  states!: TagStates;

  /** @internal What is said, before the page's own texts are laid over it. */
  declare spoken?: TagWords;

  /** @internal The text of the live region. */
  readonly aloud = new Text();

  readonly #tag = this.constructor as typeof PaymentElement;
  readonly #internals = this.attachInternals();
  readonly #payments = new PaymentController(this);
  #starting: Promise<PaymentLife | undefined> | undefined;

  /** How this tag's payments are paid. */
  abstract readonly method: Method;

  /** @internal The drawing before the heading: a path of 22 units. */
  abstract readonly mark: string;

  /** @internal The fields that the shopper fills in before a payment is created. */
  get asked(): readonly Field[] {
    return [];
  }

  /** @internal What a field offers to choose from. */
  options?(field: Field): readonly Option[];

  /** @internal What else a payment is asked for with, by the names of the create JSON. */
  wish?(): Readonly<Record<string, string>>;

  /** @internal It is paid by leaving for an app, before which nothing is waited for; `inside`: the page is in another app already, which may open none. */
  opensApp?(): 'open' | 'inside' | undefined;

  /** @internal The shopper is back from where it is paid: nothing can be paid here, no time runs out, and another try is the page's own. */
  declare readonly returned?: true;

  /** @internal What is wrong in the tag's own attributes, and does not change what may be paid. */
  mistakes?(): readonly Problem[];

  /** @internal The amounts among which the shopper chooses. */
  get choices(): readonly string[] {
    return [];
  }

  /** @internal ISO 4217 of what is paid. */
  get paidIn(): string {
    return this.payment.currency || this.currency;
  }

  /** @internal A form asks for the amount at this moment. */
  get asking(): boolean {
    return this.status === 'idle' && this.asked.some((field) => field.startsWith('amount'));
  }

  /** @internal What the attributes ask to be paid, as the part of a payment's JSON that says it; undefined where they ask for nothing. */
  abstract given(): Partial<Payment> | undefined;

  /** @internal What may be paid of a payment now; throws a Problem for what must not be shown. The same for the same payment and attributes. */
  abstract read(payment: Payment): Offer | undefined;

  /** @internal What stands in the frame while the code can be paid. */
  abstract body(offer: Offer): TemplateResult | undefined;

  /** Defines the tag, one that stands in the page once the words for its place are here; a tag that is taken already is left alone. */
  static async define(tag: string): Promise<void> {
    if (!globalThis.document) return;
    const place = document.querySelector(tag);
    if (place) await this.words.load(languageOf(place)).catch(console.error);
    if (!customElements.get(tag)) customElements.define(tag, this as unknown as CustomElementConstructor);
  }

  /** The status word, written by the tag: as this property, as attribute and as `:state(word)`. A page that writes it changes nothing. */
  get status(): Status {
    return this.#payments.state.status;
  }
  set status(word: never) {
    const { status } = this;
    if (word !== status) this.mirror(status, status);
  }

  /** The payment as last known. Set it to show one that the page has created already; news of the same one (by `id`) never takes it backwards. */
  get payment(): Payment {
    return this.#payments.state;
  }
  set payment(payment: Payment) {
    const { id } = this.payment;
    if (STATUSES.includes(payment?.status)) {
      if (id && id === payment.id) this.#payments.take(payment, 'page');
      else this.#payments.replace({ ...this.given(), ...payment }, 'page');
    } else {
      const message = `payment.status="${String(payment?.status).slice(0, 80)}": write one of ${STATUSES.join(', ')}.`;
      void this.late(async (life) => life.report(new Problem('invalid-attribute', message, { field: 'payment.status' }), false));
    }
  }

  /** @internal What may be paid now, as read from the code. */
  get offer(): Offer | undefined {
    return this.#payments.offer;
  }

  /** Asks for a payment at `create-url`. Never rejects: a refusal is shown and told by `payment-error`. */
  create(): Promise<void> {
    return this.late((life) => life.create());
  }

  /** Asks the server now, and gives the payment as then known. Never rejects. */
  async refresh(): Promise<Payment> {
    await this.late((life) => life.refresh());
    return this.payment;
  }

  /** Asks for a new code in place of one that is over. Never rejects. */
  regenerate(): Promise<void> {
    return this.create();
  }

  /** Copies the code's text; true once the browser has said that it is on the clipboard, false when it is selected instead. */
  async copy(): Promise<boolean> {
    return !!(await this.late((life) => life.copy()));
  }

  /** Prints a sheet with the code, what to do and until when. Never rejects; without a code nothing is printed. */
  print(): Promise<void> {
    return this.late((life) => life.print());
  }

  /** Saves the code as a picture on the shopper's device. Never rejects; without a code nothing is saved. */
  save(format: PictureFormat): Promise<void> {
    return this.late((life) => life.save(format));
  }

  /** Opens the device's own way to share the code's text and picture; true once it was shared, false where it was not. Never rejects. */
  async share(): Promise<boolean> {
    return !!(await this.late((life) => life.share()));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.mirror(this.status, this.status);
    // Another place may have another language.
    this.requestUpdate();
    this.life?.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A tag that is moved is back before this task is over, and loses nothing.
    queueMicrotask(() => this.isConnected || this.life?.stop());
  }

  /** @internal Writes the status word where CSS can see it. */
  mirror(before: Status, after: Status): void {
    this.#internals.states.delete(before);
    this.#internals.states.add(after);
    this.setAttribute('status', after);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('statusUrl')) this.#payments.restart();
    this.#learnWords();
    this.#payments.examine();
    this.life?.given(changed);
  }

  protected override render() {
    return this.spoken && panel(this);
  }

  protected override updated(): void {
    // The code comes first; a frame later everything that it does not need. Without a code nothing else can be shown before.
    if (this.#starting) this.life?.updated();
    else if (this.offer) requestAnimationFrame(() => setTimeout(() => this.#alive()));
    else void this.#alive();
  }

  /** @internal Does what needs the files that are fetched after the first picture; undefined where they could not be had. */
  async late<T>(act: (life: PaymentLife) => Promise<T>): Promise<T | undefined> {
    const life = await this.#alive();
    return life && act(life);
  }

  /** Takes up the language of the tag's place in the page, with the page's own texts over it. */
  #learnWords(): void {
    follow(this, this.life ? this.#tag.states : this.#tag.words);
    if (this.spoken) this.words = this.states = overlaid(this.spoken, this.messages) as TagStates;
  }

  /** What is fetched after the first picture; undefined where it could not be had, which is tried again. */
  #alive(): Promise<PaymentLife | undefined> {
    return (this.#starting ??= Promise.all([import('./payment-life.ts'), this.#tag.states.load(languageOf(this)), this.#tag.besides?.()]).then(
      ([{ PaymentLife }, words, besides]) => {
        this.spoken = words;
        this.life = new PaymentLife(this, this.#payments, besides);
        this.#learnWords();
        if (this.isConnected) this.life.start();
        this.requestUpdate();
        return this.life;
      },
      (error) => {
        console.error(error);
        this.#starting = undefined;
        setTimeout(() => this.isConnected && this.requestUpdate(), AGAIN_MS);
        return undefined;
      },
    ));
  }
}
