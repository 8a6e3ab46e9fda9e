/**
 * @file Steps that could only prepare each other: within one block A may come before B and B before A, and a programme
 * without an order would accept both as each other's preparation. Finds them in a solution, and the cuts that rule
 * them out.
 * @source loop formulas: Lin and Zhao 2004, "ASSAT: computing answer sets of a logic program by SAT solvers", theorem 1
 */
import type { Row } from "../solver/linear-model";
import type { Formulation } from "./formulate";
import type { Need, Option } from "./option";

/** Order in which the chosen options can be done, or the ones that no order allows. */
export type Founded =
  | { readonly kind: "order"; readonly order: readonly Option[] }
  | { readonly kind: "stuck"; readonly stuck: readonly Option[] };

const byTime = (a: Option, b: Option) => a.startDay - b.startDay || a.endDay - b.endDay || a.step - b.step;

/** Takes, again and again, the earliest option whose every need is met by one already taken. */
export function foundOrder({ problem, before }: Formulation, chosen: readonly Option[]): Founded {
  const left = new Set([...chosen].sort(byTime));
  const order: Option[] = [];
  const met = (option: Option) =>
    (problem.steps[option.step]?.needs ?? []).every(({ suppliers }) => order.some((done) => suppliers.includes(done.step) && before(done, option)));
  for (let next = [...left].find(met); next !== undefined; next = [...left].find(met)) {
    order.push(next);
    left.delete(next);
  }
  return left.size === 0 ? { kind: "order", order } : { kind: "stuck", stuck: [...left] };
}

/**
 * Each stuck circle needs a supplier from outside, for a need that it cannot meet by itself: whichever of it came first
 * would have had one. One set of rows for every smallest circle among the stuck.
 */
export function cutsFor(formulation: Formulation, chosen: readonly Option[], stuck: readonly Option[]): Row[] {
  const rows: Row[] = [];
  for (let left = stuck; left.length > 0; ) {
    const circle = smallestCircle(formulation, chosen, left);
    rows.push(...circleCuts(formulation, chosen, circle));
    left = withoutFounded(formulation, chosen, left.filter((option) => !circle.includes(option)));
  }
  return rows;
}

function smallestCircle(formulation: Formulation, chosen: readonly Option[], stuck: readonly Option[]): readonly Option[] {
  let circle = stuck;
  for (const option of stuck) {
    const fewer = withoutFounded(formulation, chosen, circle.filter((other) => other !== option));
    if (fewer.length > 0) circle = fewer;
  }
  return circle;
}

/** Those of a set that depend on each other when all the other chosen ones are taken as given. */
function withoutFounded(formulation: Formulation, chosen: readonly Option[], set: readonly Option[]): readonly Option[] {
  const open = set.filter((option) => blockedNeed(formulation, option, chosen.filter((other) => !set.includes(other))) !== undefined);
  return open.length === set.length ? set : withoutFounded(formulation, chosen, open);
}

/** A need of the option that none of the given ones meets. */
function blockedNeed({ problem, before }: Formulation, option: Option, given: readonly Option[]): Need | undefined {
  return problem.steps[option.step]?.needs.find(({ suppliers }) => !given.some((done) => suppliers.includes(done.step) && before(done, option)));
}

/**
 * The circle is widened first: a supplier from outside that itself waits for the circle, or for its suppliers, is no way
 * in and joins it. That leaves fewer suppliers, and so a stronger cut.
 */
function circleCuts(formulation: Formulation, chosen: readonly Option[], circle: readonly Option[]): Row[] {
  const { problem, options, before } = formulation;
  const ofStep = new Map<number, Option[]>();
  for (const option of options) ofStep.set(option.step, [...(ofStep.get(option.step) ?? []), option]);
  const inside = new Set(circle);
  const waysIn = (option: Option, { suppliers }: Need) =>
    suppliers.flatMap((step) => ofStep.get(step) ?? []).filter((supplier) => !inside.has(supplier) && before(supplier, option));
  const given = chosen.filter((option) => !inside.has(option));
  const outside = new Set(
    circle.flatMap((option) => {
      const need = blockedNeed(formulation, option, given);
      return need ? waysIn(option, need) : [];
    }),
  );
  for (let grew = true; grew; ) {
    grew = false;
    for (const option of outside) {
      const waits = problem.steps[option.step]?.needs.some((need) => waysIn(option, need).every((supplier) => supplier !== option && outside.has(supplier)));
      if (!waits) continue;
      outside.delete(option);
      inside.add(option);
      grew = true;
    }
  }
  const columns = new Map(options.map((option, column) => [option, column]));
  const term = (option: Option, coefficient: number) => [columns.get(option) ?? 0, coefficient] as const;
  const supply = [...outside].map((option) => term(option, -1));
  const steps = new Set([...inside].map(({ step }) => step));
  return [...steps].map((step) => ({ lower: -Infinity, upper: 0, terms: [...[...inside].filter((option) => option.step === step).map((option) => term(option, 1)), ...supply] }));
}
