/**
 * @file understandGrowth: question + what was settled before + names → tool, target, limits. Pure: the eval of 80 questions
 * and the chat ask the same function. A follow-up that says only "and with 6 hours?" goes on with tool and target.
 */
import type { Taxonomy } from "../../people/taxonomy/types";
import type { TargetRef } from "../../contracts/growth";
import { findTarget } from "./find-target";
import { freeTarget } from "./free-target";
import { growthIntent, limitedIntent, looseIntent } from "./growth-intent";
import { parseBudget } from "./parse-budget";
import { parseDeadline } from "./parse-deadline";
import { parseHours } from "./parse-hours";
import { parseKinds } from "./parse-kinds";
import { parseLanguages } from "./parse-languages";
import { parseAim, parseOnline } from "./parse-means";
import { numberOf } from "./numbers";
import type { GrowthContext, GrowthName, GrowthRequest, GrowthToolName, SaidConstraints } from "./types";

export interface UnderstandOptions {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Of a sum without a currency; left out: by the question's language. */
  readonly currency?: "EUR" | "GBP" | "CNY" | undefined;
  readonly names: readonly GrowthName[];
  readonly taxonomy: Taxonomy;
  /** Of the last growth answer in this conversation; null: none, or something else came between. */
  readonly before: GrowthContext | null;
}

export interface UnderstoodGrowth extends GrowthRequest {
  /** 0–1; the policy tool's constant 0.5 is what it has to beat. */
  readonly sureness: number;
}

/** "and with 6 hours?", "what about until June", "那如果每周两小时呢", "用中文的呢". */
const LEANS = /^(?:(?:ok(?:ay)?|so|and|but|then|hm+|well)[,.!\s]+)*(?:and\b|but\b|what (?:about|if)|how about|if i|with\b|only\b|in (?:english|chinese|dutch|german)\b|until\b|by\b|make it|can (?:it|you|i)\b|could (?:it|you|i)\b|i (?:only )?have\b|is there a (?:faster|cheaper)|cheaper|faster|the (?:fastest|cheapest|deepest)|instead)|^(?:那|那么|如果|要是|换成|改成|能不能|可以|只有|再|用|到|有没有更|最快|最便宜)|呢[？?]?$/i;
/** So short a question says nothing without what went before. */
const SHORT = 60;
const FIRST = /\b(first|second|third|fourth|fifth|last|next)\b|\bstep (\d{1,2})\b|第\s*([一二三四五六七八九十\d]{1,3})\s*步|(这一步|下一步)/i;
const ORDINALS = ["first", "second", "third", "fourth", "fifth"];

/** @returns null: not a growth question */
export function understandGrowth(question: string, options: UnderstandOptions): UnderstoodGrowth | null {
  const found = findTarget(question, options.names, options.taxonomy);
  const constraints = saidConstraints(question, options);
  const intent = intentOf(question, found, constraints);
  const leans = options.before !== null && question.length <= SHORT && LEANS.test(question.trim());
  const goesOn = leans && (Object.keys(constraints).length > 0 || namesTarget(question, options));
  if (intent === null && !goesOn) return null;
  const tool = intent?.tool ?? followUpTool(options.before, constraints);
  const target = targetOf(tool, { ...found, question }, options.taxonomy) ?? (leans || intent === null || isPointing(question) ? (options.before?.target ?? null) : null);
  const keeps = options.before !== null && (target === null || target === options.before.target || leans);
  return {
    tool, target,
    sureness: intent?.sureness ?? 0.85,
    courseId: found.course?.id ?? null,
    step: stepOf(question),
    skillIds: found.skillIds.length > 0 ? found.skillIds : keeps ? (options.before?.skillIds ?? []) : [],
    constraints: { ...definedOf(options.before?.constraints ?? {}), ...constraints },
  };
}

const STANDS_IN_PLAN = /\b(?:in|of|on) (?:my|the) plan\b|计划[里中]/i;

/** A course named whole is asked about itself, unless a role is named too; one named in part only where nothing else fits. */
function intentOf(question: string, found: ReturnType<typeof findTarget>, constraints: SaidConstraints): ReturnType<typeof growthIntent> {
  const strict = growthIntent(question);
  const explained = found.course === null || found.name !== null ? null : looseIntent(question, { course: true, target: false, skill: false, isCoursePart: found.isCoursePart });
  const gives = strict === null || ((strict.tool === "my-plan" || strict.tool === "my-gap") && (!found.isCoursePart || STANDS_IN_PLAN.test(question)));
  // Who says how many hours a week there are wants a plan, whatever it is called.
  if (strict?.tool === "career-options" && constraints.hoursPerWeek !== undefined) return { ...strict, tool: "my-plan" };
  if (explained?.tool === "explain-step" && gives) return explained;
  return strict ?? limitedIntent(question, Object.keys(constraints)) ?? looseIntent(question, { course: found.course !== null, target: found.name !== null && found.isSure, skill: found.skillIds.length > 0, isCoursePart: found.isCoursePart });
}

const namesTarget = (question: string, { names, taxonomy }: UnderstandOptions): boolean => {
  const { name, isSure, skillIds } = findTarget(question, names, taxonomy);
  return (name !== null && isSure) || skillIds.length > 0;
};

/** "for that", "this role", "为此": what was spoken of. */
const isPointing = (question: string): boolean => /\b(?:that|this|it|those|there)\b|这个|那个|这些|它|为此/i.test(question);

/** Limits that are added to a gap ask for a plan. */
const followUpTool = (before: GrowthContext | null, constraints: SaidConstraints): GrowthToolName => {
  const said = Object.keys(constraints).length > 0;
  return said && before?.tool !== "find-mentor" ? "my-plan" : (before?.tool ?? "my-plan");
};

function targetOf(tool: GrowthToolName, { name, skillIds, course, question }: ReturnType<typeof findTarget> & { readonly question: string }, taxonomy: Taxonomy): TargetRef | null {
  if (name && name.kind !== "course") return { kind: name.kind, id: name.id, text: "" };
  if (tool === "explain-step" && course) return null;
  if (tool !== "my-plan" && tool !== "my-gap") return null;
  const text = skillIds.length > 0 ? skillIds.map((id) => taxonomy.byId(id)?.name.en ?? id).join(", ") : freeTarget(question);
  return text === null ? null : { kind: "text", id: null, text };
}

export function saidConstraints(question: string, { today, currency }: Pick<UnderstandOptions, "today" | "currency">): SaidConstraints {
  const languages = parseLanguages(question);
  return definedOf({ hoursPerWeek: parseHours(question), deadline: parseDeadline(question, today), budget: parseBudget(question, currency), languages: languages.length > 0 ? languages : null, aim: parseAim(question), kinds: parseKinds(question), online: parseOnline(question) });
}

const definedOf = (values: Readonly<Record<string, unknown>>): SaidConstraints => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

function stepOf(question: string): number | null {
  const found = FIRST.exec(question);
  if (!found) return null;
  if (found[2]) return Number(found[2]);
  if (found[3]) return numberOf(found[3]);
  if (found[4]) return 1;
  const at = ORDINALS.indexOf((found[1] ?? "").toLowerCase());
  return at >= 0 ? at + 1 : /last/i.test(found[1] ?? "") ? -1 : 1;
}

