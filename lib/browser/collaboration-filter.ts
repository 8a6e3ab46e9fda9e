/** @file What of the picture is shown: ties of the chosen kinds, people of a site or team with those whom they work with. */
import type { CollaborationView } from "../contracts/growth-network";

export type GraphTie = CollaborationView["ties"][number];
export type GraphPerson = CollaborationView["people"][number];
export const TIE_KINDS = ["project", "community", "mentoring"] as const;
export type TieKind = (typeof TIE_KINDS)[number];

export interface GraphFilter {
  /** "": all. */
  readonly site: string;
  readonly team: string;
  readonly kinds: readonly TieKind[];
}

export interface ShownGraph {
  readonly people: readonly GraphPerson[];
  readonly ties: readonly GraphTie[];
}

/** People of the site and team, whom they are tied to, and the ties of these people; everyone where nothing is chosen. */
export function shownGraph({ people, ties }: Pick<CollaborationView, "people" | "ties">, { site, team, kinds }: GraphFilter): ShownGraph {
  const ofKinds = ties.flatMap((tie) => {
    const reasons = tie.reasons.filter(({ kind }) => kinds.includes(kind));
    return reasons.length === 0 ? [] : [{ ...tie, reasons }];
  });
  const chosen = new Set(people.filter((person) => (site === "" || person.site === site) && (team === "" || person.team === team)).map(({ id }) => id));
  const kept = ofKinds.filter(({ a, b }) => chosen.has(a) || chosen.has(b));
  const present = new Set([...chosen, ...kept.flatMap(({ a, b }) => [a, b])]);
  return { people: people.filter(({ id }) => present.has(id)), ties: kept };
}

/** Ties of one person, strongest first, with the other one. */
export function tiesWith(id: string, { people, ties }: ShownGraph): { readonly other: GraphPerson; readonly tie: GraphTie }[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  return ties.flatMap((tie) => {
    if (tie.a !== id && tie.b !== id) return [];
    const other = byId.get(tie.a === id ? tie.b : tie.a);
    return other ? [{ other, tie }] : [];
  });
}
