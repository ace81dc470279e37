/** Why a request is turned away before it can change anything. */
export type RejectionCode =
  | 'bad-signature'
  | 'bad-body'
  | 'bad-key'
  | 'too-slow'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'too-large'
  | 'unsupported-media-type'
  | 'busy';

/** One row per code: the HTTP status and the fixed text that is answered. Nothing of the request is ever repeated. */
export const REJECTIONS: Record<RejectionCode, { readonly status: number; readonly message: string }> = {
  'bad-body': { status: 400, message: 'The body is not what this address takes.' },
  'bad-key': { status: 400, message: 'An Idempotency-Key header of 16 to 128 visible ASCII characters is required: a new random one for each press.' },
  'bad-signature': { status: 401, message: 'The request is not signed as agreed.' },
  'not-found': { status: 404, message: 'There is nothing here.' },
  'method-not-allowed': { status: 405, message: 'This address does not take that method.' },
  'too-slow': { status: 408, message: 'The body took too long to arrive.' },
  conflict: { status: 409, message: 'This differs from what came before under the same name.' },
  'too-large': { status: 413, message: 'The body is over 64 KiB.' },
  'unsupported-media-type': { status: 415, message: 'The body must be plain JSON, as application/json; of some callbacks a form.' },
  busy: { status: 503, message: 'Not now. Try again later.' },
};

/** The one error of whatever verifies, reads or parses a request: a stable `code`, and nothing of what the request held. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly code: RejectionCode;

  constructor(code: RejectionCode) {
    super(REJECTIONS[code].message);
    this.code = code;
  }
}
