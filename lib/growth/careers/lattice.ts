/**
 * @file The lattice picture's data: roles by job family (columns) and grade (rows), several in a cell side by side.
 */
import type { CareerGraph, LatticePoint } from "../network-types";

export interface Lattice {
  /** Job families, left to right: neighbours are those that most people moved between. */
  readonly families: readonly string[];
  /** Grades that occur, lowest first. */
  readonly grades: readonly number[];
  readonly points: readonly LatticePoint[];
}

export function toLattice(graph: CareerGraph): Lattice {
  const families = orderFamilies(graph);
  const grades = [...new Set(graph.roles.map(({ grade }) => grade))].sort((a, b) => a - b);
  const taken = new Map<string, number>();
  const points = [...graph.roles].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, family, grade }): LatticePoint => {
    const cell = `${family} ${grade}`;
    const slot = taken.get(cell) ?? 0;
    taken.set(cell, slot + 1);
    return { roleId: id, column: families.indexOf(family), row: grades.indexOf(grade), slot };
  });
  return { families, grades, points };
}

/** Starts with the largest family and puts beside it, again and again, the one with most moves to the last. */
function orderFamilies({ roles, edges }: CareerGraph): string[] {
  const familyOf = new Map(roles.map(({ id, family }) => [id, family]));
  const size = (family: string) => roles.filter((role) => role.family === family).length;
  const between = (a: string, b: string) =>
    edges.reduce((sum, edge) => {
      const pair = [familyOf.get(edge.from), familyOf.get(edge.to)];
      return pair.includes(a) && pair.includes(b) ? sum + edge.people : sum;
    }, 0);
  const left = [...new Set(roles.map(({ family }) => family))].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  const ordered = left.splice(0, 1);
  while (left.length > 0) {
    const last = ordered.at(-1) ?? "";
    const next = left.reduce((best, family) => (between(last, family) > between(last, best) ? family : best));
    ordered.push(...left.splice(left.indexOf(next), 1));
  }
  return ordered;
}
