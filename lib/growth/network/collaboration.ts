/**
 * @file Who works with whom, from what people put in themselves and chose to show: projects and teams that they name,
 * communities that they joined, mentorships that run. Only people who agreed are passed in, so a tie has two who agreed.
 * @source weight of a group 1 ÷ (members − 1): Newman 2001, "Scientific collaboration networks II", Phys. Rev. E 64, 016132
 */
import type { Words } from "../types";

/** More people than this in one project or community know of each other; that they work together it does not say. */
export const MOST_IN_GROUP = 15;

export interface GraphPerson {
  readonly id: string;
  readonly team: string;
  readonly site: string;
  /** Projects and teams in the person's own words. */
  readonly projects: readonly string[];
}

export interface SharedGroup {
  readonly name: Words;
  /** Ids of people; those who are not in the picture are left out here. */
  readonly members: readonly string[];
}

export const TIE_KINDS = ["project", "community", "mentoring"] as const;
export type TieKind = (typeof TIE_KINDS)[number];

export interface Tie {
  /** Ids; a < b. */
  readonly a: string;
  readonly b: string;
  /** > 0; 1 is a mentorship, or a project of two. */
  readonly weight: number;
  readonly reasons: readonly { readonly kind: TieKind; readonly name: Words | null; readonly weight: number }[];
}

export interface GraphRows {
  readonly people: readonly GraphPerson[];
  readonly communities: readonly SharedGroup[];
  readonly mentorships: readonly { readonly mentorId: string; readonly menteeId: string }[];
}

/** "Sea-lock  EMDEN" and "sea lock emden" are one project. */
export const projectKey = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/[\s,·–—_-]+/gu, " ").trim();

/** @returns one tie per pair that has something in common, strongest first */
export function tiesOf({ people, communities, mentorships }: GraphRows): Tie[] {
  const here = new Set(people.map(({ id }) => id));
  const pairs = new Map<string, Tie["reasons"][number][]>();
  const add = (one: string, other: string, reason: Tie["reasons"][number]) => {
    const key = [one, other].sort().join(" ");
    const known = pairs.get(key) ?? [];
    if (!known.some((each) => each.kind === reason.kind && each.name?.en === reason.name?.en)) pairs.set(key, [...known, reason]);
  };
  const group = (kind: TieKind, { name, members }: SharedGroup) => {
    const present = [...new Set(members)].filter((id) => here.has(id));
    if (present.length > MOST_IN_GROUP) return;
    present.forEach((one, i) => present.slice(i + 1).forEach((other) => add(one, other, { kind, name, weight: 1 / (present.length - 1) })));
  };
  for (const project of projectsOf(people)) group("project", project);
  for (const community of communities) group("community", community);
  for (const { mentorId, menteeId } of mentorships) if (mentorId !== menteeId && here.has(mentorId) && here.has(menteeId)) add(mentorId, menteeId, { kind: "mentoring", name: null, weight: 1 });
  const ties = [...pairs].map(([key, reasons]): Tie => {
    const [a = "", b = ""] = key.split(" ");
    return { a, b, weight: reasons.reduce((sum, { weight }) => sum + weight, 0), reasons };
  });
  return ties.sort((x, y) => y.weight - x.weight || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1));
}

/** Projects and teams by name, written as most people write them. */
export function projectsOf(people: readonly Pick<GraphPerson, "id" | "projects">[]): SharedGroup[] {
  const byKey = new Map<string, { readonly written: string[]; readonly members: string[] }>();
  for (const { id, projects } of people) {
    for (const name of projects) {
      const project = byKey.get(projectKey(name)) ?? { written: [], members: [] };
      project.written.push(name);
      project.members.push(id);
      byKey.set(projectKey(name), project);
    }
  }
  return [...byKey.values()].map(({ written, members }) => {
    const name = mostCommon(written);
    return { name: { en: name, zh: name }, members };
  });
}

function mostCommon(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}

export interface Bridge {
  /** Two teams, or two sites; in the order of the alphabet. */
  readonly between: readonly [string, string];
  /** Who holds the two together, with how many ties across, strongest first. */
  readonly people: readonly { readonly id: string; readonly ties: number }[];
  /** The one person without whom nothing in this picture joins the two; null: more than one. */
  readonly only: string | null;
}

/** Where two groups meet, strongest first. @param groupOf a person's team or site */
export function bridgesOf(ties: readonly Tie[], groupOf: ReadonlyMap<string, string>): Bridge[] {
  const across = new Map<string, { between: [string, string]; ties: Tie[] }>();
  for (const tie of ties) {
    const [one, other] = [groupOf.get(tie.a), groupOf.get(tie.b)];
    if (one === undefined || other === undefined || one === other) continue;
    const between: [string, string] = one < other ? [one, other] : [other, one];
    const known = across.get(between.join("\n")) ?? { between, ties: [] };
    known.ties.push(tie);
    across.set(between.join("\n"), known);
  }
  const weightOf = (list: readonly Tie[]) => list.reduce((sum, { weight }) => sum + weight, 0);
  return [...across.values()].sort((x, y) => weightOf(y.ties) - weightOf(x.ties) || (x.between.join() < y.between.join() ? -1 : 1)).map(({ between, ties: list }) => {
    const ids = [...new Set(list.flatMap(({ a, b }) => [a, b]))];
    const theirs = (id: string) => list.filter(({ a, b }) => a === id || b === id);
    const people = ids.sort((x, y) => weightOf(theirs(y)) - weightOf(theirs(x)) || (x < y ? -1 : 1)).map((id) => ({ id, ties: theirs(id).length }));
    // With a single tie both ends hold it: nobody is the only one.
    const holding = list.length < 2 ? [] : ids.filter((id) => theirs(id).length === list.length);
    return { between, people, only: holding.length === 1 ? (holding[0] ?? null) : null };
  });
}
