/**
 * @file "Draft a rejection to Greta Hollenbach", "write an interview invitation to her": names the application and the kind of
 * letter; the card below fetches the draft, which the recruiter changes, copies and sends. Nothing is sent from here.
 */
import type { RecruitingCard } from "../../contracts/recruiting-chat";
import type { LetterKind } from "../../contracts/recruiting-words";
import { say } from "../answer/say";
import type { Applicant } from "../recruiting/types";
import { chooseOpening, whomIn } from "../recruiting/whom";
import type { AskRequest } from "../types";
import { NOTHING_RETRIEVED, type Tool } from "./tool";

const WRITES = /\b(?:draft|write|compose|prepare|word)\b|起草|草拟|拟一?[封份]|写一?[封份]|写(?:邮件|信|邀请|拒信|通知)|帮我写/i;
const LETTER = /\b(?:e-?mail|mail|message|letter|note|invit\w+|reject\w+|refus\w+|repl(?:y|ies)|update)\b|邮件|信|邀请|拒|通知|回复|消息/i;
const INVITATION = /\binvit\w+|\binterview\b|邀请|面试/i;
const REJECTION = /\breject\w*|\brefus\w+|\bturn(?:ing)? down\b|\bdeclin\w+|\bnot taken on\b|拒|不录用|未录用|婉拒|不予录用/i;

function isMeant(question: string, { recruiting, history }: AskRequest): boolean {
  return recruiting !== undefined && WRITES.test(question) && LETTER.test(question) && whomIn(question, history, recruiting) !== null;
}

/** What was said; else what the stage calls for. */
function kindOf(question: string, stage: Applicant["stage"] | undefined): LetterKind {
  if (REJECTION.test(question)) return "rejection";
  if (INVITATION.test(question)) return "invitation";
  return stage === "rejected" ? "rejection" : "progress";
}

export const draftLetter: Tool = {
  name: "draft-letter",
  capability: "recruiting",
  recognise: ({ original }, request) => (isMeant(original, request) ? 0.96 : 0),
  async run({ original, language }, { request, tell }) {
    const words = language === "zh" ? chinese : english;
    const { recruiting } = request;
    const whom = recruiting && whomIn(original, request.history, recruiting);
    tell({ type: "status", stage: "answer" });
    const found = whom ? await recruiting.port.applicants(whom) : [];
    const { applicants, openings } = chooseOpening(original, found, recruiting?.openings ?? []);
    const [applicant, ...others] = applicants;
    const names = [...new Set((applicant ? applicants : found).map(({ name }) => name))];
    const settled = applicant && others.length === 0;
    const kind = kindOf(original, applicant?.stage);
    const text = settled ? words.here(words.kind[kind], applicant.name, applicant.opening.name) : names.length > 1 ? words.one : openings.length > 0 ? words.which(names[0] ?? "") : words.nobody;
    say(text, tell);
    const suggestions = settled ? [] : names.length > 1 ? names.map((name) => words.again(words.kind[kind], name)) : openings.map(({ name }) => words.forOpening(original, name));
    const answer = { outcome: "chat" as const, text, citations: [], candidates: [], confidence: 1, suggestions };
    return { ...NOTHING_RETRIEVED, answer: settled ? { ...answer, recruiting: cardOf(applicant, kind) } : answer };
  },
};

function cardOf({ application, name, opening, language }: Applicant, kind: LetterKind): RecruitingCard {
  return { type: "letter", opening: { id: opening.id, title: opening.name }, application, name, kind, language };
}

const english = {
  kind: { invitation: "an invitation", progress: "a progress note", rejection: "a rejection" } satisfies Record<LetterKind, string>,
  here: (kind: string, name: string, opening: string) => `A draft of ${kind} to ${name}, for “${opening}”. Read it, change it, send it yourself: nothing is sent from here.`,
  one: "One letter at a time, so that each is read by a person. To whom first?",
  nobody: "Nobody by that name, with the name shown, has applied for an opening that you work on, or for the one that you named. Where names are hidden, use the code of the application.",
  which: (name: string) => `${name} stands in several of your openings. About which one?`,
  again: (kind: string, name: string) => `Draft ${kind} to ${name}`,
  forOpening: (question: string, opening: string) => `${question.replace(/[.?!]+$/u, "")} about ${opening}`,
};
const chinese: typeof english = {
  kind: { invitation: "面试邀请", progress: "进展说明", rejection: "未录用通知" },
  here: (kind, name, opening) => `给 ${name} 的${kind}草稿（“${opening}”）。请审阅、修改后自行发送，系统不会发送任何邮件。`,
  one: "每次起草一封，以便逐封审阅。先写给谁？",
  nobody: "您负责的或指定的职位中，没有以该姓名显示的申请人。姓名隐藏的，请使用申请编号。",
  which: (name) => `${name} 出现在您负责的多个职位中。是关于哪一个？`,
  again: (kind, name) => `给 ${name} 起草${kind}`,
  forOpening: (question, opening) => `${question.replace(/[。？！]+$/u, "")}，职位：${opening}`,
};
