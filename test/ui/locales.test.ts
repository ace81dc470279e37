import { expect } from '@open-wc/testing';
import { LANGUAGES } from '../../src/language.ts';

type Words = Record<string, unknown>;
type Files = Record<string, Words>;

/** The files of a language, by what they export. */
async function filesOf(language: string): Promise<Files> {
  const files = (await Promise.all([
    import(`../../src/locales/${language}/pix-qr.ts`),
    import(`../../src/locales/${language}/pix-qr-states.ts`),
    import(`../../src/locales/${language}/okto-cash-barcode.ts`),
    import(`../../src/locales/${language}/okto-cash-barcode-states.ts`),
    import(`../../src/locales/${language}/okto-wallet-qr.ts`),
    import(`../../src/locales/${language}/okto-wallet-qr-states.ts`),
    import(`../../src/locales/${language}/octopus-pay.ts`),
    import(`../../src/locales/${language}/octopus-pay-states.ts`),
    import(`../../src/locales/${language}/okpay-collect.ts`),
    import(`../../src/locales/${language}/okpay-collect-states.ts`),
    import(`../../src/locales/${language}/okpay-button.ts`),
    import(`../../src/locales/${language}/okpay-seal.ts`),
    import(`../../src/locales/${language}/okpay-button-status.ts`),
    import(`../../src/locales/${language}/paper.ts`),
  ])) as Files[];
  return Object.assign({}, ...files) as Files;
}

/** What the sentences with something in them are asked with. */
const ARGUMENTS: Record<string, unknown[][]> = {
  order: [['ORD-7']],
  left: [['14:32']],
  symbol: [['Padaria', 'R$\u00a07,00'], ['Padaria', ''], ['', 'R$\u00a07,00'], ['', '']],
  minutesLeft: [[1], [2], [5]],
  secondsLeft: [[20]],
  paid: [['Padaria', false], ['', false], ['Padaria', true], ['', true]],
  refunded: [['R$\u00a07,00'], ['']],
  wrongAmount: [['HK$128.53']],
  mismatch: [['R$\u00a08,00', 'R$\u00a07,00']],
  questions: [['https://shop.example/help']],
  printed: [['21/11/2026']],
  steps: [['R$\u00a07,00'], ['']],
  payAmount: [['R$\u00a07,00']],
  leave: [['okpay.com']],
  newWindow: [['okpay.com']],
  orderAt: [['Padaria'], ['']],
  support: [['Padaria']],
  item: [['Teapot', '3', 'R$\u00a07,00']],
  morePieces: [[1], [2], [25]],
  promises: [['R$\u00a07,00', '21/11/2026'], ['', '21/11/2026'], ['', '']],
};

/** Pix names its payee in the code itself: its symbol is never asked for without one. */
const isAsked = (words: Words, key: string, [payee]: unknown[]) => !(key === 'symbol' && !payee && /Pix/.test(words['heading'] as string));

/** Every text of some words, named by its key and by what it was asked with; data that nobody reads is left out. */
function textsOf(words: Words): Map<string, { text: string; asked: unknown[] }> {
  const texts = new Map<string, { text: string; asked: unknown[] }>();
  const note = (name: string, value: unknown, asked: unknown[]) => {
    // What a list leaves out is not drawn; that every language leaves out the same, the names show.
    if (Array.isArray(value)) value.forEach((each, at) => each === '' || note(`${name}[${at}]`, each, asked));
    else texts.set(name, { text: value as string, asked });
  };
  for (const [key, value] of Object.entries(words)) {
    if (key === 'money' || key === 'lang') continue;
    // One sentence, with a link in it.
    if (key === 'terms') note(key, (value as string[]).join(''), []);
    else if (typeof value !== 'function') note(key, value, []);
    else for (const asked of (ARGUMENTS[key] ?? []).filter((each) => isAsked(words, key, each))) note(`${key}(${asked.join(', ')})`, (value as (...given: unknown[]) => unknown)(...asked), asked);
  }
  return texts;
}

/** Numbers, whatever starts their decimals. */
const numbersIn = (text: string) => (text.match(/\d+([.,]\d+)?/g) ?? []).map((number) => number.replace(',', '.')).sort();
/** How a text ends: as a sentence, as one that goes on, or as a title. */
const endOf = (text: string) => (/[.。]$/.test(text) ? 'sentence' : text.endsWith('…') ? 'goes on' : 'title');

/** How many sentences a text has: a stop in a number ends none, and Greek asks with a semicolon. */
const sentencesIn = (text: string) => text.match(/[.?!;](?=\s|$)|[。？！]/g)?.length ?? 0;

/** The same in every language. */
const EVERYWHERE = ['cpf', 'appStore', 'playStore', 'cnic[0]'];
/** Names that no language translates. */
const MARKS = ['Pix', 'CPF', '⌘C', 'OKTO', 'OKTO Cash', 'OKPAY', 'App Store', 'Google Play'];

describe('the words of every language', () => {
  let english: Files;
  before(async () => {
    english = await filesOf('en');
  });

  it('every sentence with something in it is asked for here', () => {
    const functions = Object.values(english).flatMap((words) => Object.keys(words).filter((key) => typeof words[key] === 'function'));
    expect(Object.keys(ARGUMENTS)).to.have.members([...new Set(functions)]);
  });

  it('every file is compared here', () => {
    expect(Object.keys(english)).to.have.members([
      'pixWords', 'pixStates', 'oktoCashWords', 'oktoCashStates', 'oktoWalletWords', 'oktoWalletStates', 'octopusWords', 'octopusStates', 'okpayCollectWords', 'okpayCollectStates', 'okpayButtonWords', 'okpaySealWords', 'okpayStatusWords', 'paperWords',
    ]);
  });

  for (const language of LANGUAGES) {
    describe(language, () => {
      let files: Files;
      before(async () => {
        files = await filesOf(language);
      });
      /** Calls with each text of this language and the English one. */
      const each = (check: (name: string, text: string, original: string, asked: unknown[]) => void) => {
        for (const [file, words] of Object.entries(files)) {
          const originals = textsOf(english[file]!);
          for (const [name, { text, asked }] of textsOf(words)) check(`${file}.${name}`, text, originals.get(name)?.text ?? '', asked);
        }
      };

      it('has every key, of the same kind', () => {
        for (const [file, words] of Object.entries(files)) {
          expect([...textsOf(words).keys()], file).to.deep.equal([...textsOf(english[file]!).keys()]);
          for (const [key, word] of Object.entries(words)) expect([key, (word as object).constructor]).to.deep.equal([key, (english[file]![key] as object).constructor]);
        }
      });

      it('names itself by a tag that Intl takes', () => {
        for (const [file, words] of Object.entries(files)) if (file !== 'paperWords') expect(words['lang'], file).to.equal(language);
        expect(Intl.DateTimeFormat.supportedLocalesOf(language)).to.deep.equal([language]);
      });

      it('has no empty text, no markup, no typewriter’s quotes, no stray blank', () => {
        each((name, text) => {
          expect(text, name).to.be.a('string').that.matches(/\S/);
          expect(text, name).not.to.match(/[<>&{}`'"]|undefined|\[object| {2}|^\s|\s$/);
        });
      });

      it('says everything that it is asked with, once', () => {
        for (const [file, words] of Object.entries(files)) {
          const said = new Map<string, { text: string; asked: unknown[] }>();
          // A saying and a list name each thing in one of their texts.
          for (const [name, { text, asked }] of textsOf(words)) {
            const whole = name.replace(/\[\d\]$/, '');
            said.set(whole, { text: `${said.get(whole)?.text ?? ''} ${text}`, asked });
          }
          for (const [name, { text, asked }] of said) {
            for (const one of asked) if (one && typeof one !== 'boolean' && !(one === 1 && !text.includes('1'))) expect(text.split(String(one)).length, `${file}.${name}: ${text}`).to.equal(2);
          }
        }
      });

      it('names the same numbers, keys and marks as the English text, and ends in the same way', () => {
        each((name, text, original) => {
          expect(numbersIn(text), name).to.deep.equal(numbersIn(original));
          expect(endOf(text), name).to.equal(endOf(original));
          for (const mark of MARKS) expect(!original.includes(mark) || text.includes(mark), `${name}: ${mark}`).to.equal(true);
        });
      });

      it('says in one sentence what English says in one', () => {
        each((name, text, original) => {
          if (sentencesIn(original) < 2) expect(sentencesIn(text), `${name}: ${text}`).to.be.at.most(1);
        });
      });

      it('calls the link to the terms by a name, inside their sentence', () => {
        const { terms } = files['oktoCashStates'] as { terms: string[] };
        expect(terms).to.have.length(3);
        for (const part of terms) expect(part).to.match(/\S/);
        expect(terms[1]).to.equal(terms[1]!.trim());
        expect(terms[1]).to.include('OKTO Cash');
      });

      it('gives the same title to what has become of a payment, whatever it was paid with', () => {
        const { pixStates, oktoCashStates, oktoWalletStates, octopusStates, okpayCollectStates, okpayStatusWords } = files as Record<string, Record<string, unknown>>;
        for (const key of ['failed', 'canceled']) {
          const titles = [pixStates, oktoCashStates, oktoWalletStates, octopusStates, okpayCollectStates, okpayStatusWords].map((words) => (words![key] as string[])[0]);
          expect(new Set(titles).size, titles.join()).to.equal(1);
        }
        const refunded = [pixStates, oktoCashStates, oktoWalletStates, octopusStates, okpayCollectStates, okpayStatusWords].map((words) => (words!['refunded'] as (amount: string) => string[])('')[0]);
        expect(new Set(refunded).size, refunded.join()).to.equal(1);
      });

      if (language !== 'en') {
        it('leaves no text in English', () => {
          const same: string[] = [];
          each((name, text, original) => text === original && same.push(name.split('.')[1]!));
          expect([...new Set(same)]).to.deep.equal(EVERYWHERE);
        });
      }

      it('counts minutes and seconds as the language does', () => {
        const { minutesLeft, secondsLeft } = files['pixStates'] as Record<string, (n: number) => string>;
        const rules = new Intl.PluralRules(language);
        for (const [count, first] of [[minutesLeft!, 1], [secondsLeft!, 2]] as const) {
          const forms = new Map<string, Set<string>>();
          for (let n = first; n <= 130; n++) {
            const form = rules.select(n);
            forms.set(form, (forms.get(form) ?? new Set()).add(count(n).replace(String(n), '#')));
          }
          const texts = [...forms.values()].map((each) => [...each]);
          expect(texts.every((each) => each.length === 1), JSON.stringify(texts)).to.equal(true);
          expect(new Set(texts.flat()).size).to.equal(texts.length);
        }
      });
    });
  }
});
