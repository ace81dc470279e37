/** The provider's own words for a charge. They are the sandbox's: the public documents give none. */
export type ChargeWord = 'WAITING' | 'IN_PROCESS' | 'CONFIRMED' | 'REJECTED' | 'EXPIRED' | 'CANCELED' | 'REFUNDED';

/** A charge as the provider keeps it. */
export interface SandboxCharge {
  /** The shop's reference. */
  readonly externalId: string;
  /** The last part of the address in the BR Code. */
  readonly token: string;
  /** The BR Code text. */
  readonly code: string;
  /** Decimal text in major units, as asked. */
  readonly amount: string;
  readonly currency: string;
  readonly cpf: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  word: ChargeWord;
  /** What the payer has really paid, decimal text in major units. */
  paidAmount?: string;
  /** The last callback, byte for byte. */
  lastCallback?: string;
}

/** Why the payer's bank or the provider does not do what it was asked, with the HTTP status of its route. */
export const BANK_ERRORS = {
  'unknown-code': { status: 404, message: 'No charge is known for this code.' },
  'not-payable': { status: 409, message: 'This charge is not waiting to be paid.' },
  'not-paid': { status: 409, message: 'This charge has not been paid.' },
  expired: { status: 410, message: 'This charge has expired.' },
  damaged: { status: 422, message: 'This is not a valid BR Code.' },
  'bad-request': { status: 400, message: 'This request cannot be read.' },
} as const;

/** The one error of the payer's bank, with a stable `code` of {@link BANK_ERRORS}. */
export class BankError extends Error {
  override readonly name = 'BankError';
  readonly code: keyof typeof BANK_ERRORS;

  constructor(code: keyof typeof BANK_ERRORS) {
    super(BANK_ERRORS[code].message);
    this.code = code;
  }
}

/** What a demo can show of the provider's side: ids and codes only. */
export interface SandboxEvent {
  readonly type: 'callbacks-registered' | 'charge-created' | 'code-read' | 'charge-changed' | 'callback-sent' | 'callback-given-up';
  readonly externalId?: string;
  readonly word?: ChargeWord;
  /** The HTTP status that the shop answered; 0 when it could not be reached. */
  readonly status?: number;
  /** Which try of a callback, from 1. */
  readonly attempt?: number;
}

/** The test payers of the provider's document (PaymentIQ, "Oktopay", test information). */
export const OKTO_PIX_TEST_PAYERS = [
  { name: 'Joao Pedro Ferreira Lopez', cpf: '051.233.865-56' },
  { name: 'Mineiro Chiotiz', cpf: '141.040.632-66' },
  { name: 'João Silva', cpf: '707.726.010-03' },
] as const;
