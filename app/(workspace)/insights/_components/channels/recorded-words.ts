/** @file Words of what channels brought according to the applications in Cadre. */
import { defineWords } from "@/app/_components/language/define-words";
import { count, digits } from "@/app/_components/words";

export const RECORDED = defineWords({
  en: {
    title: "Hires recorded in your openings",
    says: (people: number) => `From ${count(people, "application")} in Cadre, of the whole company, sums only. A hire counts for each application that has been decided; whoever is under way is left for later. Where few were decided, the figure is drawn towards the other channels.`,
    leftOut: (channels: number, people: number) => `Left out: ${count(channels, "channel")} of fewer than five people (${digits(people)} in all).`,
    none: "No channel has five applications yet. Channels and outcomes are recorded in each opening.",
    applied: "Applied",
    interviewed: "Came to an interview",
    decided: "Decided",
    hired: "Hired",
    days: "Days to a hire",
    effect: "Hires per application",
    undecided: "nothing decided yet",
    spent: (currency: string) => `Spent on it (${currency})`,
    spentOn: (channel: string) => `Spent on ${channel}`,
    take: "Plan with these",
    takeSays: "Asks for the cheapest way to as many hires as these channels brought, within what was spent on them. One unit is one application. Cadre does not know what a channel cost: type what was spent over the same time, 0 where it was free. Each channel may bring at most as many applications per period as it did so far; change that above.",
  },
  zh: {
    title: "各职位记录的录用结果",
    says: (people) => `依据系统中全公司的 ${digits(people)} 份申请，仅为合计。按已有结论的申请计算录用；仍在流程中的不计入。结论较少时，数值会向其他渠道靠拢。`,
    leftOut: (channels, people) => `未列出：${digits(channels)} 个不足五人的渠道（共 ${digits(people)} 人）。`,
    none: "尚无任何渠道达到五份申请。渠道与结果在各职位中记录。",
    applied: "申请",
    interviewed: "进入面试",
    decided: "已有结论",
    hired: "录用",
    days: "录用所需天数",
    effect: "每份申请录用人数",
    undecided: "尚无结论",
    spent: (currency) => `投入（${currency}）`,
    spentOn: (channel) => `${channel}的投入`,
    take: "用于规划",
    takeSays: "以这些渠道已录用的人数为目标、以其投入为预算，求成本最低的方案。一个单位即一份申请。系统不了解渠道成本：请填写同一时期的投入，免费渠道填 0。每个渠道每期的申请数以迄今的数量为上限，可在上方修改。",
  },
});
