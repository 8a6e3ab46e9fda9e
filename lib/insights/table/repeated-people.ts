/**
 * @file Tables with several rows of one person (a row per month, per absence, per review): who somebody is may not be learned from, and a
 * model may not be tested on people whom it has learned, so a person's rows stay in one fold.
 */
import { spaced } from "./column-names";
import type { Column, DataTable, Notice } from "./types";

/** Names of columns that say whom a row is about. "Job role id" and the like are none. */
const PERSON_KEY = /^(id|((emp(loyee)?|staff|person(nel)?|worker|member|associate) ?(id|no|nr|num|number|code|key)|emp(loyee)?|e ?mail( address)?|user ?id))$|^(员工|人员|职工|工号|员工编号|员工号|人员编号|邮箱)$/;
const FEWEST_PEOPLE = 10;
/** Rows per person, on average, from which a table is one of several rows each; a few double entries are none. */
const ROWS_EACH = 1.5;

/** Does this column name people who stand in several rows each? */
export function namesRepeatedPeople({ name, cells }: Pick<Column, "name" | "cells">): boolean {
  if (!PERSON_KEY.test(spaced(name))) return false;
  const filled = cells.filter((cell) => cell !== null);
  const people = new Set(filled).size;
  return people >= FEWEST_PEOPLE && filled.length >= ROWS_EACH * people;
}

export interface PeopleInRows {
  readonly column: string | null;
  /** Per row a number: rows that may not be split have the same. */
  readonly groups: Int32Array;
  /** Different people; rows without a name count one each. Where nobody is repeated: the rows. */
  readonly people: number;
  readonly notices: readonly Notice[];
}

/** @param groups rows that are copies of each other, as findDuplicates gives them */
export function keepPeopleTogether(table: DataTable, groups: Int32Array): PeopleInRows {
  const column = table.columns.find((one) => one.role === "id" && namesRepeatedPeople(one));
  if (!column) return { column: null, groups, people: table.rows, notices: [] };
  const joined = groups.slice();
  const rootOf = (row: number): number => {
    let at = row;
    while (joined[at] !== at) at = joined[at] ?? at;
    return at;
  };
  const firstOf = new Map<string, number>();
  let nameless = 0;
  for (let row = 0; row < table.rows; row++) {
    const cell = column.cells[row] ?? null;
    if (cell === null) nameless++;
    else {
      const first = firstOf.get(String(cell));
      if (first === undefined) firstOf.set(String(cell), row);
      else {
        const [a, b] = [rootOf(first), rootOf(row)];
        joined[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  for (let row = 0; row < table.rows; row++) joined[row] = rootOf(row);
  const people = firstOf.size + nameless;
  const message = `"${column.name}" names ${people} people in ${table.rows} rows. A person's rows were kept in one fold, so that nobody is foretold by a model that has learned from them.`;
  return { column: column.name, groups: joined, people, notices: [{ code: "table/repeated-people", level: "info", columns: [column.name], values: { people, rows: table.rows }, message }] };
}
