import { html, type nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type Problem } from '../formats/problem.ts';
import { icon } from './icons.ts';
import { actions, paper } from './life/actions.ts';
import { sayState, sayTrouble } from './life/aloud.ts';
import { App } from './life/app.ts';
import type { Besides } from './life/besides.ts';
import { Copying } from './life/copying.ts';
import { Creation } from './life/creation.ts';
import { LastMinutes } from './life/last-minutes.ts';
import { Links } from './life/links.ts';
import { Group } from './life/group.ts';
import { phase } from './life/phases.ts';
import { Redirect } from './life/redirect.ts';
import { Reports } from './life/reports.ts';
import { FLASK } from './life/state-icons.ts';
import { onPixelRatio } from './life/pixels.ts';
import { dress } from './life/styles/dress.ts';
import { Speech } from './life/speech.ts';
import { waitingLines } from './life/waiting.ts';
import { createdBefore } from './life/resume.ts';
import { TagWatcher } from './life/tag-watcher.ts';
import { moneyText } from './money-text.ts';
import type { ModuleWidth } from './module-width.ts';
import type { DrawnOffer, Offer, PictureFormat } from './offer.ts';
import type { TillView } from './till/till.ts';
import type { PaymentController } from './payment-controller.ts';
import type { PaymentElement } from './payment-element.ts';
import { amountText, type PanelLife } from './payment-panel.ts';
import type { TagStates } from './words.ts';

/** Everything that a tag does after its first picture: it watches, counts, copies, creates, speaks, and shows every other state. */
export class PaymentLife implements PanelLife {
  readonly host: PaymentElement;
  readonly besides: Besides | undefined;
  readonly creation: Creation;
  readonly watch: TagWatcher;
  readonly copying: Copying;
  readonly speech: Speech;
  readonly links: Links;
  readonly lastMinutes: LastMinutes;
  readonly app: App;
  /** How wide the bars came out; undefined where the code is none of bars. */
  width: ModuleWidth | undefined;
  /** The view for the till, while it is open. */
  view: TillView | undefined;
  readonly #payments: PaymentController;
  readonly #redirect: Redirect;
  readonly #group: Group;
  readonly #language = new MutationObserver(() => this.host.requestUpdate());
  readonly #reports: Reports;
  #started: AbortController | undefined;
  #seen: { epoch: number; status: string; cause: unknown } | undefined;

  constructor(host: PaymentElement, payments: PaymentController, besides?: Besides) {
    this.host = host;
    this.besides = besides;
    this.#payments = payments;
    this.creation = new Creation(this, payments);
    this.watch = new TagWatcher(this, payments, (leftMs) => this.lastMinutes.tick(leftMs));
    this.lastMinutes = new LastMinutes(this, payments);
    this.copying = new Copying(this);
    this.speech = new Speech(host.aloud);
    this.links = new Links(this);
    this.app = new App(this);
    this.#redirect = new Redirect(this);
    this.#reports = new Reports(host);
    this.#group = new Group(this);
  }

  start(): void {
    // What changes inside a shadow root is heard in that root alone; a tag that was moved has others around it.
    for (let root: Node | undefined = this.host.getRootNode(); root; root = (root as ShadowRoot).host?.getRootNode()) {
      this.#language.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] });
    }
    if (this.#started) return;
    this.#started = new AbortController();
    dress(this.host);
    this.width?.watch();
    onPixelRatio(() => this.host.requestUpdate(), this.#started.signal);
    this.#resume();
    this.watch.start();
    this.#redirect.start();
  }

  stop(): void {
    this.#started?.abort();
    this.#started = undefined;
    this.#language.disconnect();
    this.watch.stop();
    this.#redirect.stop();
    this.creation.stop();
    this.copying.stop();
    this.app.stop();
    this.width?.stop();
    this.#reports.stop();
    this.view?.follow();
    this.speech.hush();
  }

  /** What was created here before a reload is shown again at once; what has become of it only the server knows. */
  #resume(): void {
    const { host } = this;
    const before = host.status === 'idle' && host.createUrl ? createdBefore(this) : undefined;
    if (before) this.#payments.replace(before, 'resume');
  }

  /** The page has changed properties: what it gives now wins over what was typed. */
  given(changed: PropertyValues<PaymentElement>): void {
    this.#group.changes();
    if (changed.has('amount')) this.creation.type('amount', undefined);
    if (changed.has('payer')) for (const field of this.host.asked) if (this.creation.kind(field).payers) this.creation.type(field, undefined);
    if (changed.has('statusUrl') || changed.has('expiresAt')) this.watch.follow();
  }

  /** The element has been drawn: takes up what has changed. */
  updated(): void {
    const { epoch, problem } = this.#payments;
    this.#reports.look(problem);
    const { status } = this.host;
    const cause = this.problem ?? this.watch.doubt;
    const seen = this.#seen;
    this.#seen = { epoch, status, cause };
    if (seen?.epoch !== epoch) this.speech.forget();
    this.view?.follow();
    this.#group.changed();
    if (seen?.epoch !== epoch || seen.status !== status) {
      this.watch.follow();
      this.#redirect.follow();
      sayState(this);
    } else if (seen.cause !== cause) sayState(this);
    sayTrouble(this);
    if (this.host.isConnected) this.besides?.drawn?.(this);
  }

  /** Tells the page, and the developer in the console, of something wrong. */
  report(problem: Problem, recoverable: boolean): void {
    this.#reports.tell(problem, recoverable);
  }

  get states(): TagStates {
    return this.host.states;
  }

  /** Why no code is shown: a problem, or it may be over, and the server is asked first. */
  get withheld(): unknown {
    const { doubt } = this.watch;
    return this.problem ?? (this.host.status === 'pending' && doubt?.status !== 'pending' ? doubt : undefined);
  }

  /** Why the payment cannot be shown: damaged, another amount, or lost track of. */
  get problem(): Problem | undefined {
    return this.#payments.problem ?? this.watch.lost;
  }

  get payee(): string {
    return this.host.offer?.payee || this.host.merchant;
  }

  get amountText(): string {
    return amountText(this.host);
  }

  /** An amount in the tag's currency as the shopper reads it. */
  money(amount: string): string {
    return moneyText(amount, this.host.paidIn, this.host.words.money);
  }

  /** A moment (ms since 1970) as the shopper reads it, by the device's time zone. */
  moment(ms: number): string {
    // In the language that is spoken, not the page's own lang: Intl throws on one that is no language tag, such as pt_BR.
    return new Intl.DateTimeFormat(this.host.spoken?.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(ms);
  }

  async refresh(): Promise<void> {
    await this.watch.refresh();
  }

  create(): Promise<void> {
    return this.creation.create();
  }

  copy(): Promise<boolean> {
    return this.copying.copy();
  }

  async print(): Promise<void> {
    await (await paper())?.print(this);
  }

  async save(format: PictureFormat): Promise<void> {
    await (await paper())?.save(this, format);
  }

  async till(): Promise<void> {
    await this.besides?.till?.(this);
  }

  async share(): Promise<boolean> {
    return (await (await paper())?.share(this)) ?? false;
  }

  phase(): TemplateResult {
    return phase(this);
  }

  statusLine(): TemplateResult {
    return waitingLines(this);
  }

  copyFace(): TemplateResult | undefined {
    return this.copying.face();
  }

  copyHint(): TemplateResult | typeof nothing {
    return this.copying.hint();
  }

  actions(): TemplateResult | typeof nothing {
    return actions(this);
  }

  ribbon(): TemplateResult {
    return html`<p part="sandbox">${icon(FLASK)}${this.states.sandbox}</p>`;
  }

  get timeUp(): boolean {
    return (this.watch.countdown.leftMs ?? Infinity) <= 0;
  }

  /** Until when it can be paid, as the shopper reads it; empty where nobody says. */
  get until(): string {
    const { deadline } = this.watch;
    return Number.isNaN(deadline) ? '' : this.moment(deadline);
  }

  /** What can be printed and saved: the code that can be paid, where one is drawn. */
  get drawn(): DrawnOffer | undefined {
    return this.kept?.symbol && (this.kept as DrawnOffer);
  }

  /** What can be shared: the code or link that can be paid, until its time is up. */
  get kept(): Offer | undefined {
    return this.host.status === 'pending' && !this.withheld && !this.timeUp ? this.host.offer : undefined;
  }
}
