import { REJECTIONS, type Rejection } from './rejection.ts';
import type { Refusal } from './refusal.ts';

/** On every answer: nothing is kept, nothing is passed on, nothing is guessed. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' } as const;

/** JSON with the headers that every answer carries. */
export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { ...HEADERS, ...JSON_TYPE, ...headers } });

/** Plain text with the same headers. */
export const plain = (status: number, text: string): Response =>
  new Response(text, { status, headers: { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' } });

/** The fixed answer of a rejection. */
export const rejected = ({ code }: Rejection, headers: Record<string, string> = {}): Response =>
  json(REJECTIONS[code].status, { code, message: REJECTIONS[code].message }, headers);

/** A stream of server-sent events; no proxy is to keep it back until it is full. */
export const eventStream = (body: ReadableStream<Uint8Array>): Response =>
  new Response(body, { headers: { ...HEADERS, 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' } });

/** 204: there is nothing more to come. An `EventSource` stops for good. */
export const noContent = (): Response => new Response(null, { status: 204, headers: HEADERS });

/** 303: the browser goes on by GET, wherever it came from. */
export const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { ...HEADERS, Location: location } });

/** 422: the shopper is told why there is no payment. */
export const refused = (refusal: Refusal): Response => json(422, refusal);
