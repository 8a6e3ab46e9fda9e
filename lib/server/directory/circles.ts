/** @file Circles in who manages whom: nobody may be above themselves, however many steps away. */

/** @param managers person → their manager, null for nobody @returns everyone who lies on a circle */
export function findCircles(managers: ReadonlyMap<string, string | null>): Set<string> {
  const onCircle = new Set<string>();
  const finished = new Set<string>();
  for (const start of managers.keys()) {
    const path: string[] = [];
    const places = new Map<string, number>();
    for (let person: string | null = start; person !== null && !finished.has(person); person = managers.get(person) ?? null) {
      const seen = places.get(person);
      if (seen !== undefined) {
        path.slice(seen).forEach((one) => onCircle.add(one));
        break;
      }
      places.set(person, path.length);
      path.push(person);
    }
    path.forEach((one) => finished.add(one));
  }
  return onCircle;
}
