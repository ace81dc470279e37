import { expect } from '@open-wc/testing';
import { OctopusPay } from '../../src/elements/octopus-pay.ts';
import { OktoCashBarcode } from '../../src/elements/okto-cash-barcode.ts';
import { OktoWalletQr } from '../../src/elements/okto-wallet-qr.ts';
import { OkpayCollect } from '../../src/elements/okpay-collect.ts';
import { PixQr } from '../../src/elements/pix-qr.ts';
import { type Language, LANGUAGES } from '../../src/language.ts';
import { follow, overlaid, type Speaker, Words } from '../../src/ui/words.ts';

/** Words that are had from `here`, and a list of what was asked for. */
function library(...here: Language[]) {
  const asked: string[] = [];
  const there = new Set<Language>(here);
  const words = new Words<string>((language) => {
    asked.push(language);
    return there.has(language) ? Promise.resolve(`words in ${language}`) : Promise.reject(new TypeError('not found'));
  });
  return { asked, there, words };
}

/** An element that takes up the language of its place whenever it is drawn, as a tag does. */
class Reader {
  readonly element = Object.assign(document.createElement('div'), { requestUpdate: () => this.draw() }) as HTMLElement & Speaker<string>;
  /** What was to be read after each drawing. */
  readonly read: (string | undefined)[] = [];
  readonly #words: Words<string>;

  constructor(words: Words<string>) {
    this.#words = words;
  }

  draw(): void {
    follow(this.element, this.#words);
    if (this.read.at(-1) !== this.element.spoken) this.read.push(this.element.spoken);
  }

  async turn(lang: string): Promise<void> {
    this.element.lang = lang;
    this.draw();
    for (let turn = 0; turn < 8; turn++) await Promise.resolve();
  }
}

describe('Words', () => {
  it('fetches a language once', async () => {
    const { words, asked } = library('de');
    expect(words.of('de')).to.equal(undefined);
    expect([await words.load('de'), await words.load('de'), words.of('de')]).to.deep.equal(Array(3).fill('words in de'));
    expect(asked).to.deep.equal(['de']);
  });

  it('gives English where a language cannot be had, and asks for it anew', async () => {
    const { words, asked, there } = library('en');
    expect(await words.load('de')).to.equal('words in en');
    expect(words.of('de')).to.equal(undefined);
    there.add('de');
    expect(await words.load('de')).to.equal('words in de');
    expect(asked).to.deep.equal(['de', 'en', 'de']);
  });

  it('rejects where not even English can be had', async () => {
    const { words } = library();
    expect(await words.load('de').catch((error: unknown) => error)).to.be.instanceOf(TypeError);
  });
});

/** The tags, to be had here without a claim on their names. */
const TAGS = { PixQr, OktoCashBarcode, OktoWalletQr, OctopusPay, OkpayCollect };

describe('the words of a tag', () => {
  for (const [name, tag] of Object.entries(TAGS)) {
    it(`${name} has them in every language, and all of them hold those of the first picture`, async () => {
      for (const language of LANGUAGES) {
        const [words, states] = await Promise.all([tag.words.load(language), tag.states.load(language)]);
        expect(words.lang).to.equal(language);
        for (const [key, word] of Object.entries(words)) expect([key, (states as object as Record<string, unknown>)[key]]).to.deep.equal([key, word]);
      }
    });
  }

  it('a page’s own stand in their place where they are of the same kind', async () => {
    const words = await OktoCashBarcode.states.load('en');
    const steps = () => ['Go to the kiosk.'];
    const own = overlaid(words, { till: 'Show at the kiosk', steps, terms: ['I agree to the ', 'rules', '.'], promises: 'none', finder: 7 });
    expect([own.till, own.steps, own.terms.join('')]).to.deep.equal(['Show at the kiosk', steps, 'I agree to the rules.']);
    expect([own.promises, own.finder]).to.deep.equal([words.promises, words.finder]);
  });
});

describe('follow', () => {
  it('says nothing until the words are here, then only these', async () => {
    const { words } = library('en', 'de');
    await words.load('en');
    const reader = new Reader(words);
    await reader.turn('de');
    expect(reader.read).to.deep.equal(['words in de']);
  });

  it('keeps the last words while others are fetched', async () => {
    const reader = new Reader(library('de', 'it').words);
    await reader.turn('de');
    await reader.turn('it');
    expect(reader.read).to.deep.equal(['words in de', 'words in it']);
  });

  it('begins in English where its language cannot be had', async () => {
    const reader = new Reader(library('en').words);
    await reader.turn('de');
    expect(reader.read).to.deep.equal(['words in en']);
  });

  it('keeps the last words where others cannot be had, and asks for those again only after another change', async () => {
    const { words, asked, there } = library('en', 'de', 'it');
    const reader = new Reader(words);
    await reader.turn('de');
    await reader.turn('ro');
    for (let drawing = 0; drawing < 5; drawing++) await reader.turn('ro');
    expect(asked.filter((language) => language === 'ro')).to.deep.equal(['ro']);
    await reader.turn('it');
    there.add('ro');
    await reader.turn('ro');
    expect(reader.read).to.deep.equal(['words in de', 'words in it', 'words in ro']);
    expect(asked.filter((language) => language === 'ro')).to.deep.equal(['ro', 'ro']);
  });

  it('the language that the place has by now wins over one that was asked for before', async () => {
    const slow = new Map<string, (words: string) => void>();
    const reader = new Reader(new Words<string>((language) => new Promise((resolve) => slow.set(language, resolve))));
    await reader.turn('de');
    slow.get('de')!('words in de');
    await reader.turn('de');
    await reader.turn('it');
    await reader.turn('el');
    slow.get('el')!('words in el');
    await reader.turn('el');
    slow.get('it')!('words in it');
    await reader.turn('el');
    expect(reader.read).to.deep.equal(['words in de', 'words in el']);
  });
});
