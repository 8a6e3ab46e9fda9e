/**
 * @file "Add Greta Hollenbach to the shortlist of the PLC opening": offers it as a card that waits for a yes. The answer itself
 * changes nothing; the card asks the same route as the opening's own screen, with a reason that the recruiter may change.
 */
import type { RecruitingCard } from "../../contracts/recruiting-chat";
import { isOpenStage } from "../../contracts/recruiting-words";
import { say } from "../answer/say";
import { titleShare } from "../recruiting/named";
import type { Applicant } from "../recruiting/types";
import { chooseOpening, whomIn } from "../recruiting/whom";
import type { AskRequest } from "../types";
import { NOTHING_RETRIEVED, type Tool, type ToolContext, type Understood } from "./tool";

const ADDS = /\b(?:add|put|place|move|include|get)\b.{1,120}\b(?:to|on|onto|in|into)\b.{0,40}\bshort ?-?list\b|^(?:(?:please|can you|could you)[ ,]+)*short ?-?list\b|(?:加入|列入|放进|放入|加到|添加到|纳入|放到).{0,30}(?:入围名单|短名单|候选名单|shortlist)|(?:入围名单|短名单).{0,10}(?:加上|加入|添加)/i;

/** "Shortlist candidates with Python" is a search; somebody must be named, or "add … to the shortlist" be said in full. */
function isMeant(question: string, { recruiting, history }: AskRequest): boolean {
  if (!recruiting || !ADDS.test(question)) return false;
  return whomIn(question, history, recruiting) !== null || !/^(?:(?:please|can you|could you)[ ,]+)*short ?-?list\b/i.test(question);
}

export const addToShortlist: Tool = {
  name: "add-to-shortlist",
  capability: "recruiting",
  recognise: ({ original }, request) => (isMeant(original, request) ? 0.97 : 0),
  async run({ original, language }, { request, tell }) {
    const words = language === "zh" ? chinese : english;
    const { recruiting } = request;
    const whom = recruiting && whomIn(original, request.history, recruiting);
    tell({ type: "status", stage: "answer" });
    // Who has been turned down, hired or has withdrawn is past any shortlist.
    const found = whom ? (await recruiting.port.applicants(whom)).filter(({ stage }) => isOpenStage(stage)) : [];
    const { applicants, openings } = chooseOpening(original, found, recruiting?.openings ?? []);
    if (!recruiting || applicants.length === 0) {
      const text = openings.length > 0 ? words.which(found[0]?.name ?? "") : whom ? words.nobody : words.whom;
      return told(text, tell, openings.map(({ name }) => words.again([...new Set(found.map((one) => one.name))], name)));
    }
    const reasons: string[] = [];
    for (const { application } of applicants) reasons.push(await recruiting.port.reasonFor(application, language));
    const card = cardOf(applicants, reasons, original);
    const text = words.offer(applicants.map(({ name }) => name), applicants[0]?.opening.name ?? "");
    const result = told(text, tell, []);
    return { ...result, answer: { ...result.answer, recruiting: card } };
  },
};

function cardOf(applicants: readonly Applicant[], reasons: readonly string[], question: Understood["question"]): RecruitingCard {
  const opening = applicants[0]?.opening ?? { id: "", name: "" };
  const lists = (applicants[0]?.lists ?? []).filter((list) => titleShare(question, list) === 1);
  return {
    type: "shortlist",
    opening: { id: opening.id, title: opening.name },
    people: applicants.map(({ application, name }, i) => ({ application, name, reason: reasons[i] ?? "" })),
    list: lists.length === 1 ? (lists[0]?.id ?? null) : null,
  };
}

function told(text: string, tell: ToolContext["tell"], suggestions: string[]) {
  say(text, tell);
  return { ...NOTHING_RETRIEVED, answer: { outcome: "chat" as const, text, citations: [], candidates: [], confidence: 1, suggestions } };
}

const english = {
  offer: (names: readonly string[], opening: string) => `${names.join(", ")} for a shortlist of “${opening}”. Nothing has changed yet: check the reason and confirm.`,
  whom: "Name whom to put on the shortlist: by full name, or by the code of an application whose name is hidden.",
  nobody: "Nobody by that name, with the name shown, stands in an opening that you work on, or in the one that you named. Where names are hidden, use the code of the application.",
  which: (name: string) => `${name} stands in several of your openings. For which one?`,
  again: (names: readonly string[], opening: string) => `Add ${names.join(" and ")} to the shortlist of ${opening}`,
};
const chinese: typeof english = {
  offer: (names, opening) => `拟将 ${names.join("、")} 列入“${opening}”的入围名单。目前尚未作任何改动，请核对理由并确认。`,
  whom: "请说明要将谁列入入围名单：写出全名；姓名隐藏的，请写申请编号。",
  nobody: "您负责的或指定的职位中，没有以该姓名显示、仍在流程中的申请人。姓名隐藏的，请使用申请编号。",
  which: (name) => `${name} 出现在您负责的多个职位中。是哪一个？`,
  again: (names, opening) => `把 ${names.join("、")} 加入“${opening}”的入围名单`,
};
