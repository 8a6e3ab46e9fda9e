/** @file Kinds of step that are wanted or not: "no classroom", "only projects and reading", "不要考证", "只做项目". */
import type { PlanConstraints } from "../../contracts/growth";

type StepKind = NonNullable<PlanConstraints["kinds"]>[number];

const KINDS: readonly (readonly [StepKind, string, string])[] = [
  ["course", "class(?:es|rooms?)?|courses?|lectures?|seminars?", "上课|课程?|课堂|听课|培训班"],
  ["project", "(?:practice |practical |real |hands[- ]on )?(?:projects?|practice|hands[- ]on(?: work)?|learning by doing|on[- ]the[- ]job(?: learning)?)", "(?:做|实践)?项目|实践|实操|动手|边做边学"],
  ["certification", "certifica(?:tes?|tions?)|exams?|diplomas?", "考证|证书|认证|考试"],
  ["mentoring", "mentor(?:s|ing)?|shadowing|coaching", "导师(?:制|带教)?|师带徒|带教|辅导|跟师傅"],
  ["reading", "reading|books?|self[- ]study", "阅读|看书|自学|读资料"],
];
const NOT = /\b(?:no|without|not|don't want|do not want|hate|skip|avoid|rather than|instead of|except|anything but)\s+(?:any |more |a |to (?:sit in|take|do) |sitting in |in )?$|(?:不要|不想|不用|别|没有|除了|不上|不参加|免)(?:再)?(?:上|去|安排|排|参加|做)?$/i;
const ONLY = /\b(?:only|just|nothing but|purely|exclusively|all)\s+(?:through |by |with |do )?(?:\w+ (?:and|or|,) )*$|(?:只|仅|全是|就)(?:要|想|做|通过|靠|用|安排|参加|接受)?(?:.{1,4}[和与、或])?$/i;
const ONLY_AFTER = /^\s*only\b/i;

/** @returns the kinds that may stand in the plan, in the order of the planner; null when nothing is said of them */
export function parseKinds(question: string): readonly StepKind[] | null {
  const wanted = new Set<StepKind>();
  const refused = new Set<StepKind>();
  for (const [kind, english, chinese] of KINDS) {
    for (const match of question.matchAll(new RegExp(String.raw`\b(?:${english})\b|${chinese}`, "gi"))) {
      const before = question.slice(0, match.index);
      // "free courses only" limits the price, "only courses in Dutch" the language.
      const isOtherLimit = /\b(?:free|cheap|english|dutch|german|chinese|online)\s+$|(?:免费|中文|英文|英语|在线|线上)的?$/i.test(before) || /^\s*(?:in|taught in|that are free|for free)\b/i.test(question.slice(match.index + match[0].length));
      if (NOT.test(before)) refused.add(kind);
      else if (!isOtherLimit && (ONLY.test(before) || ONLY_AFTER.test(question.slice(match.index + match[0].length)))) wanted.add(kind);
    }
  }
  const all = KINDS.map(([kind]) => kind);
  if (wanted.size > 0) return all.filter((kind) => wanted.has(kind) && !refused.has(kind));
  return refused.size > 0 && refused.size < all.length ? all.filter((kind) => !refused.has(kind)) : null;
}
