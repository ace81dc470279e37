/** Does this after the last test of the process: such as to close what several files have used. */
export function afterAll(task: () => void | Promise<void>): void;
/** Runs test files one after the other in this process, and shares them with others that do. */
export function takeTurns(turns: { files: readonly string[]; folder: string; stuckMs: number }): Promise<void>;
