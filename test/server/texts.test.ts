import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ENGLISH, textsFor } from '../../src/server/texts.ts';
import { openShop } from './shop.ts';

const spoken = (languages?: string) => textsFor(new Request('https://shop.example', { headers: languages === undefined ? {} : { 'Accept-Language': languages } })).language;

describe('what the server tells a shopper', () => {
  it('is in every language that the tags speak', () => {
    for (const language of readdirSync('src/locales')) assert.equal(spoken(language), language);
  });

  for (const [said, language] of [
    [undefined, 'en'],
    ['', 'en'],
    ['pt-PT', 'pt-BR'],
    ['zh-Hant-TW,en;q=0.5', 'zh-HK'],
    ['fr-CA, DE-at;q=0.8, en', 'de'],
    ['fr, ja', 'en'],
    ['constructor', 'en'],
    ['__proto__, it', 'it'],
    [`${'fr,'.repeat(200)}it`, 'en'],
  ] as const) {
    it(`Accept-Language ${JSON.stringify(said)?.slice(0, 40)}: ${language}`, () => {
      assert.equal(spoken(said), language);
    });
  }

  it('answers a press in that language, and says nothing of money that it does not know', async () => {
    const shop = openShop();
    const { body } = await shop.create({ payer: {} }, { 'Accept-Language': 'el' });
    assert.deepEqual([body.message, body.errors[0]?.message], ['Ελέγξτε τα σημειωμένα πεδία.', 'Το πεδίο είναι απαραίτητο.']);
    assert.doesNotMatch(ENGLISH.unavailable, /charged/);
    await shop.payments.close();
  });
});
