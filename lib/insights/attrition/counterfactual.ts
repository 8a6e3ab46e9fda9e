/**
 * @file "What would change it": the fewest changes, among things that a company can change and within what occurs in the
 * table, that bring a risk down to the usual band. What the model would say, not what a measure would achieve.
 */
import { showValue } from "../explain/show-value";
import type { Counterfactual, CounterfactualChange } from "../explain/types";
import { predictRows } from "../models/risk-model";
import { isProtectedName, spaced } from "../table/column-names";
import type { Cell, Column, DataTable } from "../table/types";
import type { AttritionModel } from "./types";

/** Words of what a company can change for a person. Pay only upwards, overtime and travel only downwards. */
const CHANGEABLE: readonly { readonly pattern: RegExp; readonly way: "up" | "down" | "any" }[] = [
  { pattern: /over ?time|加班/, way: "down" },
  { pattern: /business travel|travel frequency|出差/, way: "any" },
  { pattern: /income|salary|wage|pay\b|hike|bonus|stock|option|薪|工资|奖金|股权/, way: "up" },
  { pattern: /training|course|培训/, way: "up" },
  { pattern: /satisfaction|engagement|work life|balance|满意|敬业/, way: "up" },
  { pattern: /job involvement/, way: "up" },
  { pattern: /remote|home office|work mode|shift|workload|hours|projects?\b|远程|班次|工时|项目/, way: "any" },
  { pattern: /years since last promotion|last promotion|晋升间隔/, way: "down" },
  { pattern: /coach|mentor|导师/, way: "any" },
];

/** How a column may be changed by the company; null = it cannot. */
export function changeableWay(column: Pick<Column, "name">): "up" | "down" | "any" | null {
  const name = spaced(column.name);
  if (isProtectedName(column.name) || /distance|education|previous|num companies/.test(name)) return null;
  return CHANGEABLE.find(({ pattern }) => pattern.test(name))?.way ?? null;
}

const MOST_CHANGES = 3;
const STEPS = [0.5, 0.75, 0.9];

/** @returns null when the risk is in the usual band already, or nothing changeable brings it down noticeably (a tenth of it) */
export function counterfactualOf(model: AttritionModel, table: DataTable, row: number): Counterfactual | null {
  const risk = (of: DataTable): number => predictRows(model.model, of, [0])[0] ?? 0;
  let person = onlyRow(table, row);
  const before = risk(person);
  if (before < model.bands.raised) return null;
  const changes: CounterfactualChange[] = [];
  let current = before;
  while (changes.length < MOST_CHANGES && current >= model.bands.raised) {
    const options = optionsOf(model, table, { person, used: changes.map(({ feature }) => feature) });
    const tried = options.map((option) => ({ ...option, risk: risk(option.person) }));
    const best = tried.reduce<(typeof tried)[number] | null>((a, b) => (a === null || b.risk < a.risk ? b : a), null);
    if (!best || best.risk > current - 0.02) break;
    changes.push(best.change);
    [person, current] = [best.person, best.risk];
  }
  return changes.length > 0 && current <= 0.9 * before ? { changes, before, after: current } : null;
}

function onlyRow(table: DataTable, row: number): DataTable {
  return { ...table, rows: 1, columns: table.columns.map((column) => ({ ...column, cells: [column.cells[row] ?? null] })) };
}

interface Option {
  readonly change: CounterfactualChange;
  readonly person: DataTable;
}

/** Every single change that is allowed: to a better level that occurs in the table. */
function optionsOf(model: AttritionModel, table: DataTable, { person, used }: { person: DataTable; used: readonly string[] }): Option[] {
  return model.model.coding.codes.flatMap(({ feature }) => {
    const column = table.columns.find((one) => one.name === feature);
    const way = column ? changeableWay(column) : null;
    const from = person.columns.find((one) => one.name === feature)?.cells[0] ?? null;
    if (!column || !way || from === null || used.includes(feature)) return [];
    return levelsOf(column, from, way).map((to): Option => ({
      change: { feature, from, to, fromShown: showValue(column, from), toShown: showValue(column, to) },
      person: { ...person, columns: person.columns.map((one) => (one.name === feature ? { ...one, cells: [to] } : one)) },
    }));
  });
}

function levelsOf(column: Column, from: Cell, way: "up" | "down" | "any"): Cell[] {
  if (column.kind === "category") return column.categories.filter((value) => value !== from);
  const known = column.cells.filter((cell): cell is number => typeof cell === "number").sort((a, b) => a - b);
  const distinct = [...new Set(known)];
  // One step of a rating, or a usual better level of an amount; never beyond what nine in ten people have.
  const levels = distinct.length <= 10 ? distinct.filter((value) => Math.abs(value - Number(from)) <= 1) : STEPS.map((share) => known[Math.floor((way === "down" ? 1 - share : share) * known.length)] ?? Number(from));
  return levels.filter((value) => (way === "up" ? value > Number(from) : way === "down" ? value < Number(from) : value !== from));
}
