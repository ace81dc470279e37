import { expect } from '@open-wc/testing';
import { type PixQr } from '../../src/elements/pix-qr.ts';
import { CODE, json, pageOfEachTest, settle, STATUS_URL, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();

/** JSON whose keys would give an object another prototype, deep and shallow, where a careless copy takes them along. */
const POISON = [
  '"__proto__": {"polluted": true, "status": "paid", "late": true, "code": "x"}',
  '"constructor": {"prototype": {"polluted": true}}',
  '"prototype": {"polluted": true}',
  '"__proto__": null',
  '"__proto__": "x", "constructor": 5, "toString": 7, "valueOf": null, "hasOwnProperty": "x", "then": {"polluted": true}, "toJSON": {"x": 1}',
  '"pix": {"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "code": "CODE"}',
  '"message": "m", "__proto__.polluted": true, "constructor.prototype.polluted": true',
];
const poisoned = (poison: string, fields: string): string => `{${fields}, ${poison.replace('CODE', CODE)}}`;

const before = Reflect.ownKeys(Object.prototype).length;
function expectClean(tag: Tag): void {
  const probe = {} as Record<string, unknown>;
  expect([probe['polluted'], probe['status'], probe['late'], probe['code'], ([] as unknown as Record<string, unknown>)['polluted']]).to.deep.equal([undefined, undefined, undefined, undefined, undefined]);
  expect(Reflect.ownKeys(Object.prototype)).to.have.length(before);
  const look = (value: unknown): void => {
    if (!value || typeof value !== 'object') return;
    expect(Object.getPrototypeOf(value), 'the prototype of every object').to.be.oneOf([Object.prototype, Array.prototype]);
    for (const key of ['__proto__', 'constructor', 'prototype']) expect(Object.hasOwn(value, key), key).to.equal(false);
    Object.values(value).forEach(look);
  };
  look(tag.element.payment);
  expect((tag.element.payment as unknown as Record<string, unknown>)['polluted']).to.equal(undefined);
}

describe('<pix-qr>: keys that would change the prototype of an object', () => {
  for (const poison of POISON) {
    it(`in what create-url answers: ${poison.slice(0, 60)}`, async () => {
      page.server.answers(json(poisoned(poison, `"status": "pending", "statusUrl": "/s"${poison.includes('"pix"') ? '' : `, "pix": {"code": "${CODE}"}`}`), 201));
      const tag = await page.tag({ 'create-url': '/payments' });
      await tag.press('Get the Pix code');
      expectClean(tag);
      expect([tag.element.status, tag.symbol === null]).to.deep.equal(['pending', false]);
    });

    it(`in what status-url answers: ${poison.slice(0, 60)}`, async () => {
      page.server.answers(json(poisoned(poison, '"status": "processing"')));
      const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL });
      await tag.element.refresh();
      expectClean(tag);
      expect([tag.element.status, tag.element.payment.pix?.code]).to.deep.equal(['processing', CODE]);
    });

    it(`in a status that is in the prototype alone: ${poison.slice(0, 60)}`, async () => {
      page.server.answers(json(`{${poison.replace('CODE', CODE)}}`));
      const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL });
      await tag.element.refresh();
      expectClean(tag);
      expect([tag.element.status, tag.count('payment-error bad-response')]).to.deep.equal(['pending', 1]);
    });

    it(`in a refusal: ${poison.slice(0, 60)}`, async () => {
      page.server.answers(json(poisoned(poison, '"message": "No.", "code": "refused", "errors": [{"field": "__proto__", "message": "x"}, {"field": "constructor", "message": "y"}, null, 5]').replace(', "message": "m"', ''), 422));
      const tag = await page.tag({ 'create-url': '/payments', ask: 'cpf' });
      await tag.type('cpf', '05123386556');
      await tag.press('Get the Pix code');
      expectClean(tag);
      expect(tag.element.status).to.equal('idle');
    });

    it(`in a payment that the page sets: ${poison.slice(0, 60)}`, async () => {
      const tag = await page.tag({}, { before: (element) => Object.assign(element, { payment: JSON.parse(poisoned(poison, `"status": "paid", "reference": "R"`)) as object }) });
      expectClean(tag);
      expect([tag.element.status, tag.element.payment.reference]).to.deep.equal(['paid', 'R']);
    });

    it(`in the page’s own words: ${poison.slice(0, 60)}`, async () => {
      const messages = JSON.parse(poisoned(poison, '"waiting": "Soon", "money": {"__proto__": {"decimal": "!"}, "constructor": {"prototype": {"polluted": true}}}')) as PixQr['messages'];
      const tag = await page.tag({ code: CODE }, { before: (element) => (element.messages = messages) });
      await settle();
      expectClean(tag);
      expect([tag.text('status'), tag.text('amount')]).to.deep.equal(['Soon', 'R$100.99']);
    });
  }

  it('in what parseStatus makes of an answer', async () => {
    page.server.answers({ state: 'done' });
    const parse = () => JSON.parse('{"status": "processing", "__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}') as object;
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL }, { before: (element) => (element.parseStatus = parse) });
    await tag.element.refresh();
    expectClean(tag);
    expect(tag.element.status).to.equal('processing');
  });
});
