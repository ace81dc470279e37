/** An object for the provider: each value under the name that was agreed; what has no name (`null`) or no value is left out. */
export function named(names: Readonly<Record<string, string | null>>, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [field, name] of Object.entries(names)) if (name !== null && values[field] !== undefined) body[name] = values[field];
  return body;
}
