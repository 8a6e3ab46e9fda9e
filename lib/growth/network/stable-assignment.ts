/**
 * @file Many-to-one stable assignment: mentees propose in their order, mentors keep the best they have room for. No
 * pair is left that would both rather have each other; among all stable assignments the mentees' best.
 * @source Gale and Shapley 1962; many-to-one: Roth and Sotomayor 1990, chapter 5
 */

export interface Preferences {
  /** Per proposer: acceptable ids, most wanted first. */
  readonly proposers: ReadonlyMap<string, readonly string[]>;
  /** Per receiver: acceptable ids, most wanted first. Whom they do not list they do not take. */
  readonly receivers: ReadonlyMap<string, readonly string[]>;
  /** Places of each receiver, ≥ 0; absent: 0. */
  readonly capacity: ReadonlyMap<string, number>;
}

/** @returns proposer → receiver, for those who got one */
export function stableAssignment({ proposers, receivers, capacity }: Preferences): Map<string, string> {
  const rank = new Map([...receivers].map(([id, list]) => [id, new Map(list.map((proposer, place) => [proposer, place]))]));
  const held = new Map<string, string[]>([...receivers.keys()].map((id) => [id, []]));
  const next = new Map<string, number>();
  const free = [...proposers.keys()].sort();
  for (let proposer = free.shift(); proposer !== undefined; proposer = free.shift()) {
    const place = next.get(proposer) ?? 0;
    const receiver = proposers.get(proposer)?.[place];
    if (receiver === undefined) continue;
    next.set(proposer, place + 1);
    const order = rank.get(receiver);
    const room = capacity.get(receiver) ?? 0;
    const present = held.get(receiver);
    if (!order?.has(proposer) || !present || room < 1) {
      free.push(proposer);
      continue;
    }
    present.push(proposer);
    present.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    if (present.length > room) free.push(...present.splice(room));
  }
  return new Map([...held].flatMap(([receiver, list]) => list.map((proposer): [string, string] => [proposer, receiver])));
}
