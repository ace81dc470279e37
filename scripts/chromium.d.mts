/** What Chromium is started with. */
export const CHROMIUM_ARGS: string[];
/** The path of a Chromium that runs; throws an Error that says in one line what to do where none can be had. */
export function findChromium(): string;
/** `findChromium`, ending the process with that one line when there is none. */
export function chromiumOrExit(): string;
