import { readBytes } from '../body.ts';
import { Rejection } from '../rejection.ts';
import { ProviderError, reach, unreached, type Fetch } from './ask.ts';
import { OKPAY_NAMESPACE, readEnvelope, writeEnvelope, type SoapElement } from './okpay-soap-envelope.ts';
import { OkpaySoapError } from './okpay-soap-error.ts';

/** Names and texts of parameters, in the function's order. */
export type SoapParams = readonly (readonly [name: string, value: string])[];

/** The largest answer that is read, in bytes. */
const ANSWER_LIMIT = 1024 * 1024;

/**
 * Calls a function once: document/literal wrapped, with the SOAPAction of the service's WSDL (public clients hold copies, such as
 * jamiequint/okpay-ruby). Gives what is in `<…Result>`. Throws an OkpaySoapError for a fault, else a ProviderError.
 */
export async function callOkpay({ url, fetch }: { readonly url: string; readonly fetch: Fetch | undefined }, name: string, params: SoapParams): Promise<SoapElement['value']> {
  const headers = { 'Content-Type': 'text/xml; charset=utf-8', Accept: 'text/xml', SOAPAction: `"${OKPAY_NAMESPACE}/I_OkPayAPI/${name}"` };
  const body = writeEnvelope({ [name]: { '@_xmlns': OKPAY_NAMESPACE, ...Object.fromEntries(params) } });
  const response = await reach(fetch, url, { method: 'POST', headers, body });
  // SOAP 1.1 sends faults with 500.
  if (response.status !== 200 && response.status !== 500) {
    await response.body?.cancel().catch(() => {});
    throw new ProviderError(`http-${response.status}`);
  }
  const bytes = await bytesOf(response);
  let said: SoapElement;
  try {
    said = readEnvelope(bytes);
  } catch {
    throw new ProviderError(response.status === 500 ? 'http-500' : 'bad-answer');
  }
  if (said.name === 'Fault') throw new OkpaySoapError(faultTexts(said, params));
  const [result, ...others] = childrenOf(said);
  if (response.status !== 200 || said.name !== `${name}Response` || others.length || (result && result.name !== `${name}Result`)) throw new ProviderError('bad-answer');
  return result ? result.value : null;
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array();
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  try {
    return await readBytes(reader, ANSWER_LIMIT);
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error instanceof Rejection ? new ProviderError('bad-answer') : unreached(error);
  }
}

/** The elements in an element; none in text or in `xsi:nil`. */
export const childrenOf = ({ value }: Pick<SoapElement, 'value'>): readonly SoapElement[] => (Array.isArray(value) ? (value as readonly SoapElement[]) : []);

/** All texts of a fault but those of the call itself, which may read like an error; the local part of its code, which is a qualified name. */
function faultTexts(element: SoapElement, sent: SoapParams): string[] {
  const { name, value } = element;
  if (sent.some(([param, text]) => param === name || text === value)) return [];
  if (typeof value === 'string') return [name === 'faultcode' ? value.replace(/^.*:/s, '') : value];
  return childrenOf(element).flatMap((child) => faultTexts(child, sent));
}
