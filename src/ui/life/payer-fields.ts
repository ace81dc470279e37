import type { FieldWords } from '../../locales/en/states.ts';
import type { Field, Payer, PayerField } from '../offer.ts';
import type { TagStates } from '../words.ts';
import type { Kind, Typing } from './fields.ts';
import { select } from './select.ts';

/** One thing to type that a country's banks want to know of the payer. */
interface Asked extends Pick<Typing, 'inputmode' | 'autocomplete'> {
  /** Its name in the create JSON's `payer`. */
  readonly of: keyof Payer;
  words(states: TagStates): FieldWords | undefined;
  /** What is sent for what was typed; undefined for what it may not be. */
  read(typed: string): string | undefined;
}

/** A text without what people write between digits, where it matches then. */
const digits = (pattern: RegExp) => (text: string) => {
  const bare = text.replace(/[\s().-]/g, '');
  return pattern.test(bare) ? bare : undefined;
};
/** A text without what stands around it, where it matches then. */
const line = (pattern: RegExp) => (text: string) => (pattern.test(text.trim()) ? text.trim() : undefined);

const TYPED: Readonly<Record<Exclude<PayerField, 'payType' | 'bankCode'>, Asked>> = {
  // An ampersand would look like the end of a parameter in what is signed.
  name: { of: 'name', inputmode: 'text', autocomplete: 'name', words: ({ payerName }) => payerName, read: line(/^(?!.*&)\P{C}{2,128}$/u) },
  email: { of: 'email', inputmode: 'email', autocomplete: 'email', words: ({ email }) => email, read: line(/^(?=.{6,254}$)[\w.+-]+@([a-z\d-]+\.)+[a-z]{2,}$/i) },
  phone: { of: 'phone', inputmode: 'tel', autocomplete: 'tel', words: ({ phone }) => phone, read: digits(/^(\+?62|0)8\d{7,12}$/) },
  mobile: { of: 'phone', inputmode: 'tel', autocomplete: 'tel-national', words: ({ mobile }) => mobile, read: digits(/^03\d{9}$/) },
  cnic: { of: 'cnic', inputmode: 'numeric', words: ({ cnic }) => cnic, read: digits(/^\d{13}$/) },
};

const typedKinds = Object.entries(TYPED).map(([key, { of, words, read, ...typing }]): [string, Kind] => {
  const name = key as PayerField;
  return [
    name,
    {
      names: of,
      payers: true,
      given: ({ payer }) => `${payer?.[of] ?? ''}`,
      says: (text) => {
        const said = read(text);
        return said === undefined ? undefined : { payer: { [of]: said } };
      },
      wrong: (states) => words(states)?.[2] ?? '',
      row: (life) => life.creation.typed(name, { ...typing, label: (states) => words(states)?.[0] ?? '', hint: (states) => words(states)?.[1] ?? '' }),
    },
  ];
});

/** A row for each field that only some countries want. */
export const kinds: Partial<Record<Field, Kind>> = {
  ...Object.fromEntries(typedKinds),
  payType: {
    names: 'payType',
    given: () => '',
    says: (code, host) => (isOffered(host.options?.('payType'), code) ? { payType: code } : undefined),
    wrong: ({ payType }) => payType?.[2] ?? '',
    row: (life) => select(life, 'payType'),
  },
  bankCode: {
    names: 'bankCode',
    payers: true,
    given: ({ payer }) => `${payer?.bankCode ?? ''}`,
    says: (code, host) => (isOffered(host.options?.('bankCode'), code) ? { payer: { bankCode: code } } : undefined),
    wrong: ({ bankCode }) => bankCode?.[2] ?? '',
    row: (life) => select(life, 'bankCode'),
  },
};

/** Never what nobody sees chosen: a bank that is not offered, or one that no longer is. */
const isOffered = (options: readonly { code: string }[] = [], code: string): boolean => options.some((one) => one.code === code);
