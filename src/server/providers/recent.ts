import { createHmac, randomBytes } from 'node:crypto';

/** What was used a moment ago, in the memory of this process alone, and as hashes that nobody can compare with another process's. */
export interface Recent {
  /** Whether this may be used now; then it is, and counts for the time to come. */
  take(what: string, now: Date): boolean;
}

/** Remembers for so many milliseconds; the same may be used so many times within them. */
export function createRecent(within: number, times = 1): Recent {
  const secret = randomBytes(32);
  const uses = new Map<string, number[]>();
  return {
    take(what, now) {
      const since = now.getTime() - within;
      for (const [hash, at] of uses) {
        if (at.at(-1)! > since) break;
        uses.delete(hash);
      }
      const hash = createHmac('sha256', secret).update(what).digest('base64');
      const recent = (uses.get(hash) ?? []).filter((at) => at > since);
      if (recent.length >= times) return false;
      // The latest use stands last, so that what is over is found first.
      uses.delete(hash);
      uses.set(hash, [...recent, now.getTime()]);
      return true;
    },
  };
}
