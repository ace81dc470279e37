// The stand-ins come first: what is loaded after them may keep what it finds.
import { ScriptedTime, settle, until } from './scripted-time.ts';
import '../../src/define/pix-qr.ts';
import '../../src/formats/static-code.ts';
import '../../src/locales/pt-BR/pix-qr-states.ts';
import '../../src/locales/pt-BR/pix-qr.ts';
import '../../src/ui/payment-life.ts';
import '../../src/ui/watch/stream.ts';
import { type PixQr } from '../../src/elements/pix-qr.ts';
import { type PaymentEvent } from '../../src/events.ts';
import { ScriptedServer } from './scripted-server.ts';
import { ScriptedChannels, ScriptedLocks } from '../ui/watch/scripted-tabs.ts';
import vectors from '../vectors/brcode.json' with { type: 'json' };

export { json } from './scripted-server.ts';
export { promised, settle, until } from './scripted-time.ts';

const vector = (id: string): string => vectors.valid.find((one) => one.id === id)!.payload;
/** R$ 100.99 to CAFE MANACA. */
export const CODE = vector('brv-04');
/** No amount, to CAFE MANACA: the payer types one. */
export const OPEN_CODE = vector('brv-06');
/** A dynamic code, which never says an amount, to Studio Mar. */
export const DYNAMIC_CODE = vector('brv-02');

export const STATUS_URL = '/payments/8f2c';

const EVENTS = [
  'payment-status', 'payment-paid', 'payment-failed', 'payment-expired', 'payment-canceled', 'payment-refunded', 'payment-error',
  'payment-recovered', 'payment-copy', 'payment-create', 'payment-open', 'payment-redirect',
] as const;

type Attributes = Record<string, string>;
interface Setting {
  /** `lang` of the page around the tag. */
  readonly lang?: string;
  /** Which tag; whoever asks for another than `<pix-qr>` has imported it. */
  readonly as?: string;
  /** Runs before the tag is put into the page. */
  readonly before?: (element: PixQr) => void;
  /** Where the tag is put. */
  readonly into?: (parent: HTMLElement) => Node;
}

/** The words in an element, with single blanks, also between one box and the next. */
function words(element: Element): string {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (texts.nextNode()) found.push((texts.currentNode as Text).data);
  return found.join(' ').replace(/\s+/g, ' ').trim();
}

/** One `<pix-qr>` in a page, as a shopper sees it and as the page hears it. */
export class Tag {
  /** Every event in the order in which it was sent, with the status that the element had then. */
  readonly heard: { readonly event: PaymentEvent & Record<string, unknown>; readonly type: string; readonly status: string }[] = [];
  readonly element: PixQr;

  constructor(element: PixQr) {
    this.element = element;
    for (const type of EVENTS) {
      element.addEventListener(type, (event) =>
        this.heard.push({ event: event as unknown as PaymentEvent & Record<string, unknown>, type, status: element.status }),
      );
    }
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  /** The names of the events so far; an error with its code. */
  get names(): string[] {
    return this.heard.map(({ type, event }) => (type === 'payment-error' ? `payment-error ${String(event['code'])}` : type));
  }

  /** The last event of a name; throws where there is none. */
  last(type: string): PaymentEvent & Record<string, unknown> {
    const found = this.heard.findLast((one) => one.type === type);
    if (!found) throw new Error(`no ${type} among ${this.names.join(', ')}`);
    return found.event;
  }

  count(name: string): number {
    return this.names.filter((one) => one === name).length;
  }

  part<E extends Element = HTMLElement>(name: string): E | null {
    return this.root.querySelector<E>(`[part="${name}"]`);
  }

  /** What the shopper reads in a part, or in the whole panel, with single blanks. */
  text(part = 'panel'): string {
    const found = this.part(part);
    return found ? words(found) : '';
  }

  /** The live region's text. */
  get said(): string {
    return this.root.querySelector('[role="status"]')?.textContent.trim() ?? '';
  }

  get symbol(): SVGSVGElement | null {
    return this.part<SVGSVGElement>('symbol');
  }

  /** The buttons and links that the shopper may press, by their words. */
  get acts(): string[] {
    return [...this.root.querySelectorAll('button, a')].map(words);
  }

  async press(words: string): Promise<void> {
    const act = [...this.root.querySelectorAll<HTMLElement>('button, a')].find((one) => one.textContent.includes(words));
    if (!act) throw new Error(`nothing to press says "${words}", only: ${this.acts.join(', ')}`);
    act.click();
    await settle();
  }

  async type(field: string, text: string): Promise<void> {
    const input = this.input(field);
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await settle();
  }

  input(field: string): HTMLInputElement {
    return this.root.querySelector<HTMLInputElement>(`input[name="${field}"]`)!;
  }

  async set(attributes: Record<string, string | null>): Promise<void> {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) this.element.removeAttribute(name);
      else this.element.setAttribute(name, value);
    }
    await this.element.updateComplete;
    await settle();
  }
}

/** A page of one test: its clock, its server, its console and its tags; everything is put back after it. */
export class Page {
  time = new ScriptedTime();
  server = new ScriptedServer();
  locks = new ScriptedLocks();
  channels = new ScriptedChannels();
  /** What was said with `console.error`. */
  complaints: string[] = [];
  /** The stand-in for `document.hidden`. */
  hidden = false;
  #parents: HTMLElement[] = [];
  readonly #console = console.error;
  readonly #broadcast = globalThis.BroadcastChannel;

  begin(): void {
    this.time = new ScriptedTime();
    this.server = new ScriptedServer();
    this.#scriptTabs();
    this.complaints = [];
    this.hidden = false;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => this.hidden });
    console.error = (...said: unknown[]) => this.complaints.push(said.join(' '));
    this.time.begin();
    this.server.begin();
  }

  async end(): Promise<void> {
    for (const parent of this.#parents.splice(0)) parent.remove();
    // What leaves puts down what it knows.
    await settle();
    sessionStorage.clear();
    delete (document as { hidden?: unknown }).hidden;
    delete (navigator as { locks?: unknown }).locks;
    globalThis.BroadcastChannel = this.#broadcast;
    console.error = this.#console;
    this.server.end();
    this.time.end();
  }

  /** Other tabs of the browser are scripted too: real ones take real time. */
  #scriptTabs(): void {
    const locks = (this.locks = new ScriptedLocks());
    const channels = (this.channels = new ScriptedChannels());
    Object.defineProperty(navigator, 'locks', { configurable: true, get: () => locks });
    globalThis.BroadcastChannel = class {
      constructor(name: string) {
        return channels.channel(name);
      }
    } as unknown as typeof BroadcastChannel;
  }

  /** Puts a tag into the page and waits until everything that comes after its first picture is there. */
  async tag(attributes: Attributes, { lang = 'en', as = 'pix-qr', before, into }: Setting = {}): Promise<Tag> {
    const parent = document.createElement('div');
    parent.lang = lang;
    this.#parents.push(parent);
    document.body.append(parent);
    const element = document.createElement(as) as PixQr;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    before?.(element);
    const tag = new Tag(element);
    (into?.(parent) ?? parent).appendChild(element);
    await this.arrived(tag);
    return tag;
  }

  /** Waits for the words after the first picture; takes no scripted time. */
  async arrived(tag: Tag): Promise<void> {
    await tag.element.updateComplete;
    await this.time.advance(0);
    await until('the rest of the tag', () => tag.said || tag.root.querySelector('[part="result"], form, .blank'));
    await settle();
  }

  async show(hidden: boolean): Promise<void> {
    this.hidden = hidden;
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
  }
}

/** A page for every test of a file. */
export function pageOfEachTest(): Page {
  const page = new Page();
  before(() => customElements.whenDefined('pix-qr'));
  beforeEach(() => page.begin());
  afterEach(() => page.end());
  return page;
}
