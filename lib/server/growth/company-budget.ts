/** @file The company's learning budget per person and year, and what a manager's yes is needed for. Kept as a setting; HR leads change it. */
import { listPlansSince, listSteps, type PlanRow, type StepRow } from "../../../db/queries/growth-plans";
import { getSetting, putSetting } from "../../../db/queries/settings";
import type { Database } from "../../../db/client";
import { growthBudget, type GrowthBudget } from "../../contracts/growth-offering";
import type { Clock } from "../../core/clock";
import { systemScope } from "../../core/scope";
import type { Currency, ExchangeRates, Money } from "../../growth/types";

const scope = systemScope("learning budget");
const SETTING = "growth-budget";

/** Units of each currency for one euro: for adding prices up, not for paying. Set by whoever runs Cadre; these are round figures. */
export const RATES: ExchangeRates = { EUR: 1, GBP: 0.85, CNY: 7.8 };

/** Where nothing is set, nothing is paid without a yes. */
const UNSET: GrowthBudget = { perPerson: { "": { amount: 0, currency: "EUR" } }, ownDecision: 0 };

export async function readBudget(db: Database): Promise<GrowthBudget> {
  const stored = await getSetting(db, scope, SETTING);
  return stored === null ? UNSET : growthBudget.parse(JSON.parse(stored));
}

/** The caller has checked that the actor may (offering.ts). */
export async function writeBudget(db: Database, budget: GrowthBudget): Promise<void> {
  await putSetting(db, scope, { key: SETTING, value: JSON.stringify(growthBudget.parse(budget)) });
}

/** The demo company's, as its policy on personal learning budgets has it. */
export async function seedBudget(db: Database): Promise<void> {
  if ((await getSetting(db, scope, SETTING)) !== null) return;
  const demo: GrowthBudget = { perPerson: { "": { amount: 1200, currency: "EUR" }, Rotterdam: { amount: 1200, currency: "EUR" }, Leeds: { amount: 1000, currency: "GBP" }, Suzhou: { amount: 9000, currency: "CNY" } }, ownDecision: 500 };
  await putSetting(db, scope, { key: SETTING, value: JSON.stringify(demo) });
}

export interface OwnBudget {
  readonly year: Money;
  readonly left: Money;
  /** Plans up to this need no yes. */
  readonly ownDecision: number;
  /** Of the year's plans, by id, in the currency of `year`. */
  readonly spent: ReadonlyMap<string, number>;
}

const yearOf = ({ perPerson }: GrowthBudget, site: string): Money => perPerson[site] ?? perPerson[""] ?? { amount: 0, currency: "EUR" };

/** What a site's people count in. */
export const currencyAt = async (db: Database, site: string): Promise<Currency> => yearOf(await readBudget(db), site).currency;

/** What the steps that were begun or done cost, in the plan's currency: paid, whoever decided on it. */
export function paidFor({ steps }: PlanRow["plan"], states: readonly Pick<StepRow, "courseId" | "status">[]): number {
  const begun = new Set(states.filter(({ status }) => status === "started" || status === "done").map(({ courseId }) => courseId));
  return steps.filter(({ courseId }) => begun.has(courseId)).reduce((sum, { price }) => sum + price, 0);
}

/**
 * What is left of this calendar year's budget. A plan takes what was approved for it, or what was begun and done of it where that is
 * more: a plan within one's own decision counts as it goes on, and one planned again dearer does not forget what is paid.
 */
export async function budgetOf(db: Database, person: { readonly id: string; readonly site: string }, clock: Clock): Promise<OwnBudget> {
  const budget = await readBudget(db);
  const year = yearOf(budget, person.site);
  const plans = await listPlansSince(db, scope, { employeeId: person.id, since: new Date(Date.UTC(new Date(clock.now()).getUTCFullYear(), 0, 1)) });
  const states = await listSteps(db, scope, plans.map(({ id }) => id));
  const spent = new Map(plans.map(({ id, approval, cost, plan }) => {
    const paid = convert({ amount: paidFor(plan, states.filter(({ planId }) => planId === id)), currency: plan.price.currency }, year.currency);
    return [id, Math.max(approval === "approved" ? cost : 0, paid)] as const;
  }));
  const left = year.amount - [...spent.values()].reduce((sum, amount) => sum + amount, 0);
  return { year, left: { amount: Math.max(0, Math.round(left * 100) / 100), currency: year.currency }, ownDecision: budget.ownDecision, spent };
}

/** @returns the amount in another currency, two decimals */
export function convert({ amount, currency }: Money, to: Currency): number {
  return Math.round((amount / RATES[currency]) * RATES[to] * 100) / 100;
}
