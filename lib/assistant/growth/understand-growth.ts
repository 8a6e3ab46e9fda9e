/**
 * @file understandGrowth: question + what was settled before + names → tool, target, limits. Pure: the eval of 80 questions
 * and the chat ask the same function. A follow-up that says only "and with 6 hours?" goes on with tool and target (lean.ts).
 */
import type { Taxonomy } from "../../people/taxonomy/types";
import type { TargetRef } from "../../contracts/growth";
import { findTarget } from "./find-target";
import { freeTarget } from "./free-target";
import { growthIntent, limitedIntent, looseIntent } from "./growth-intent";
import { isForDocuments, leaningTurn } from "./lean";
import { parseBudget } from "./parse-budget";
import { parseDeadline } from "./parse-deadline";
import { parseHours } from "./parse-hours";
import { asksWhatMoreBuys, parseMoreHours, purposeOf, withoutMoreHours } from "./parse-more-hours";
import { parseKinds } from "./parse-kinds";
import { parseLanguages } from "./parse-languages";
import { parseAim, parseOnline } from "./parse-means";
import { numberOf } from "./numbers";
import { changedLimits, relativeLimits } from "./relative-limits";
import { bareOccupation, isCovered, occupationIntent, occupationOf } from "./occupation-target";
import type { ExtraHours, GrowthContext, GrowthName, GrowthRequest, GrowthToolName, SaidConstraints } from "./types";

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

const FOLLOW_UP_SURE = 0.85;
/** A longer question speaks of more than some hours. */
const LONGEST_SUPPOSED = 120;
const FIRST = /\b(first|second|third|fourth|fifth|last|next)\b|\bstep (\d{1,2})\b|第\s*([一二三四五六七八九十\d]{1,3})\s*步|(这一步|下一步)/i;
const ORDINALS = ["first", "second", "third", "fourth", "fifth"];

/** @returns null: not a growth question */
export function understandGrowth(question: string, options: UnderstandOptions): UnderstoodGrowth | null {
  return relativeTurn(question, options) ?? understandTurn(question, options);
}

/** "two hours less a week", "half the budget": the plan before, with its limits changed. */
function relativeTurn(question: string, options: UnderstandOptions): UnderstoodGrowth | null {
  const { before } = options;
  const said = asksWhatMoreBuys(question, before !== null) && parseMoreHours(question) ? null : relativeLimits(question, options);
  if (!said || !before) return null;
  const { constraints, left } = changedLimits(said.change, definedOf(before.constraints));
  const stated = definedOf({ ...before.constraints, ...saidConstraints(said.rest, options), ...constraints, deadline: said.deadline ?? before.constraints.deadline });
  return { tool: "my-plan", target: before.target, sureness: FOLLOW_UP_SURE, courseId: null, step: null, skillIds: before.skillIds, constraints: stated, moreHours: null, ...(Object.keys(left).length > 0 ? { relative: left } : {}) };
}

function understandTurn(question: string, options: UnderstandOptions): UnderstoodGrowth | null {
  const said = saidConstraints(question, options);
  const { before, names, taxonomy } = options;
  const moreHours = moreHoursAsked(question, said, before);
  const leaning = leaningTurn(question, { ...options, said, named: namedIn(question, options), learnsLanguage: (before?.skillIds ?? []).some((id) => taxonomy.byId(id)?.kind === "language") });
  const leans = leaning !== null;
  const constraints = { ...said, ...leaning?.constraints };
  // "in Chinese" after a plan is what it is taught in: no new goal.
  const aims = moreHours ? purposeOf(withoutMoreHours(question)) : (leaning?.aims ?? question);
  const bare = before ? bareOccupation(aims) : null;
  const found = { ...findTarget(aims, names, taxonomy), occupation: bare ?? occupationOf(aims) };
  const namesGoal = (found.name !== null && found.isSure) || found.skillIds.length > 0 || found.occupation?.isGoal === true;
  const says = Object.keys(constraints).length > 0;
  const intent = moreHours ? { tool: "my-plan" as const, sureness: FOLLOW_UP_SURE } : leaning?.tool && (leaning.isPlain || namesGoal) ? { tool: leaning.tool, sureness: FOLLOW_UP_SURE } : leaning?.isPlain && says ? null : intentOf(question, found, constraints);
  const goesOn = bare !== null || (leaning !== null && leaning.changes && (says || namesGoal));
  if (intent === null && !goesOn) return null;
  const tool = intent?.tool ?? followUpTool(before, constraints);
  const target = (leaning?.isPlain ? null : targetOf(tool, { ...found, question: aims }, taxonomy)) ?? (leans || moreHours || intent === null || isPointing(question) ? (before?.target ?? null) : null);
  const keeps = before !== null && (target === null || target === before.target);
  return {
    tool, target,
    sureness: intent?.sureness ?? FOLLOW_UP_SURE,
    courseId: found.course?.id ?? null,
    step: stepOf(question),
    skillIds: found.skillIds.length > 0 ? found.skillIds : keeps ? (before?.skillIds ?? []) : [],
    constraints: { ...definedOf(before?.constraints ?? {}), ...constraints },
    moreHours,
  };
}

type Found = ReturnType<typeof findTarget> & { readonly occupation: ReturnType<typeof occupationOf> };

function namedIn(question: string, { names, taxonomy }: UnderstandOptions): { goal: readonly string[]; skills: readonly string[] } {
  const { name, isSure } = findTarget(question, names, taxonomy);
  return { goal: name !== null && isSure ? name.names : [], skills: taxonomy.mentions(question).map(({ text }) => text) };
}

/** "10 more hours" that somebody works or takes off buy no learning. */
function moreHoursAsked(question: string, said: SaidConstraints, before: GrowthContext | null): ExtraHours | null {
  const more = question.length > LONGEST_SUPPOSED ? null : parseMoreHours(question);
  return more && !isForDocuments(question, said) && asksWhatMoreBuys(question, before !== null) ? more : null;
}

const STANDS_IN_PLAN = /\b(?:in|of|on) (?:my|the) plan\b|计划[里中]/i;

/** A course named whole is asked about itself, unless a role is named too; one named in part only where nothing else fits. */
function intentOf(question: string, found: Found, constraints: SaidConstraints): ReturnType<typeof growthIntent> {
  const strict = growthIntent(question);
  const explained = found.course === null || found.name !== null ? null : looseIntent(question, { course: true, target: false, skill: false, isCoursePart: found.isCoursePart });
  const gives = strict === null || ((strict.tool === "my-plan" || strict.tool === "my-gap") && (!found.isCoursePart || STANDS_IN_PLAN.test(question)));
  // Who says how many hours a week there are wants a plan, whatever it is called.
  if (strict?.tool === "career-options" && constraints.hoursPerWeek !== undefined) return { ...strict, tool: "my-plan" };
  if (explained?.tool === "explain-step" && gives) return explained;
  const loose = looseIntent(question, { course: found.course !== null, target: (found.name !== null && found.isSure) || found.occupation?.isGoal === true, skill: found.skillIds.length > 0, isCoursePart: found.isCoursePart });
  return strict ?? limitedIntent(question, Object.keys(constraints)) ?? loose ?? (found.occupation ? occupationIntent(question, found.occupation) : null);
}

/** "for that", "this role", "为此": what was spoken of. */
const isPointing = (question: string): boolean => /\b(?:that|this|it|those|there)\b|这个|那个|这些|它|为此/i.test(question);

/** Limits that are added to a gap ask for a plan; so do those said after its mentors were asked for. */
const followUpTool = (before: GrowthContext | null, constraints: SaidConstraints): GrowthToolName => {
  const said = Object.keys(constraints).length > 0;
  return said && (before?.tool !== "find-mentor" || before.target !== null) ? "my-plan" : (before?.tool ?? "my-plan");
};

function targetOf(tool: GrowthToolName, { name, isSure, skillIds, course, occupation, question }: Found & { readonly question: string }, taxonomy: Taxonomy): TargetRef | null {
  const isNamed = name !== null && name.kind !== "course";
  const wins = occupation !== null && (isNamed ? occupation.isGoal && !isCovered(occupation, name) && (!isSure || name.kind === "role") : occupation.isGoal || within(occupation, taxonomy, question));
  if (wins && (tool === "my-plan" || tool === "my-gap" || (tool === "find-mentor" && skillIds.length === 0))) return occupation.occupation ? { kind: "occupation", id: occupation.occupation.id, text: "" } : { kind: "text", id: null, text: occupation.text };
  if (isNamed) return { kind: name.kind, id: name.id, text: "" };
  if (tool === "explain-step" && course) return null;
  if (tool !== "my-plan" && tool !== "my-gap") return null;
  const text = skillIds.length > 0 ? skillIds.map((id) => taxonomy.byId(id)?.name.en ?? id).join(", ") : freeTarget(question);
  return text === null ? null : { kind: "text", id: null, text };
}

/** No skill is named besides those in the occupation's own name: 数据分析师 names 数据分析. */
const within = ({ at, text }: NonNullable<Found["occupation"]>, taxonomy: Taxonomy, question: string): boolean => taxonomy.mentions(question).every(({ start, end }) => start >= at && end <= at + text.length);

export function saidConstraints(question: string, { today, currency }: Pick<UnderstandOptions, "today" | "currency">): SaidConstraints {
  const languages = parseLanguages(question);
  return definedOf({ hoursPerWeek: parseHours(withoutMoreHours(question)), deadline: parseDeadline(question, today), budget: parseBudget(question, currency), languages: languages.length > 0 ? languages : null, aim: parseAim(question), kinds: parseKinds(question), online: parseOnline(question) });
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

