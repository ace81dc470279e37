import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Problem } from '../../src/formats/problem.ts';
import { allowedOrigins, allowedSchemes, safeUrl, type AddressRules } from '../../src/formats/safe-url.ts';

interface Vector {
  readonly value: string;
  readonly page: string | null;
  readonly answer: string | null;
  readonly why: string;
}

const { base, origins, schemes, vectors } = JSON.parse(readFileSync(new URL('../vectors/addresses.json', import.meta.url), 'utf8')) as {
  base: string;
  origins: string[];
  schemes: string[];
  vectors: Vector[];
};
const PAGE = { base };
const ANSWER = { base, origins, schemes };

/** How often; the long run sets FUZZ_RUNS. FUZZ_SEED repeats a run. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 100_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

/** The address, or null where it was refused with the Problem that it must be; anything else thrown fails the test. */
function judged(value: string, rules: AddressRules): string | null {
  try {
    return safeUrl(value, rules);
  } catch (error) {
    assert(error instanceof Problem, String(error));
    assert.equal(error.code, 'unsafe-url');
    return null;
  }
}

describe('an address', () => {
  for (const { value, page, answer, why } of vectors) {
    it(`${why}: ${JSON.stringify(value)}`, () => {
      assert.equal(judged(value, PAGE), page);
      assert.equal(judged(value, ANSWER), answer);
    });
  }

  it('of a hundred thousand characters is read like any other', () => {
    const long = 'a'.repeat(100_000);
    assert.equal(judged(`/${long}`, ANSWER), `https://shop.example/${long}`);
    for (const value of [`javascript:${long}`, `https://${long}@shop.example/`, `https://${long}.example:x/`, `${'\n'.repeat(1e5)}javascript:x`]) {
      assert.throws(() => safeUrl(value, PAGE), ({ message }: Problem) => message.length < 300);
    }
  });

  it('on a page without a certificate may be http, of any origin where the page names it and of its own where a server does', () => {
    const plain = { base: 'http://127.0.0.1:8080/pay' };
    const listed = { ...plain, origins: ['http://127.0.0.1:8080'], schemes: [] };
    for (const [value, page, answer] of [
      ['/help', 'http://127.0.0.1:8080/help', 'http://127.0.0.1:8080/help'],
      ['http://shop.example/', 'http://shop.example/', null],
      ['https://shop.example/', 'https://shop.example/', null],
      ['https:shop.example', 'https://shop.example/', null],
      ['https://127.0.0.1:8080/', 'https://127.0.0.1:8080/', null],
      ['//localhost:8080/', 'http://localhost:8080/', null],
      ['http://user@127.0.0.1:8080/', null, null],
      ['javascript:pwned()', null, null],
    ] as const) {
      assert.equal(judged(value, plain), page, value);
      assert.equal(judged(value, listed), answer, value);
    }
  });

  it('on a page that is a file, or of no origin, is followed where it is a whole one', () => {
    for (const base of ['file:///home/me/try.html', 'about:blank', 'data:text/html,x']) {
      assert.equal(judged('https://shop.example/', { base }), 'https://shop.example/');
      for (const value of ['help.html', '/help', 'http://shop.example/', 'javascript:pwned()']) assert.equal(judged(value, { base }), null, value);
      assert.equal(judged('https://null/', { base, origins: ['null'] }), null);
    }
  });

  for (const [what, value, rules, hint] of [
    ['that nobody follows', 'javascript:pwned()', PAGE, 'javascript: never is; write an https: address'],
    ['that is none', 'https://', PAGE, 'it is no address'],
    ['with a user', 'https://a@shop.example/', PAGE, 'leave user and password out'],
    ['without a certificate', 'http://shop.example/', PAGE, 'write https:'],
    ['of a stranger', 'https://evil.example/x', ANSWER, "it is none of the page's own; name https://evil.example in allow-origins"],
    ['of another app', 'wallet:x', ANSWER, 'name wallet: in allow-schemes'],
    ['that cannot be asked', 'mailto:x@shop.example', { base, schemes: [] }, 'write an https: address'],
  ] as const) {
    it(`${what} is refused in words that name field, value and what to do`, () => {
      assert.throws(() => safeUrl(value, { ...rules, field: 'help-url' }), {
        code: 'unsafe-url',
        field: 'help-url',
        value,
        message: `help-url="${value}" is not followed: ${hint}.`,
      });
    });
  }
});

describe('a list of what is allowed', () => {
  for (const [entry, origin] of [
    ['https://pay.example', 'https://pay.example'],
    ['https://pay.example/', 'https://pay.example'],
    ['HTTPS://PAY.example:443', 'https://pay.example'],
    ['https://pay.example:8443', 'https://pay.example:8443'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['https://sh\u00f6p.example', 'https://xn--shp-tna.example'],
    ['https://[::1]:8443', 'https://[::1]:8443'],
  ] as const) {
    it(`takes the origin ${entry}`, () => assert.deepEqual(allowedOrigins(entry), { allowed: [origin], wrong: [] }));
  }

  for (const entry of [
    'https://pay.example/path', 'https://pay.example/?x', 'https://pay.example?', 'https://pay.example#', 'https://user@pay.example', 'https://@pay.example',
    'https://*.pay.example', 'https://*', '*', 'null', 'pay.example', '//pay.example', 'https:pay.example', 'https:\\\\pay.example', 'https://', 'https://pay.example//',
    'https://a.example,https://b.example', 'https://a.example,', 'ws://pay.example', 'javascript:pwned()', 'data:,', 'blob:https://pay.example/1', 'file://', 'https://[', 'https://a:b', "'self'",
  ]) {
    it(`knows that ${entry} is no origin`, () => assert.deepEqual(allowedOrigins(entry), { allowed: [], wrong: [entry] }));
  }

  for (const [entry, scheme] of [['upi', 'upi:'], ['upi:', 'upi:'], ['OKTO', 'okto:'], ['web+pay', 'web+pay:'], ['x-pay.1', 'x-pay.1:']] as const) {
    it(`takes the scheme ${entry}`, () => assert.deepEqual(allowedSchemes(entry), { allowed: [scheme], wrong: [] }));
  }

  for (const entry of [
    'javascript', 'JavaScript:', 'data', 'vbscript', 'blob:', 'file', 'intent', 'about', 'filesystem', 'view-source', 'android-app', 'content', 'http', 'https:', '*',
    'upi://', 'upi,', '1pay', '-pay', ':', 'p\u00e4y', 'upi:x',
  ]) {
    it(`does not take ${entry} as a scheme`, () => assert.deepEqual(allowedSchemes(entry), { allowed: [], wrong: [entry] }));
  }

  it('keeps what is right beside what is wrong, whatever white space is between', () => {
    assert.deepEqual(allowedOrigins(' https://a.example\n\tnull  https://b.example/ '), { allowed: ['https://a.example', 'https://b.example'], wrong: ['null'] });
    assert.deepEqual(allowedSchemes('upi intent\nokto:'), { allowed: ['upi:', 'okto:'], wrong: ['intent'] });
    assert.deepEqual(allowedOrigins(' '), { allowed: [], wrong: [] });
  });
});

/** Addresses in pieces that a parser may join in other ways than a reader: schemes, separators, controls, users, hosts, ports, paths. */
const CONTROLS = ['\t', '\n', '\r', '\0', '\u001f', ' ', '\u00a0', '\u200b', '\ufeff', '\u00ad'];
const SCHEMES = ['https', 'http', 'HTTPS', 'javascript', 'JAVAscript', 'data', 'vbscript', 'blob', 'file', 'intent', 'about', 'filesystem', 'view-source', 'octopus', 'upi', 'mailto', 'x', ''];
const SEPARATORS = [':', '://', ':/', ':\\\\', ':\\', ':///', '//', '/\\', '\\\\', '/', '', '::', ':%2f%2f', ':\t//'];
const HOSTS = ['shop.example', 'pay.example:8443', 'evil.example', 'shop.example.evil.example', 'SHOP.EXAMPLE', 'shop.example.', 'sh\u043ep.example', '\uff53hop.example', 'shop%2eexample', '[::1]', '127.1', '', '*', 'a b', 'shop.example%00', '\ud83d'];
const ENDS = ['', '/', '?', '#', '/x', '\\x', '/../..', '@evil.example', '@shop.example', ':443', ':x', '/<script>', ';x', '%0a', '//evil.example'];
const text = fc.string({ unit: 'binary', maxLength: 6 });
const control = fc.oneof({ weight: 4, arbitrary: fc.constant('') }, fc.constantFrom(...CONTROLS));
const userInfo = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.constantFrom('user@', 'user:pass@', ':@', '@', 'shop.example@', 'a@b@', '%40@', 'x\\@'));
const broken = fc.tuple(fc.constantFrom(...SCHEMES), control, fc.nat(11)).map(([scheme, mark, at]) => scheme.slice(0, at) + mark + scheme.slice(at));
const address = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(control, broken, fc.constantFrom(...SEPARATORS), userInfo, fc.constantFrom(...HOSTS), control, fc.constantFrom(...ENDS), text).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...vectors), fc.nat(40), fc.oneof(text, fc.constantFrom(...CONTROLS, ...SEPARATORS))).map(([{ value }, at, mark]) => value.slice(0, at) + mark + value.slice(at)) },
  { weight: 1, arbitrary: fc.webUrl() },
);

/** What an address that was let pass must look like, told from its letters alone. */
const ON_THE_LIST = /^(https:\/\/(shop\.example|pay\.example:8443)[/?#]|(octopus|upi):)/;
const FOR_NOBODY = /^(javascript|vbscript|livescript|data|blob|filesystem|about|view-source|jar|mhtml|file|content|intent|android-app|http):/i;

it(`${RUNS} generated addresses are refused or on the list, and read the same a second time, seed ${SEED}`, (test) => {
  let passed = 0;
  let named = 0;
  fc.assert(
    fc.property(address, (value) => {
      for (const rules of [PAGE, ANSWER]) {
        const href = judged(value, rules);
        if (href === null) continue;
        const again = new URL(href);
        assert.equal(again.href, href);
        assert.equal(judged(href, rules), href);
        assert.deepEqual([again.username, again.password], ['', '']);
        // eslint-disable-next-line no-control-regex -- a control that is left would be read in two ways
        assert.doesNotMatch(href, /[\0-\u001f]/);
        assert.doesNotMatch(href, FOR_NOBODY);
        assert.match(href, /^[a-z][a-z\d+.-]*:/);
        passed++;
        if (rules === PAGE) continue;
        named++;
        assert.match(href, ON_THE_LIST);
        assert(again.protocol === 'https:' ? origins.includes(again.origin) : schemes.includes(again.protocol));
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
  test.diagnostic(`${passed} times followed, ${named} of them from an answer`);
  // Addresses that are all refused would pass and say nothing.
  assert(passed > RUNS / 5 && named > RUNS / 20, `only ${passed} and ${named}`);
});
