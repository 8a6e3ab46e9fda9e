/**
 * @file Why this mix: what a hire costs by channel, and what the obvious choices (most hires per unit, cheapest unit) would
 * have cost instead.
 */
import { effectOf } from "./build-model";
import { count, money, type Words } from "./plan-words";
import type { Channel, ChannelProblem, ChannelRow } from "./types";

interface Priced {
  readonly channel: Channel;
  readonly effect: number;
  readonly perHire: number;
}

/** One paragraph per role. */
export function reasonsOf(problem: ChannelProblem, rows: readonly ChannelRow[]): Words[] {
  return problem.roles.flatMap(({ id, name }) => {
    const priced = problem.channels
      .map((channel): Priced => ({ channel, effect: effectOf(problem, channel, id), perHire: channel.unitCost / effectOf(problem, channel, id) }))
      .filter(({ effect }) => effect > 0)
      .sort((a, b) => a.perHire - b.perHire);
    const best = priced[0];
    if (!best) return [];
    const used = rows.filter((row) => row.role === id);
    const hires = used.reduce((sum, row) => sum + row.hires, 0);
    return [ranking(problem, name, priced), ...obvious(problem, { priced, best, hires }), ...beyond(problem, { best, priced, used })];
  });
}

function ranking(problem: ChannelProblem, role: string, priced: readonly Priced[]): Words {
  const list = (language: "en" | "zh"): string => priced.map(({ channel, effect, perHire }) => `${channel.name} ${money(problem, perHire)[language]} (${money(problem, channel.unitCost)[language]} ÷ ${count(effect)})`).join(language === "en" ? ", " : "，");
  return { en: `${role}: what counts is the cost of a hire, not of a unit: ${list("en")}.`, zh: `${role}：应比较每名录用的成本，而不是每次投放的成本：${list("zh")}。` };
}

/** The popular choice is the channel with the most hires per unit ("the strongest"); often it is also called the cheapest. */
function obvious(problem: ChannelProblem, { priced, best, hires }: { priced: readonly Priced[]; best: Priced; hires: number }): Words[] {
  const strongest = priced.reduce((a, b) => (b.effect > a.effect ? b : a));
  if (strongest.channel.id === best.channel.id || hires <= 0) return [];
  const [with_, without] = [strongest.perHire * hires, best.perHire * hires];
  const more = Math.round(100 * (strongest.perHire / best.perHire - 1));
  return [
    {
      en: `"${strongest.channel.name} first, it brings the most" is wrong here: it brings ${count(strongest.effect)} hires per unit against ${count(best.effect)}, but each of them costs ${more} % more. ${count(hires)} hires from ${strongest.channel.name} alone would take ${count(hires / strongest.effect)} units and ${money(problem, with_).en}; from ${best.channel.name} alone ${count(hires / best.effect)} units and ${money(problem, without).en}.`,
      zh: `“先做${strongest.channel.name}，因为它最划算”在这里并不成立：它每次带来 ${count(strongest.effect)} 名录用（${best.channel.name}为 ${count(best.effect)} 名），但每名录用贵 ${more}%。${count(hires)} 名录用全部来自${strongest.channel.name}需要 ${count(hires / strongest.effect)} 次、${money(problem, with_).zh}；全部来自${best.channel.name}只需 ${count(hires / best.effect)} 次、${money(problem, without).zh}。`,
    },
  ];
}

/** Why not everything comes from the cheapest. */
function beyond(problem: ChannelProblem, { best, priced, used }: { best: Priced; priced: readonly Priced[]; used: readonly ChannelRow[] }): Words[] {
  const others = priced.filter(({ channel }) => channel.id !== best.channel.id && used.some((row) => row.channel === channel.id));
  if (others.length === 0) return [];
  const limits = [
    best.channel.capacity === undefined ? null : { en: `its capacity of ${count(best.channel.capacity)} per period`, zh: `其每期容量上限 ${count(best.channel.capacity)}` },
    best.channel.largestShare === undefined ? null : { en: `its largest share of ${Math.round(100 * best.channel.largestShare)} %`, zh: `其最大占比 ${Math.round(100 * best.channel.largestShare)}%` },
    others.some(({ channel }) => (channel.floor ?? 0) > 0 || (channel.smallestShare ?? 0) > 0) ? { en: "what was promised to other channels", zh: "对其他渠道的承诺" } : null,
    problem.largestGroupShare === undefined || best.channel.group === undefined ? null : { en: "the diversity of sources", zh: "来源多样性要求" },
  ].filter((one) => one !== null);
  const names = others.map(({ channel }) => channel.name);
  if (limits.length === 0) return [{ en: `${names.join(", ")} fill what whole units of ${best.channel.name} leave over.`, zh: `${names.join("、")}补足整数单位下${best.channel.name}留下的余额。` }];
  return [{ en: `Not everything comes from ${best.channel.name}, because of ${limits.map(({ en }) => en).join(" and ")}; ${names.join(", ")} take the rest.`, zh: `并非全部来自${best.channel.name}，原因是${limits.map(({ zh }) => zh).join("以及")}；其余由${names.join("、")}承担。` }];
}
