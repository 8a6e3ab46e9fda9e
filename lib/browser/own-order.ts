/** @file A list that somebody puts in order: an entry taken from one place to another, the rest closing up. */

/** @param to 0-based; below 0 and beyond the end count as the ends. An entry that is not there changes nothing. */
export function moved<T>(list: readonly T[], entry: T, to: number): T[] {
  if (!list.includes(entry)) return [...list];
  const rest = list.filter((each) => each !== entry);
  rest.splice(Math.min(Math.max(to, 0), rest.length), 0, entry);
  return rest;
}
