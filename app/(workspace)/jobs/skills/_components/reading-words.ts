/** @file Words of what corrections teach about reading openings. */
import { defineWords } from "@/app/_components/language/define-words";
import { count, digits } from "@/app/_components/words";

export const READING = defineWords({
  en: {
    title: "How openings are read",
    says: "When several of you make a must-have a wish, throw a line out, join what was cut apart, or type what was missed, the words that stand there may say it the next time too. Each was tried on the corrected openings that you work on. Taken in, the next job texts are read with it; openings that were read keep what they ask.",
    none: "Nothing new at present. Words are offered here when corrections in two openings by two people, or in three by one, say the same.",
    sentence: {
      heading: { must: (words: string) => `Under the heading “${words}” stand must-haves`, nice: (words: string) => `Under the heading “${words}” stands what is nice to have`, none: (words: string) => `Under the heading “${words}” nothing is asked`, one: (words: string) => `The heading “${words}” is one thing` },
      opening: { must: (words: string) => `Sentences that begin with “${words}” ask`, nice: (words: string) => `Sentences that begin with “${words}” wish`, none: (words: string) => `Sentences that begin with “${words}” ask nothing`, one: (words: string) => `Sentences that begin with “${words}” ask one thing` },
      within: { must: (words: string) => `“${words}” makes it a must-have`, nice: (words: string) => `“${words}” makes it nice to have`, none: (words: string) => `“${words}” asks nothing`, one: (words: string) => `“${words}” is one requirement, not several` },
    },
    would: (corrections: number, openings: number, people: number) => `would have spared ${count(corrections, "correction")} in ${count(openings, "opening")}${people > 0 ? `, made by ${count(people, "person", "people")}` : ""}`,
    wrong: (n: number) => (n === 0 ? "wrong in none that was corrected" : `would have been wrong in ${digits(n)}`),
    example: "For instance:",
    take: "Read it so from now on",
    leave: "Leave it out",
    taken: (words: string) => `Job texts are read by “${words}” from now on.`,
    leftOut: (words: string) => `“${words}” is offered no more.`,
    inUse: (n: number) => `In use: ${digits(n)}`,
    since: (day: string) => `since ${day}`,
    out: "Take it out",
    isOut: (words: string) => `Job texts are read without “${words}” again.`,
    left: (n: number) => `Left out: ${digits(n)}`,
    offer: "Offer it again",
    offered: (words: string) => `“${words}” is offered again.`,
  },
  zh: {
    title: "职位的读取方式",
    says: "若多次有人把必备改为加分、删去某行、合并被拆开的要求或补充漏读的要求，那里的词语下次也可作为依据。每条都已在您参与的、更正过的职位上试读。采用后，之后的职位文本将据此读取；已读取的职位保持原有要求。",
    none: "目前没有新的词语。当两人在两个职位、或一人在三个职位中的更正一致时，相关词语会列在这里。",
    sentence: {
      heading: { must: (words) => `标题“${words}”之下为必备要求`, nice: (words) => `标题“${words}”之下为加分项`, none: (words) => `标题“${words}”之下不作要求`, one: (words) => `标题“${words}”是一个整体` },
      opening: { must: (words) => `以“${words}”开头的句子是要求`, nice: (words) => `以“${words}”开头的句子是加分项`, none: (words) => `以“${words}”开头的句子不作要求`, one: (words) => `以“${words}”开头的句子是一项要求` },
      within: { must: (words) => `“${words}”表示必备`, nice: (words) => `“${words}”表示加分`, none: (words) => `“${words}”表示不作要求`, one: (words) => `“${words}”是一项要求，不拆分` },
    },
    would: (corrections, openings, people) => `本可省去 ${digits(openings)} 个职位中的 ${digits(corrections)} 处更正${people > 0 ? `（由 ${digits(people)} 人作出）` : ""}`,
    wrong: (n) => (n === 0 ? "在更正过的职位中无一误读" : `会在 ${digits(n)} 个职位中误读`),
    example: "例如：",
    take: "今后如此读取",
    leave: "不采用",
    taken: (words) => `今后按“${words}”读取职位文本。`,
    leftOut: (words) => `不再提示“${words}”。`,
    inUse: (n) => `使用中：${digits(n)}`,
    since: (day) => `自 ${day} 起`,
    out: "停用",
    isOut: (words) => `读取职位文本时不再使用“${words}”。`,
    left: (n) => `不采用的词语：${digits(n)}`,
    offer: "重新提示",
    offered: (words) => `将重新提示“${words}”。`,
  },
});
