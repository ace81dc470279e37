import document from '../vectors/gs1-128.json' with { type: 'json' };

/** A voucher that a tag can be given, and what scanners have to read from its bars. */
export interface Voucher {
  readonly id: string;
  readonly packageId: string;
  readonly paymentCode: string;
  readonly gs1Pattern: string;
  /** What is encoded, with GS for FNC1: what one scanner gives out. */
  readonly text: string;
  /** What is encoded, for people: what the other scanner gives out, by its own table of AIs. */
  readonly readable: string;
  /** Modules of the symbol, without quiet zones: 1 for bar, 0 for space. */
  readonly modules: string;
}

const GS = '\x1d';

/** Patterns by which the vectors that are no OKTO voucher come of a package id and a payment code. */
const PATTERNS: Readonly<Record<string, readonly [gs1Pattern: string, packageId: string, paymentCode: string]>> = {
  'gs-11': ['010{packageId}21{paymentCode}', '9501101530003', 'ABC123'],
  'gs-13': [`010%s10ABC${GS}21%s`, '9501101530003', '12345'],
  'gs-15': ['(01)0{packageId}(3103){paymentCode}', '9521234543213', '000195'],
  'gs-19': [`8020{paymentCode}${GS}010{packageId}`, '9501101530003', '123456789012'],
  'gs-21': ['010{packageId}21SN-{paymentCode}_1', '9501101530003', '00'],
  'gs-24': [`253{packageId}${GS}21{paymentCode}`, '9501101020016', '1'],
};

/** Every code of the vectors that two values and a pattern make. */
export const VOUCHERS: readonly Voucher[] = document.vectors.flatMap(({ id, okto, elementStringGS, hri, modules }) => {
  const [gs1Pattern, packageId, paymentCode] = PATTERNS[id] ?? [okto?.pattern_braces ?? '', okto?.packageId ?? '', okto?.paymentCode ?? ''];
  return packageId ? [{ id, packageId, paymentCode, gs1Pattern, text: elementStringGS, readable: hri, modules }] : [];
});

/** The others, by their element strings. */
export const OTHER_CODES: readonly Pick<Voucher, 'id' | 'text' | 'readable' | 'modules'>[] = document.vectors
  .filter(({ id }) => !VOUCHERS.some((voucher) => voucher.id === id))
  .map(({ id, elementStringGS, hri, modules }) => ({ id, text: elementStringGS, readable: hri, modules }));

export const voucher = (id: string): Voucher => {
  const found = VOUCHERS.find((each) => each.id === id);
  if (!found) throw new Error(`test/vectors/gs1-128.json has no ${id} that a tag can be given`);
  return found;
};

/** A tag in a page: what it is to draw, and what stands around the bars. */
export const tagOf = ({ packageId, paymentCode, gs1Pattern }: Voucher, more = ''): string =>
  `<okto-cash-barcode package-id="${packageId}" payment-code="${paymentCode}" gs1-pattern="${gs1Pattern.replaceAll(GS, '&#29;')}" amount="10.00" currency="EUR" merchant="Example Games" reference="ORD-7741" expires-at="2030-11-24T23:59:00+01:00" ${more}></okto-cash-barcode>`;
