/** @file Words of the further limits of a channel budget: diversity of sources, and budgets that carry over. */
import { defineWords } from "@/app/_components/language/define-words";

export const LIMITS = defineWords({
  en: {
    more: "More limits",
    moreSet: (n: number) => `More limits (${n} set)`,
    diversity: "Diversity of sources",
    diversityHelp: "Channels of one group count together, say “Events” or “Online”. A channel with a smallest share is bought even where it is dear.",
    group: "Group",
    smallestShare: "Smallest share of hires (%)",
    largestGroupShare: "Largest share of one group (%)",
    largestGroupShareHelp: "Of all hires, over all periods. Channels without a group are not counted.",
    noGroups: "No channel has a group yet: write one beside the channels it is to hold for.",
    carryOver: "Money left over in a period may be spent later",
    carryOverHelp: "Off: every period has only its own budget.",
    carryOverOne: "There is one period only; add another one under “Budget per period”.",
  },
  zh: {
    more: "更多限制",
    moreSet: (n) => `更多限制（已设 ${n} 项）`,
    diversity: "来源多样性",
    diversityHelp: "同一类别的渠道合并计算，例如“活动”或“线上”。设有最小比例的渠道，即使较贵也会购买。",
    group: "类别",
    smallestShare: "占录用的最小比例（%）",
    largestGroupShare: "一类渠道的最大比例（%）",
    largestGroupShareHelp: "占各期全部录用的比例；未填类别的渠道不计入。",
    noGroups: "尚无渠道填写类别：请在需要限制的渠道旁填写。",
    carryOver: "一期未用完的资金可用于以后各期",
    carryOverHelp: "关闭时，每期只有各自的预算。",
    carryOverOne: "目前只有一期；可在“各期预算”下添加。",
  },
});
