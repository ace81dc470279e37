import { expect } from '@open-wc/testing';
import { LANGUAGES, languageOf } from '../../src/language.ts';

/** A place in the page inside of elements with these languages, the outermost first; `#` is a shadow root. */
function place(...langs: (string | undefined)[]): Element {
  let parent: Node = document.createElement('div');
  for (const lang of langs) {
    if (lang === '#') parent = (parent as Element).attachShadow({ mode: 'closed' });
    else {
      const inner = document.createElement('div');
      if (lang !== undefined) inner.setAttribute('lang', lang);
      parent = parent.appendChild(inner);
    }
  }
  return parent as Element;
}

describe('languageOf', () => {
  for (const [lang, language] of [
    ['en', 'en'], ['en-GB', 'en'], ['EN', 'en'],
    ['pt', 'pt-BR'], ['pt-BR', 'pt-BR'], ['PT_br', 'pt-BR'], ['pt-PT', 'pt-BR'], ['PT-br', 'pt-BR'],
    ['zh', 'zh-HK'], ['zh-HK', 'zh-HK'], ['zh-Hant-TW', 'zh-HK'], ['zh-Hans', 'zh-HK'], ['zh_CN', 'zh-HK'],
    ['el', 'el'], ['el-CY', 'el'], ['it', 'it'], ['it-CH', 'it'], ['ro', 'ro'], ['ro_MD', 'ro'], ['de', 'de'], ['de-AT', 'de'], ['DE', 'de'],
    ['es', 'es'], ['es-419', 'es'], ['es_MX', 'es'], ['id', 'id'], ['id-ID', 'id'], ['in', 'id'], ['in_ID', 'id'], ['IN', 'id'],
    ['', 'en'], ['fr', 'en'], ['x-klingon', 'en'], ['i-klingon', 'en'], ['d', 'en'], ['pts', 'en'], ['ptx', 'en'], ['est', 'en'], ['inc', 'en'], ['_', 'en'], ['12', 'en'], ['constructor', 'en'],
  ] as const) {
    it(`"${lang}" is ${language}`, () => expect(languageOf(place(lang))).to.equal(language));
  }

  it('every language is its own', () => {
    for (const language of LANGUAGES) expect(languageOf(place(language))).to.equal(language);
  });

  for (const [what, langs, language] of [
    ['the nearest', ['de', 'it'], 'it'],
    ['its own before its parent’s', ['de', undefined, 'el'], 'el'],
    ['one that we do not speak hides the one behind it', ['de', 'fr'], 'en'],
    ['an empty one says that it is unknown', ['de', ''], 'en'],
    ['that of the host across a shadow root', ['ro', '#', undefined], 'ro'],
    ['that in the shadow root before that of its host', ['ro', '#', 'es', undefined], 'es'],
    ['across many shadow roots', ['id', undefined, '#', undefined, '#', undefined, '#', undefined], 'id'],
    ['none at all', [undefined], 'en'],
  ] as const) {
    it(what, () => expect(languageOf(place(...langs))).to.equal(language));
  }

  it('a link that stands in no page is no shadow root, though it has a host', () => {
    const link = document.createElement('a');
    link.href = 'https://shop.example/';
    expect(languageOf(link.appendChild(document.createElement('b')))).to.equal('en');
  });

  it('an ancestor that is no HTML has a language too', () => {
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'foreignObject');
    drawing.setAttribute('lang', 'de');
    expect(languageOf(drawing.appendChild(document.createElement('b')))).to.equal('de');
  });
});
