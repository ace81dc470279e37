import { REJECTIONS, type Rejection } from './rejection.ts';
import type { Refusal } from './refusal.ts';

/** On every answer: nothing is kept, nothing is passed on, nothing is guessed. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Type': 'application/json; charset=utf-8',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** JSON with the headers that every answer carries. */
export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { ...HEADERS, ...headers } });

/** The fixed answer of a rejection. */
export const rejected = ({ code }: Rejection, headers: Record<string, string> = {}): Response =>
  json(REJECTIONS[code].status, { code, message: REJECTIONS[code].message }, headers);

/** 422: the shopper is told why there is no payment. */
export const refused = (refusal: Refusal): Response => json(422, refusal);
