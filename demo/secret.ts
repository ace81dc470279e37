import { randomBytes } from 'node:crypto';

/** A secret that lives as long as the process. */
export const secret = (): string => randomBytes(32).toString('base64url');
