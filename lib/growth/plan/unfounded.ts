/**
 * @file Steps that could only prepare each other: within one block A may come before B and B before A, and a programme
 * without an order would accept both as each other's preparation. Finds them in a solution, and the cut that rules
 * them out.
 * @source loop formulas: Lin and Zhao 2004, "ASSAT: computing answer sets of a logic program by SAT solvers", theorem 1
 */
import type { Row } from "../solver/linear-model";
import type { Formulation } from "./formulate";
import { isBefore, type Need, type Option } from "./option";

/** Order in which the chosen options can be done, or the ones that no order allows. */
export type Founded =
  | { readonly kind: "order"; readonly order: readonly Option[] }
  | { readonly kind: "stuck"; readonly stuck: readonly Option[] };

const byTime = (a: Option, b: Option) => a.startDay - b.startDay || a.endDay - b.endDay || a.step - b.step;

/** Takes, again and again, the earliest option whose every need is met by one already taken. */
export function foundOrder({ problem }: Formulation, chosen: readonly Option[]): Founded {
  const left = new Set([...chosen].sort(byTime));
  const order: Option[] = [];
  const met = (option: Option) =>
    (problem.steps[option.step]?.needs ?? []).every(({ suppliers }) => order.some((done) => suppliers.includes(done.step) && isBefore(done, option)));
  for (let next = [...left].find(met); next !== undefined; next = [...left].find(met)) {
    order.push(next);
    left.delete(next);
  }
  return left.size === 0 ? { kind: "order", order } : { kind: "stuck", stuck: [...left] };
}

/**
 * Each stuck option needs a supplier from outside the stuck ones, for a need that they cannot meet by themselves:
 * whichever of them came first would have had one.
 */
export function cutsFor({ problem, options }: Formulation, chosen: readonly Option[], stuck: readonly Option[]): Row[] {
  const inside = new Set(stuck);
  const taken = chosen.filter((option) => !inside.has(option));
  const blocked = (option: Option, { suppliers }: Need) => !taken.some((done) => suppliers.includes(done.step) && isBefore(done, option));
  const outside = new Set<number>();
  for (const option of stuck) {
    for (const need of (problem.steps[option.step]?.needs ?? []).filter((each) => blocked(option, each))) {
      options.forEach((supplier, column) => {
        if (!inside.has(supplier) && need.suppliers.includes(supplier.step) && isBefore(supplier, option)) outside.add(column);
      });
    }
  }
  const supply = [...outside].map((column) => [column, -1] as const);
  return stuck.map((option) => ({ lower: -Infinity, upper: 0, terms: [[options.indexOf(option), 1] as const, ...supply] }));
}
