import { expect } from '@open-wc/testing';
import { CODE, json, pageOfEachTest, settle, STATUS_URL, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const MINUTE = 60_000;
const ORDER = { code: CODE, 'status-url': STATUS_URL, 'create-url': '/payments' };

/** Everything that a screen reader is given to say, in order: each text that comes to stand in a live region. */
class Listener {
  readonly said: { readonly role: string; readonly text: string }[] = [];
  readonly #root: ShadowRoot;
  readonly #texts = new Map<Element, string>();
  readonly #observer = new MutationObserver((records) => this.#hear(records));

  constructor({ root }: Tag) {
    this.#root = root;
    // What stands there already has been said, or was said before the tag came here.
    for (const region of this.#regions) this.#texts.set(region, region.textContent);
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true });
  }

  get #regions(): Element[] {
    return [...this.#root.querySelectorAll('[role="status"], [role="alert"], [aria-live]')];
  }

  get texts(): string[] {
    return this.said.map(({ text }) => text.trim());
  }

  /** What stands in the regions now. */
  get standing(): string {
    return this.#regions.map(({ textContent }) => textContent.trim()).join('');
  }

  #hear(records: MutationRecord[]): void {
    for (const region of this.#regions) {
      const text = region.textContent;
      const touched = records.some(({ target, addedNodes }) => region.contains(target) || [...addedNodes].some((node) => node.contains(region)));
      if (touched && text.trim() && text !== this.#texts.get(region)) this.said.push({ role: region.role ?? '', text });
      this.#texts.set(region, text);
    }
  }
}

/** A tag whose life is listened to from its first word on, and a server that tells a deadline in so many ms. */
async function live(leftMs: number, attributes: Record<string, string> = {}): Promise<{ tag: Tag; listener: Listener }> {
  const expiresAt = page.time.iso(leftMs);
  page.server.nowAnswers(() => json({ status: 'pending', expiresAt, serverTime: page.time.iso() })());
  let listener!: Listener;
  const tag = await page.tag({ ...ORDER, 'expires-at': expiresAt, ...attributes }, {
    before: (element) => void element.updateComplete.then(() => (listener = new Listener({ root: element.shadowRoot } as Tag))),
  });
  await settle();
  return { tag, listener };
}

const answers = (status: string, more: Record<string, unknown> = {}) => page.server.nowAnswers(() => json({ status, serverTime: page.time.iso(), ...more })());

async function online(is: boolean): Promise<void> {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => is });
  dispatchEvent(new Event(is ? 'online' : 'offline'));
  await settle();
}

describe('<pix-qr>: what is said aloud in a whole life', () => {
  beforeEach(() => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, get: () => ({ writeText: () => Promise.resolve() }) });
  });
  afterEach(() => {
    delete (navigator as { clipboard?: unknown }).clipboard;
    delete (navigator as { onLine?: unknown }).onLine;
  });

  it('from the code over every milestone to a late payment: each thing once, at most twelve in fifteen minutes', async () => {
    const { tag, listener } = await live(15 * MINUTE);
    await page.time.advance(2 * MINUTE);
    await tag.element.copy();
    page.server.nowAnswers(new TypeError('Failed to fetch'));
    await page.time.advance(MINUTE);
    answers('pending', { expiresAt: page.time.iso(12 * MINUTE) });
    await page.time.advance(MINUTE);
    page.server.nowAnswers(new TypeError('Failed to fetch'));
    await online(false);
    await tag.element.refresh();
    await page.time.advance(MINUTE);
    answers('pending', { expiresAt: page.time.iso(10 * MINUTE) });
    await online(true);
    await page.time.advance(10 * MINUTE + 5_000);
    answers('expired');
    await page.time.advance(20_000);
    answers('paid', { late: true });
    await page.time.advance(MINUTE);
    expect(listener.texts).to.deep.equal([
      'Waiting for your payment',
      'Copied. Now paste it in your bank’s app, under Pix.',
      'We can’t reach the shop just now. Your code still works. We keep trying.',
      'You seem to be offline. Your code still works. We check again as soon as the connection is back.',
      '5 minutes left',
      '2 minutes left',
      '1 minute left',
      '20 seconds left',
      'Time is up. Checking one last time…',
      'This code has expired. Please don’t use it any more. If you have already paid, just wait: we will show it here.',
      'Paid. It arrived after the time was over. CAFE MANACA has received it.',
    ]);
    expect(listener.said.every(({ role }) => role === 'status')).to.equal(true);
  });

  it('a failure is an alert, said once, and only there', async () => {
    const { listener } = await live(15 * MINUTE);
    answers('failed', { message: 'Your bank said no.' });
    await page.time.advance(MINUTE);
    const failure = 'The payment did not go through. Try again with a new code. If money has left your account, ask the shop first. Your bank said no.';
    expect(listener.said).to.deep.equal([
      { role: 'status', text: 'Waiting for your payment' },
      { role: 'alert', text: failure },
    ]);
  });

  it('a second failure, of another attempt, is said again', async () => {
    const { tag, listener } = await live(15 * MINUTE);
    answers('failed');
    await tag.element.refresh();
    page.server.nowAnswers(json({ status: 'pending', pix: { code: CODE }, statusUrl: STATUS_URL }, 201));
    await tag.element.regenerate();
    answers('failed');
    await tag.element.refresh();
    await settle();
    const failure = 'alert: The payment did not go through. Try again with a new code. If money has left your account, ask the shop first.';
    expect(listener.said.map(({ role, text }) => `${role}: ${text}`), 'an alert that comes with its old text would be read out twice').to.deep.equal([
      'status: Waiting for your payment', failure, 'status: Getting your code…', 'status: Waiting for your payment', failure,
    ]);
  });

  for (const status of ['pending', 'processing', 'paid', 'failed', 'expired', 'canceled', 'refunded']) {
    it(`${status}: a new render, another place, a return and another language say nothing`, async () => {
      const { tag } = await live(90_000);
      answers(status, { expiresAt: page.time.iso(90_000) });
      await tag.element.refresh();
      await page.time.advance(1_000);
      const listener = new Listener(tag);
      const { element } = tag;
      const parent = element.parentElement!;

      for (let times = 0; times < 3; times++) {
        element.requestUpdate();
        await element.updateComplete;
      }
      parent.append(document.createElement('section'));
      parent.lastElementChild!.append(element);
      await page.time.advance(1_000);
      element.remove();
      await page.time.advance(1_000);
      expect(listener.standing, 'a region that comes with a text in it is read out').to.equal('');
      parent.append(element);
      await page.time.advance(2_000);
      parent.lang = 'pt-BR';
      await page.time.advance(1_000);
      expect(tag.text('heading')).to.equal('Pague com Pix');
      parent.lang = 'en';
      await page.time.advance(1_000);
      expect(listener.texts).to.deep.equal([]);
    });
  }

  it('a milestone is not said again in another language, nor is the end of the time', async () => {
    const { tag, listener } = await live(120_500);
    await page.time.advance(1_000);
    tag.element.parentElement!.lang = 'pt-BR';
    await page.time.advance(400);
    await tag.element.refresh();
    expect(listener.texts.slice(1)).to.deep.equal(['2 minutes left']);
    await page.time.advance(121_000);
    tag.element.parentElement!.lang = 'en';
    await page.time.advance(1_000);
    await tag.element.refresh();
    expect(listener.texts.slice(1)).to.deep.equal([
      '2 minutes left', 'Falta 1 minuto', 'Faltam 20 segundos', 'O tempo acabou. Conferindo uma última vez…',
    ]);
  });

  it('what is wrong with a form is said at each try, also when it is the same', async () => {
    const tag = await page.tag({ 'create-url': '/payments', ask: 'amount cpf' });
    const listener = new Listener(tag);
    for (let times = 0; times < 3; times++) {
      tag.root.querySelector('form')!.requestSubmit();
      await settle();
    }
    const wrong = 'Type an amount, such as 12.90. This CPF is not valid. Check its 11 digits.';
    expect(listener.texts).to.deep.equal([wrong, wrong, wrong]);
  });

  it('a code that could not be had: what is done, then what came of it', async () => {
    const tag = await page.tag({ 'create-url': '/payments' });
    const listener = new Listener(tag);
    page.server.nowAnswers(json('', 500));
    await tag.element.create();
    await tag.element.create();
    const [doing, failed] = ['Getting your code…', 'We couldn’t get a code. Nothing was started. Try again.'];
    expect(listener.texts).to.deep.equal([doing, failed, doing, failed]);
  });

  it('each press of the copy button is answered', async () => {
    const { tag, listener } = await live(15 * MINUTE);
    await tag.element.copy();
    await tag.element.copy();
    const copied = 'Copied. Now paste it in your bank’s app, under Pix.';
    expect(listener.texts.slice(1)).to.deep.equal([copied, copied]);
  });

  it('a copy that the browser refused: how to do it by hand', async () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, get: () => undefined });
    const { tag, listener } = await live(15 * MINUTE);
    await tag.element.copy();
    expect(listener.texts).to.have.length(2);
    expect(listener.texts[1]).to.match(/^Your browser did not let us copy\. The whole code is selected: /);
  });

  it('a damaged code is said once, whatever else of the page changes', async () => {
    const tag = await page.tag(ORDER);
    const listener = new Listener(tag);
    await tag.set({ code: `${CODE}0` });
    await tag.set({ reference: '7' });
    await tag.set({ reference: '8' });
    tag.element.parentElement!.lang = 'pt-BR';
    await page.time.advance(1_000);
    expect(listener.texts).to.have.length(1);
    expect(listener.texts[0]).to.match(/^We can’t show this code\. /);
  });
});
