import { FORM_VARIABLES, ITEM_VARIABLES, LEADING_VARIABLES, type OkpayVariable } from '../../formats/okpay-variables.ts';
import type { OkpayTexts } from '../../formats/okpay-fields.ts';
import { camelCase } from '../plain/plain-element.ts';

type KebabCase<Name extends string> = Name extends `${infer Head}_${infer Tail}` ? `${Head}-${KebabCase<Tail>}` : Name;

/** `payer-city` of `payer_city`. */
export const kebabCase = (name: string): string => name.replaceAll('_', '-');

const attributesOf = <Name extends string>(variables: readonly OkpayVariable<Name>[]) => variables.map(({ name }) => kebabCase(name) as KebabCase<Name>);

/** The attributes of an item, in the order of the table. */
export const ITEM_ATTRIBUTES = attributesOf(ITEM_VARIABLES);

const VARIABLES = [...LEADING_VARIABLES, ...FORM_VARIABLES];

/** The attributes of a form, and those of the item on the button itself. */
export const FORM_ATTRIBUTES = [...attributesOf(VARIABLES), ...ITEM_ATTRIBUTES.map((name) => `item-${name}` as const)];

/** The attributes of a button that are no variables. */
export const OWN_ATTRIBUTES = [
  'action', 'as', 'kind', 'ask', 'target', 'merchant', 'reference', 'create-url', 'status-url', 'help-url', 'success-url', 'failure-url', 'allow-origins',
] as const;

const textsOf = (element: Element, variables: readonly OkpayVariable[], prefix = ''): OkpayTexts =>
  Object.fromEntries(variables.map(({ name }) => [name, Reflect.get(element, camelCase(prefix + kebabCase(name))) as string]));

/** What a button says of the form. */
export const formOf = (button: Element): OkpayTexts => textsOf(button, VARIABLES);

/** What an `<okpay-item>` says, or with `item-` before its attributes the button itself. */
export const itemOf = (element: Element, prefix = ''): OkpayTexts => textsOf(element, ITEM_VARIABLES, prefix);
