/**
 * @file Limits and what they are worth, in words: "1,000 more in the budget buys 0.5 hires".
 */
import type { Limit } from "./build-model";
import { percent } from "./share-clashes";
import type { ChannelProblem } from "./types";

export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** "12,500 EUR" / "12,500 EUR" with the problem's currency. */
export function money({ currency }: Pick<ChannelProblem, "currency">, amount: number): Words {
  const shown = new Intl.NumberFormat("en", { maximumFractionDigits: Math.abs(amount) < 100 ? 2 : 0 }).format(amount);
  return { en: `${currency} ${shown}`, zh: `${shown} ${currency}` };
}

export const count = (value: number): string => new Intl.NumberFormat("en", { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 1 }).format(value);

/** A limit's name, with its figure. */
export function limitWords(problem: ChannelProblem, { kind, channel, role, period, group, side, bound }: Limit): Words {
  const several = problem.budgets.length > 1 && period !== undefined;
  const [inPeriod, zhPeriod] = several ? [` in period ${period + 1}`, `第 ${period + 1} 期`] : ["", ""];
  const name = channel === undefined ? "" : (problem.channels[channel]?.name ?? "");
  const roleName = role === undefined ? "" : (problem.roles[role]?.name ?? "");
  const amount = money(problem, bound);
  switch (kind) {
    case "budget":
      if (problem.carryOver === false) return { en: `The budget of ${amount.en}${inPeriod}`, zh: `${zhPeriod}预算 ${amount.zh}` };
      return { en: `The budget${several ? ` up to period ${period + 1}` : ""} of ${amount.en}`, zh: `${several ? `截至第 ${period + 1} 期的` : ""}预算 ${amount.zh}` };
    case "hires":
      return { en: `The ${count(bound)} hires wanted for ${roleName}`, zh: `“${roleName}”所需的 ${count(bound)} 名录用` };
    case "capacity":
      return { en: `The capacity of ${name} (${count(bound)})${inPeriod}`, zh: `${zhPeriod}“${name}”的容量上限（${count(bound)}）` };
    case "floor":
      return { en: `The least of ${name} (${count(bound)})${inPeriod}`, zh: `${zhPeriod}“${name}”的最低数量（${count(bound)}）` };
    case "share": {
      const { largestShare = 1, smallestShare = 0 } = problem.channels[channel ?? -1] ?? {};
      if (side === "least") return { en: `The smallest share of ${name} (${percent(smallestShare)} %)`, zh: `“${name}”的最小占比（${percent(smallestShare)}%）` };
      return { en: `The largest share of ${name} (${percent(largestShare)} %)`, zh: `“${name}”的最大占比（${percent(largestShare)}%）` };
    }
    case "group-share":
      return { en: `The largest share of the group ${group ?? ""} (${percent(problem.largestGroupShare ?? 1)} %)`, zh: `“${group ?? ""}”类渠道的最大占比（${percent(problem.largestGroupShare ?? 1)}%）` };
  }
}

/** What `step` more of a limit changes. @param change of cost (cheapest; above 0 = dearer) or of value (most) */
export function priceWords(problem: ChannelProblem, limit: Limit, { change, step }: { change: number; step: number }): Words {
  const what = limitWords(problem, limit);
  const more = limit.kind === "budget" ? money(problem, step) : { en: count(step), zh: count(step) };
  if (problem.goal === "cheapest") {
    const cost = money(problem, Math.abs(change));
    return { en: `${what.en}: ${more.en} more makes the plan ${cost.en} ${change > 0 ? "dearer" : "cheaper"}.`, zh: `${what.zh}：每增加 ${more.zh}，方案成本${change > 0 ? "增加" : "减少"} ${cost.zh}。` };
  }
  const weighted = problem.roles.some(({ value }) => value !== undefined && value !== 1);
  const unit = weighted ? { en: "points of value", zh: "点价值" } : { en: "hires", zh: "名录用" };
  return { en: `${what.en}: ${more.en} more ${change > 0 ? "buys" : "costs"} ${count(Math.abs(change))} ${unit.en}.`, zh: `${what.zh}：每增加 ${more.zh}，${change > 0 ? "多得" : "减少"} ${count(Math.abs(change))} ${unit.zh}。` };
}
