import { until } from './scripted-time.ts';
import type { OkpayButton } from '../../src/elements/okpay-button.ts';
import '../../src/define/okpay-button.ts';
import '../../src/locales/en/okpay-button.ts';
import '../../src/ui/okpay/card.ts';
import '../../src/ui/okpay/fixes.ts';

/** What a button has to have: whom it pays, and what it sells. */
export const LEAST = { receiver: 'OK702746927', 'item-name': 'Poster', 'item-price': '12.50' };

type Attributes = Readonly<Record<string, string>>;

/** One `<okpay-button>` in a page, as a shopper sees it and as the page hears it. */
export class Button {
  readonly element: OkpayButton;
  /** Every `payment-error` with its field and value. */
  readonly errors: { code: string; field: string | undefined; value: string | undefined; message: string }[] = [];

  constructor(element: OkpayButton) {
    this.element = element;
    element.addEventListener('payment-error', ({ code, message, cause }) => {
      const { field, value } = cause as { field?: string; value?: string };
      this.errors.push({ code, field, value, message });
    });
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  /** What the form would send. */
  get fields(): [string, string][] {
    return [...this.root.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ name, value }) => [name, value]);
  }

  get act(): HTMLButtonElement {
    return this.root.querySelector<HTMLButtonElement>('[part=button]')!;
  }

  /** What is to be read, with single blanks. */
  get text(): string {
    const texts = document.createTreeWalker(this.root.querySelector('[part=panel]') ?? this.root, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) if ((texts.currentNode as Text).data) found.push((texts.currentNode as Text).data);
    return found.join(' ').replace(/\s+/g, ' ').trim();
  }

  /** Waits until everything that is fetched has been drawn. */
  async drawn(what = 'the button', so: () => unknown = () => this.root.querySelector('[part=panel]')): Promise<void> {
    await this.element.updateComplete;
    await until(what, so);
    await this.element.updateComplete;
  }

  async set(attributes: Readonly<Record<string, string | null>>): Promise<void> {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) this.element.removeAttribute(name);
      else this.element.setAttribute(name, value);
    }
    await this.element.updateComplete;
  }
}

/** Puts buttons into the page of a test, and takes them away after it. */
export function buttonPage(): (attributes?: Attributes, inside?: readonly Element[], lang?: string) => Promise<Button> {
  const parents: Element[] = [];
  const complain = console.error;
  before(() => customElements.whenDefined('okpay-button'));
  beforeEach(() => {
    // What is wrong is told there as well.
    console.error = () => undefined;
  });
  afterEach(() => {
    for (const parent of parents.splice(0)) parent.remove();
    console.error = complain;
    sessionStorage.clear();
  });
  return async (attributes = LEAST, inside = [], lang = 'en') => {
    const parent = document.createElement('div');
    parent.lang = lang;
    parents.push(parent);
    const element = document.createElement('okpay-button');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inside);
    const button = new Button(element);
    parent.append(element);
    document.body.append(parent);
    await button.drawn();
    return button;
  };
}

/** An `<okpay-item>` with these attributes. */
export function item(attributes: Attributes): Element {
  const element = document.createElement('okpay-item');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
