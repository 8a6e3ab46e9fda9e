/**
 * @file Figures of a channel problem that cannot be right, told before anything is solved.
 */
import { AppError } from "../../core/errors";
import type { ChannelProblem, EffectRange } from "./types";

/** @throws AppError "insights/bad-problem" listing everything that is wrong */
export function checkProblem({ channels, roles, budgets, largestGroupShare }: ChannelProblem): void {
  const wrong: string[] = [];
  const isAmount = (value: number): boolean => Number.isFinite(value) && value >= 0;
  const isShare = (value: number | undefined): boolean => value === undefined || (value >= 0 && value <= 1);
  if (channels.length === 0) wrong.push("there is no channel");
  if (roles.length === 0) wrong.push("there is no role to hire for");
  if (budgets.length === 0) wrong.push("there is no period");
  if (!budgets.every((budget) => budget >= 0)) wrong.push("a budget is negative");
  if (!isShare(largestGroupShare)) wrong.push("the largest share of a group must lie between 0 and 1");
  if (new Set(channels.map(({ id }) => id)).size < channels.length) wrong.push("two channels have the same id");
  if (new Set(roles.map(({ id }) => id)).size < roles.length) wrong.push("two roles have the same id");
  for (const role of roles) if (!isAmount(role.hires) || !(role.value === undefined || role.value > 0)) wrong.push(`${role.name}: hires must be 0 or more, value above 0`);
  for (const { name, unitCost, effect, effectRange, byRole = {}, capacity, floor, largestShare, smallestShare } of channels) {
    const own = Object.values(byRole);
    const isUpright = (range: EffectRange | undefined): boolean => range === undefined || (range.low >= 0 && range.low <= range.high);
    if (!isAmount(unitCost)) wrong.push(`${name}: the cost per unit must be 0 or more`);
    if (![effect, ...own.map((role) => role.effect)].every(isAmount)) wrong.push(`${name}: the effect must be 0 or more hires per unit`);
    if (![effectRange, ...own.map(({ range }) => range)].every(isUpright)) wrong.push(`${name}: the effect's range is upside down`);
    if (!isShare(largestShare) || !isShare(smallestShare)) wrong.push(`${name}: shares must lie between 0 and 1`);
    if ((floor ?? 0) < 0 || (capacity ?? Infinity) < (floor ?? 0)) wrong.push(`${name}: the fewest units (${floor ?? 0}) exceed the most (${capacity ?? "no limit"})`);
  }
  if (wrong.length > 0) throw new AppError("insights/bad-problem", `The plan cannot be worked out: ${wrong.join("; ")}.`, { userMessage: `The plan cannot be worked out: ${wrong.join("; ")}.` });
}
