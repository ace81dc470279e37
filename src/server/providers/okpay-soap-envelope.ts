import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';

/** The namespace of OKPAY's functions and of their parameters. */
export const OKPAY_NAMESPACE = 'https://api.okpay.com';
/** SOAP 1.1. */
const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
/** An envelope is not nested deeper. */
const DEPTH_LIMIT = 20;

/** What no XML 1.0 document may hold, not even by its number. */
const NO_CHARACTER = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Whether XML carries the text as it is: a carriage return would arrive as a line feed. */
export const isCarried = (text: string): boolean => !NO_CHARACTER.test(text) && !text.includes('\r');

/** An element by its local name: text, the elements in it, or null where it is `xsi:nil`. */
export interface SoapElement {
  readonly name: string;
  readonly value: string | null | readonly SoapElement[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML, and characters by their number; throws for any other. */
const decode = (text: string): string =>
  text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));|&/g, (_, entity?: string, decimal?: string, hex?: string) => {
    const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined;
    const character = code === undefined ? ENTITIES[entity ?? ''] : code <= 0x10ffff ? String.fromCodePoint(code) : '';
    if (!character || NO_CHARACTER.test(character)) throw new Error('a reference to nothing');
    return character;
  });

const nothing = (): void => {};

const builder = new XMLBuilder({ ignoreAttributes: false, suppressBooleanAttributes: false, suppressEmptyNode: true });
const parser = new XMLParser({
  preserveOrder: true,
  removeNSPrefix: true,
  ignoreAttributes: false,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  maxNestedTags: DEPTH_LIMIT,
  jPath: false,
  // Such as `toString`: here a name is never looked up.
  onDangerousProperty: (name) => name,
  entityDecoder: {
    decode,
    // It is called for every DTD, even one without entities: SOAP has none.
    addInputEntities: () => {
      throw new Error('a DTD');
    },
    ...{ setExternalEntities: nothing, reset: nothing, setXmlVersion: nothing },
  },
});

/** An envelope around this one element, given as fast-xml-parser's builder takes it: `@_` before the name of an attribute. */
export const writeEnvelope = (body: object): string =>
  builder.build({ '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' }, 's:Envelope': { '@_xmlns:s': SOAP, 's:Body': body } }) as string;

/**
 * The one element in the body of an envelope in UTF-8, whatever its prefixes. Throws for anything else: a DTD, a processing instruction, a
 * reference that XML does not know, nesting over 20, text beside elements.
 */
export function readEnvelope(bytes: Uint8Array): SoapElement {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  // The validator passes over references behind the end.
  if (NO_CHARACTER.test(text) || !text.trimEnd().endsWith('>') || XMLValidator.validate(text) !== true) throw new Error('no XML');
  const [envelope, ...others] = elements(parser.parse(text) as Parsed[]);
  if (envelope?.name !== 'Envelope' || others.length || !Array.isArray(envelope.value)) throw new Error('no envelope');
  const bodies = (envelope.value as readonly SoapElement[]).filter(({ name }) => name === 'Body');
  const inside = bodies.length === 1 ? bodies[0]!.value : undefined;
  if (!Array.isArray(inside) || inside.length !== 1) throw new Error('no body');
  return inside[0] as SoapElement;
}

/** As the parser gives it: the element's name with what is in it, `#text` with its text, and `:@` with attributes. */
type Parsed = Readonly<Record<string, unknown>>;

/** The elements of a list; throws where text stands between them. */
function elements(list: readonly Parsed[]): SoapElement[] {
  return list.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@') ?? '';
    if (name === '#text' && !String(node[name]).trim()) return [];
    // A processing instruction begins with ?, and what is no element of XML with another sign.
    if (!/^[A-Za-z_][\w.-]*$/.test(name)) throw new Error('no element');
    return [{ name, value: valueOf(node[name] as Parsed[], Object(node[':@']) as Parsed) }];
  });
}

function valueOf(list: readonly Parsed[], attributes: Parsed): SoapElement['value'] {
  if (['true', '1'].includes(String(attributes['@_nil']))) return null;
  return list.every((node) => '#text' in node) ? list.map((node) => node['#text']).join('') : elements(list);
}
