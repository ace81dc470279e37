/** Which names were agreed, and how they are checked. */
interface Agreement<Names extends object> {
  /** The names that count where none was agreed. */
  readonly presets: Names;
  readonly agreed: Partial<Names> | undefined;
  /** The setting, for the words of the error. */
  readonly what: string;
  /** Fields that may be left out by `null`. */
  readonly optional?: readonly string[];
}

/**
 * The names of fields: the presets with what was agreed in their place. Throws a TypeError that begins with `what` for a field that is none,
 * whose value would never be read, and for a name that is no text.
 */
export function agreedNames<Names extends object>({ presets, agreed, what, optional = [] }: Agreement<Names>): Names {
  const names = { ...(presets as object) } as Record<string, unknown>;
  for (const [field, name] of Object.entries<unknown>(agreed ?? {})) {
    if (!Object.hasOwn(presets, field)) throw new TypeError(`${what}.${field} is none of ${Object.keys(presets).join(', ')}`);
    if (name === undefined) continue;
    const isName = typeof name === 'string' ? name.trim() : name === null && optional.includes(field);
    if (!isName) throw new TypeError(`${what}.${field} must be the name of a field`);
    names[field] = name;
  }
  return names as Names;
}
