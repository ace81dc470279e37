import type { PayerField } from './provider.ts';
import { de } from './texts/de.ts';
import { el } from './texts/el.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';
import { id } from './texts/id.ts';
import { it } from './texts/it.ts';
import { pt } from './texts/pt-BR.ts';
import { ro } from './texts/ro.ts';
import { zh } from './texts/zh-HK.ts';

/** What the shopper reads beside a field or under the form, when the server refuses. */
export interface Texts {
  /** For `Intl`. */
  readonly language: string;
  readonly checkFields: string;
  readonly field: string;
  readonly required: string;
  readonly amount: string;
  readonly cpf: string;
  readonly method: string;
  readonly keyReused: string;
  readonly tooMany: string;
  readonly refused: string;
  readonly unavailable: string;
  readonly country: string;
  readonly amountNotOffered: string;
  /** The amounts, already in words. */
  readonly offers: (amounts: string) => string;
  readonly noOffer: string;
  readonly termsRequired: string;
  readonly kycRequired: string;
  readonly onePerMinute: string;
  /** What is still wanted of the payer; read on its own too, where the page has no field for it. */
  readonly wanted: Readonly<Record<PayerField, string>>;
}

/** The texts for whoever has said nothing of a language. */
export const ENGLISH = en;

/** The texts by the first part of a language tag. */
const TEXTS: Readonly<Record<string, Texts>> = { de, el, en, es, id, it, pt, ro, zh };

/** The texts in the first language of Accept-Language that there are texts in; English where there is none. */
export function textsFor(request: Request): Texts {
  const languages = (request.headers.get('accept-language') ?? '').slice(0, 256).toLowerCase().split(',');
  for (const language of languages) {
    const primary = /^\s*([a-z]+)/.exec(language)?.[1] ?? '';
    if (Object.hasOwn(TEXTS, primary)) return TEXTS[primary]!;
  }
  return en;
}
