/**
 * @file Asks the assistant the demo company's questions about growth, each as one of its people, with the shipped rules and
 * the demo's own data in place of a database, and judges tool, target and every limit that was stated.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { demoCourses } from "../../db/seed/growth/courses";
import { DEMO_PROFILES } from "../../db/seed/growth/profiles";
import { DEMO_PROGRAMMES, DEMO_RATES } from "../../db/seed/growth/programmes";
import { DEMO_ROLES } from "../../db/seed/growth/roles";
import { EMPLOYEES } from "../../db/seed/people/employees";
import type { GrowthName, GrowthRequest } from "../assistant/growth/types";
import type { Assistant, AskRequest } from "../assistant/types";
import type { GrowthContext } from "../contracts/growth-answer";
import type { GrowthQuestion } from "../contracts/growth-eval";
import { projectRoot } from "../config/paths";
import { addDays, addMonths } from "../core/document-terms";
import { effectiveLevels } from "../growth/gap/effective-level";
import { findGap } from "../growth/gap/find-gap";
import { makePlan, type PlanTools } from "../growth/plan/make-plan";
import { verifyPlan } from "../growth/plan/verify-plan";
import type { NeededSkill, Plan, PlanRequest } from "../growth/types";

/** The day on which the questions are asked: "until June" depends on it. */
export const ASKED_ON = "2026-11-23";
const TOOLS: Readonly<Record<GrowthQuestion["tool"], string>> = {
  my_gap: "my-gap", my_plan: "my-plan", explain_step: "explain-step", find_mentor: "find-mentor", career_options: "career-options", policy_for_me: "policy",
};

export interface JudgedGrowth {
  readonly question: GrowthQuestion;
  readonly toolRight: boolean;
  readonly targetRight: boolean;
  /** Null: no plan was asked for, or it was not understood as one. */
  readonly planKept: boolean | null;
  readonly why: string;
}

/** Names as the server hands them to the assistant (lib/server/growth/assistant-port.ts), from the demo's files. */
export async function demoNames(): Promise<GrowthName[]> {
  const folder = path.join(projectRoot(), "db/seed/openings");
  const openings = await Promise.all(
    (await readdir(folder)).filter((name) => name.endsWith(".md")).map(async (name): Promise<GrowthName> => {
      const title = /^title: "?(.+?)"?$/m.exec(await readFile(path.join(folder, name), "utf8"))?.[1] ?? "";
      return { kind: "opening", id: name.replace(/\.md$/, ""), names: [title, ...turned(title)] };
    }),
  );
  const both = ({ en, zh }: { readonly en: string; readonly zh: string }) => [en, ...turned(en), zh];
  const short = ({ en, zh }: { readonly en: string; readonly zh: string }) => ({ en: en.split(":")[0] ?? en, zh: zh.split("：")[0] ?? zh });
  return [
    ...DEMO_ROLES.map(({ id, title }) => ({ kind: "role" as const, id, names: both(title) })),
    ...openings,
    ...DEMO_PROGRAMMES.map(({ id, title }) => ({ kind: "programme" as const, id, names: [...both(title), ...both(short(title))] })),
    ...demoCourses(ASKED_ON).map(({ id, title }) => ({ kind: "course" as const, id, names: both(title) })),
  ];
}

/** "Shift lead, foundry" is also "foundry shift lead". */
function turned(title: string): string[] {
  const [first = "", second] = title.split(", ");
  return second ? [`${second} ${first}`] : [];
}

const siteOf = ({ asker }: GrowthQuestion): string => EMPLOYEES.find(({ id }) => id === asker)?.site ?? "";
/** As the demo company's learning budget counts (lib/server/growth/company-budget.ts). */
const currencyOf = (question: GrowthQuestion): "EUR" | "GBP" | "CNY" => ({ Leeds: "GBP" as const, Suzhou: "CNY" as const })[siteOf(question)] ?? "EUR";

interface Asked {
  readonly outcome: string;
  readonly request: GrowthRequest | null;
  readonly documents: readonly string[];
}

/** Asks one question, its earlier turns first. */
export async function askGrowth(assistant: Assistant, question: GrowthQuestion, names: readonly GrowthName[]): Promise<Asked> {
  const turns = question.turns ?? [question.question ?? ""];
  const history: AskRequest["history"][number][] = [];
  let last: Asked = { outcome: "none", request: null, documents: [] };
  for (const turn of turns) {
    const caught: GrowthRequest[] = [];
    const port = {
      names: () => Promise.resolve(names),
      situation: () => Promise.resolve(null),
      answer: (request: GrowthRequest) => {
        caught.push(request);
        const { tool, target, skillIds, constraints } = request;
        const context: GrowthContext = { tool, target, skillIds: [...skillIds], constraints: { ...constraints, budget: constraints.budget ?? null } };
        return Promise.resolve({ text: "", rows: [], href: "/growth", context, suggestions: [] });
      },
    };
    const { answer, documents } = await assistant.ask({ question: turn, history, capabilities: new Set(["policies", "growth"]), mayRead: () => true, growth: { port, names, today: ASKED_ON, currency: currencyOf(question) }, mode: "hybrid" });
    history.push({ question: turn, understoodAs: null, outcome: answer.outcome, documents: [], ...(answer.growth ? { growth: answer.growth.context } : {}) });
    last = { outcome: answer.outcome, request: caught.at(-1) ?? null, documents: documents.map(({ source }) => source) };
  }
  return last;
}

/** Right tool, right target; and for a plan: made by the planner with what was understood, does it keep what was said? */
export function judgeGrowth(question: GrowthQuestion, asked: Asked, tools: PlanTools): JudgedGrowth {
  const wanted = [question.tool, ...(question.alsoTools ?? [])].map((tool) => (TOOLS as Readonly<Record<string, string>>)[tool] ?? tool);
  const got = asked.request?.tool ?? "policy";
  const toolRight = wanted.includes(got);
  const targetRight = toolRight && question.targets.some((target) => isTarget(target, asked));
  const planKept = toolRight && asked.request?.tool === "my-plan" ? keepsLimits(question, asked.request, tools) : null;
  const why = !toolRight ? `tool ${got} instead of ${wanted.join(" or ")}` : !targetRight ? `wrong target: ${describe(asked)}` : planKept === null ? "" : planKept;
  return { question, toolRight, targetRight, planKept: planKept === null ? null : planKept === "", why };
}

const describe = ({ request, documents }: Asked): string =>
  request ? `${request.target?.kind ?? "none"}:${request.target?.id ?? request.target?.text ?? ""} skills ${request.skillIds.join(",")} course ${request.courseId ?? "–"} step ${request.step ?? "–"}` : documents.slice(0, 2).join(", ");

function isTarget(wanted: string, { request, documents }: Asked): boolean {
  const [kind = "", ...rest] = wanted.split(":");
  const id = rest.join(":");
  const target = request?.target ?? null;
  switch (kind) {
    case "document":
      return request === null && documents.slice(0, 3).includes(id);
    case "goal":
    case "current-plan":
    case "self":
      return request !== null && target === null;
    case "course":
      return request?.courseId === id;
    case "plan-step":
      return request?.step === Number(id);
    case "skill":
      return request?.skillIds.includes(id) ?? false;
    case "text":
    case "occupation":
      return target?.kind === "text" || target?.kind === "occupation";
    default:
      return target?.kind === kind && target.id === id;
  }
}

/** "" when the plan keeps what was said; else what it does not. */
function keepsLimits(question: GrowthQuestion, request: GrowthRequest, tools: PlanTools): string {
  const said = question.constraints;
  const { constraints } = request;
  const missed = [
    said.hoursPerWeek !== undefined && constraints.hoursPerWeek !== said.hoursPerWeek ? `hours ${String(constraints.hoursPerWeek)} for ${said.hoursPerWeek}` : "",
    said.deadline !== undefined && (constraints.deadline ?? "9999-12-31") > addDays(said.deadline, 1) ? `deadline ${String(constraints.deadline)} for ${said.deadline}` : "",
    said.budget !== undefined && JSON.stringify(constraints.budget) !== JSON.stringify(said.budget) ? `budget ${JSON.stringify(constraints.budget ?? null)} for ${JSON.stringify(said.budget)}` : "",
    said.languages !== undefined && JSON.stringify(constraints.languages) !== JSON.stringify(said.languages) ? `languages ${String(constraints.languages)}` : "",
    said.aim !== undefined && constraints.aim !== said.aim ? `aim ${String(constraints.aim)}` : "",
  ].filter(Boolean);
  if (missed.length > 0) return `not understood: ${missed.join(", ")}`;
  const asked = planRequest(question, request, tools);
  const result = makePlan(asked, tools);
  if (result.kind === "infeasible") return "";
  const stated: PlanRequest = { ...asked, ...(said.hoursPerWeek === undefined ? {} : { hoursPerWeek: said.hoursPerWeek }), kinds: (said.kinds as PlanRequest["kinds"] | undefined) ?? asked.kinds };
  return [...verifyPlan(stated, result.plan), ...late(said.deadline, result.plan)].join("; ");
}

const late = (deadline: string | undefined, { finish }: Plan): string[] => (deadline !== undefined && finish !== null && finish > addDays(deadline, 1) ? [`ends ${finish}`] : []);

function planRequest(question: GrowthQuestion, { target, constraints }: GrowthRequest, { taxonomy }: PlanTools): PlanRequest {
  const person = DEMO_PROFILES.find(({ employeeId }) => employeeId === question.asker);
  const role = DEMO_ROLES.find(({ id }) => id === (target?.kind === "role" ? target.id : person?.goal?.id));
  const programme = DEMO_PROGRAMMES.find(({ id }) => id === target?.id) ?? DEMO_PROGRAMMES[0];
  const needs: readonly NeededSkill[] = role?.needs ?? programme?.needs ?? [];
  const held = person?.skills ?? [];
  const courses = demoCourses(ASKED_ON);
  const gap = findGap({ kind: "role", id: role?.id ?? null, title: role?.title ?? { en: "", zh: "" } }, needs, { held, taxonomy });
  return {
    gap, courses, levels: effectiveLevels(courses.flatMap(({ entry }) => entry.map(({ skillId }) => skillId)), held, taxonomy), done: [], start: ASKED_ON,
    deadline: constraints.deadline ?? addMonths(ASKED_ON, 6), hoursPerWeek: constraints.hoursPerWeek ?? person?.hoursPerWeek ?? 3, budget: constraints.budget ?? null, rates: DEMO_RATES,
    languages: (constraints.languages as PlanRequest["languages"] | undefined) ?? person?.languages ?? ["en"], sites: constraints.online ? [] : [siteOf(question)], kinds: constraints.kinds ?? null,
    wishes: { mustClose: [], minimumCoverage: 0, include: [], exclude: [] }, aim: constraints.aim ?? "most",
  };
}
