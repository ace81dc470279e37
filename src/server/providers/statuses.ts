import type { ServerStatus } from '../provider.ts';

/** A provider's status words and ours for them; a word that is not here changes nothing. */
export type Statuses = Readonly<Record<string, ServerStatus>>;

/** The words that a provider's word may stand for. */
const WORDS: readonly ServerStatus[] = ['pending', 'processing', 'paid', 'failed', 'expired', 'canceled', 'refunded'];

/** Throws a TypeError unless there is a word and each stands for one of ours. */
export function checkStatuses(statuses: Statuses, who: string): void {
  const words = typeof statuses === 'object' && statuses !== null ? Object.values(statuses) : [];
  if (!words.length) throw new TypeError(`${who}: statuses is empty: say which of the provider's words mean pending, paid, …`);
  if (!words.every((word) => WORDS.includes(word))) throw new TypeError(`${who}: statuses must map to ${WORDS.join(', ')}`);
}
