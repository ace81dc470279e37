import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';

/** Where new ids come from; a test hands in its own. */
export interface Ids {
  /** For the merchant and the outbox. */
  paymentId(): string;
  /** Our reference at the provider: 26 to 35 letters and digits, which a Pix txid can hold. */
  attempt(): string;
}

/** Random ids: a UUID, and 128 bits as hex. */
export const randomIds: Ids = { paymentId: () => randomUUID(), attempt: () => randomBytes(16).toString('hex') };

/** SHA-256, hex. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** 256 random bits, base64url. */
export const newSalt = (): string => randomBytes(32).toString('base64url');

/**
 * The secret id of a payment, 256 bits as base64url. It is made of what the page holds (its Idempotency-Key) and what the
 * store holds (the salt): so a create that is sent again gets the same id, and a copy of the store gives none.
 */
export const secretId = (idempotencyKey: string, salt: string): string =>
  createHmac('sha256', idempotencyKey).update(`paytags id ${salt}`).digest('base64url');

/** Tells two requests under one Idempotency-Key apart; under the key, so that a CPF cannot be guessed from it. Hex. */
export const fingerprint = (idempotencyKey: string, text: string): string =>
  createHmac('sha256', idempotencyKey).update(`paytags request ${text}`).digest('hex');

/** How a customer is kept: nobody reads the merchant's id from it, though a short id can be found by trying. Hex. */
export const customerHash = (customer: string): string => sha256(`paytags customer ${customer}`);
