/** One of several that a page offers: the code that is sent, and what the shopper reads. */
export interface Option {
  readonly code: string;
  readonly name: string;
}

/** A code: letters, digits, `_`, `.` and `-`. */
const ENTRY = /^([\w.-]{1,64})(?:\s*:\s*(\S.*))?$/su;

/**
 * The options in a list with commas between them, each a code, or a code, a colon and a name: `VCB: Vietcombank, ACB`. A code
 * without a name is its own. What is neither is left out, and so is a code that stands there already.
 */
export function optionsOf(list: string): readonly Option[] {
  const options = new Map<string, Option>();
  for (const entry of list.split(',')) {
    const [, code, name = code] = ENTRY.exec(entry.trim()) ?? [];
    if (code && name && !options.has(code)) options.set(code, { code, name });
  }
  return [...options.values()];
}

/** Whether nothing has to be left out of a list. */
export const isList = (list: string): boolean => !list || optionsOf(list).length === list.split(',').length;
