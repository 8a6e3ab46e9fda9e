/**
 * @file explainInfeasible: a request that no plan fulfils → what to change and by how much. First every limit alone;
 * where none is enough, a smallest set of limits that has to give together (a deletion filter); where even that does
 * not help, what the catalogue lacks.
 * @source deletion filter for irreducible infeasible sets: Chinneck and Dravnieks 1991
 */
import type { Taxonomy } from "../../people/taxonomy/types";
import { skillName } from "../gap/find-gap";
import type { Solver } from "../solver/linear-model";
import type { PlanRequest, PlanResult, Relaxation, Words } from "../types";
import { isFeasible, largestCoverage } from "./feasible";
import { RELAXERS, type Relaxer } from "./relaxers";

interface Tools {
  readonly solver: Solver;
  readonly taxonomy: Taxonomy;
}

type Infeasible = Extract<PlanResult, { kind: "infeasible" }>;

export function explainInfeasible(request: PlanRequest, tools: Tools): Infeasible {
  const single = RELAXERS.flatMap((relaxer) => relaxAlone(relaxer, request, tools.solver));
  if (single.length > 0) return { kind: "infeasible", relaxations: single, together: false, sentence: sentenceOf(single, false) };
  const joint = relaxTogether(request, tools.solver);
  if (joint !== null) return { kind: "infeasible", relaxations: joint, together: true, sentence: sentenceOf(joint, true) };
  const lacking = whatCatalogueLacks(request, tools);
  return { kind: "infeasible", relaxations: lacking, together: false, sentence: sentenceOf(lacking, false) };
}

function relaxAlone(relaxer: Relaxer, request: PlanRequest, solver: Solver): Relaxation[] {
  const lifted = relaxer.lift(request);
  if (lifted === null || !isFeasible(lifted, solver)) return [];
  return [relaxer.tighten(request, solver).relaxation];
}

/** Lifts everything, puts the limits back one by one while it stays possible, then tightens what had to stay lifted. */
function relaxTogether(request: PlanRequest, solver: Solver): Relaxation[] | null {
  const liftAll = (relaxers: readonly Relaxer[]) => relaxers.reduce((current, relaxer) => relaxer.lift(current) ?? current, request);
  let lifted = RELAXERS.filter((relaxer) => relaxer.lift(request) !== null);
  if (!isFeasible(liftAll(lifted), solver)) return null;
  for (const relaxer of [...lifted].reverse()) {
    const fewer = lifted.filter((other) => other !== relaxer);
    if (isFeasible(liftAll(fewer), solver)) lifted = fewer;
  }
  const relaxations: Relaxation[] = [];
  let current = request;
  lifted.forEach((relaxer, i) => {
    const others = lifted.slice(i + 1).reduce((base, other) => other.lift(base) ?? base, current);
    const tightened = relaxer.tighten(others, solver);
    relaxations.push(tightened.relaxation);
    current = keepOnly(current, tightened.request, relaxer);
  });
  return relaxations;
}

/** Takes over one limit of a changed request. */
function keepOnly(base: PlanRequest, changed: PlanRequest, { constraint }: Relaxer): PlanRequest {
  switch (constraint) {
    case "hoursPerWeek":
      return { ...base, hoursPerWeek: changed.hoursPerWeek };
    case "deadline":
      return { ...base, deadline: changed.deadline };
    case "budget":
      return { ...base, budget: changed.budget };
    case "language":
      return { ...base, languages: changed.languages };
    case "sites":
      return { ...base, sites: changed.sites };
    case "kinds":
      return { ...base, kinds: changed.kinds };
    case "exclude":
    case "catalogue":
      return { ...base, wishes: { ...base.wishes, exclude: changed.wishes.exclude } };
  }
}

function whatCatalogueLacks(request: PlanRequest, { solver, taxonomy }: Tools): Relaxation[] {
  const open = RELAXERS.reduce((current, relaxer) => relaxer.lift(current) ?? current, request);
  const free = { mustClose: [], minimumCoverage: 0, include: [], exclude: [] };
  const unreachable = request.wishes.mustClose.filter((id) => !isFeasible({ ...open, wishes: { ...free, mustClose: [id] } }, solver));
  const lacking = unreachable.map((id): Relaxation => {
    const name = skillName(id, taxonomy);
    return {
      constraint: "catalogue",
      from: null,
      to: null,
      sentence: { en: `a course, project or mentor for ${name.en}: the catalogue has none that reaches the level`, zh: `课程库里没有能让“${name.zh}”达标的内容，需要补充课程、项目或导师` },
    };
  });
  if (lacking.length > 0) return lacking;
  const lost = request.wishes.include.filter((id) => !isFeasible({ ...open, wishes: { ...free, include: [id] } }, solver));
  if (lost.length > 0) return lost.map((id) => noDates(request.courses.find((course) => course.id === id)?.title ?? { en: id, zh: id }));
  const most = Math.floor(largestCoverage(open, solver) * 100);
  const asked = Math.round(request.wishes.minimumCoverage * 100);
  return [{ constraint: "catalogue", from: asked, to: most, sentence: { en: `closing ${most} % of what is asked for instead of ${asked} %: more is not in the catalogue`, zh: `目标改为达到 ${most}%，而不是 ${asked}%：课程库最多只能做到这些` } }];
}

function noDates(title: Words): Relaxation {
  return { constraint: "catalogue", from: null, to: null, sentence: { en: `a date for “${title.en}” that lies ahead and whose prerequisites can be met`, zh: `“${title.zh}”没有可参加的场次，或先修条件无法满足` } };
}

function sentenceOf(relaxations: readonly Relaxation[], together: boolean): Words {
  const { en, zh } = joined(relaxations, together);
  return { en: `No plan fulfils all of this. It would work with ${en}.`, zh: `没有计划能同时满足这些条件。可行的办法：${together ? "需同时做到：" : ""}${zh}。` };
}

/** The parts of one sentence; lib/browser/chinese-growth-table.ts takes the English one apart again. */
export function joined(relaxations: readonly Relaxation[], together: boolean): Words {
  const en = relaxations.map(({ sentence }) => sentence.en);
  const zh = relaxations.map(({ sentence }) => sentence.zh);
  return together ? { en: `all of these together: ${en.join("; ")}`, zh: zh.join("；") } : { en: en.join(", or with "), zh: zh.join("；或者") };
}
