/** Something that has happened, as ids and codes only: never a payload, a secret or a person. */
export interface Observation {
  readonly type:
    | 'create-refused'
    | 'provider-failed'
    | 'payment-created'
    | 'callback-rejected'
    | 'callback-verified'
    | 'callback-duplicate'
    | 'callback-conflict'
    | 'callback-unmatched'
    | 'callback-matched'
    | 'callback-unconfirmed'
    | 'callback-invalid'
    | 'callback-test'
    | 'callback-other'
    | 'paid-again'
    | 'provider-off'
    | 'query-failed'
    | 'refund-asked'
    | 'refund-pending'
    | 'refund-declined'
    | 'payout-told'
    | 'complaint-answered'
    | 'status-unknown'
    | 'status-changed'
    | 'status-pushed'
    | 'handler-called'
    | 'handler-failed';
  readonly provider?: string;
  readonly paymentId?: string;
  /** Our reference at the provider, as the callback names it; the log says `?` for one that we cannot have given. */
  readonly attempt?: string;
  /** The server's word after the change; where it was pushed, the word that the page was told. */
  readonly status?: string;
  /** A stable word for why. */
  readonly code?: string;
  /** The key of the outbox entry. */
  readonly key?: string;
  /** How many open streams it was sent to. */
  readonly streams?: number;
}

/** Which of them someone should read about in the log. */
const WARNINGS: ReadonlySet<Observation['type']> = new Set([
  'provider-failed',
  'callback-rejected',
  'callback-conflict',
  'callback-unmatched',
  'callback-unconfirmed',
  'callback-invalid',
  'paid-again',
  'query-failed',
  'refund-declined',
  'status-unknown',
  'handler-failed',
]);

/** Tells listener and log; a listener that throws changes nothing. */
export function observer(
  observe: ((observation: Observation) => void) | undefined,
  warn: (message: string) => void,
): (observation: Observation) => void {
  return (observation) => {
    try {
      const inReview = observation.type === 'status-changed' && observation.status === 'review';
      if (inReview || WARNINGS.has(observation.type)) warn(line(observation));
      observe?.(observation);
    } catch {
      warn(`paytags: the listener of "observe" threw at ${observation.type}`);
    }
  };
}

function line({ type, ...rest }: Observation): string {
  // A callback may name any reference; what could break the line or a terminal is not repeated.
  const attempt = rest.attempt === undefined || /^[\w-]{1,64}$/.test(rest.attempt) ? rest.attempt : '?';
  const parts = Object.entries({ ...rest, attempt }).flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`));
  return ['paytags:', type, ...parts].join(' ');
}
