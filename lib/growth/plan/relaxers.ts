/**
 * @file One relaxer for each limit of a request: how it looks without the limit, and the smallest change of it alone
 * that makes the request possible.
 */
import { addDays } from "../../core/document-terms";
import type { Solver } from "../solver/linear-model";
import { STEP_KINDS, STUDY_LANGUAGES, type PlanRequest, type Relaxation, type RelaxedConstraint, type Words } from "../types";
import { isFeasible, leastPrice } from "./feasible";

export interface Relaxer {
  readonly constraint: RelaxedConstraint;
  /** Null: this limit does not bind at all. */
  lift(request: PlanRequest): PlanRequest | null;
  /** The smallest change; `lift(request)` is known to be feasible. */
  tighten(request: PlanRequest, solver: Solver): { readonly request: PlanRequest; readonly relaxation: Relaxation };
}

const MOST_HOURS = 40;
const MOST_WEEKS = 104;
const HALF_HOURS = 2;

/** Smallest whole number in (low, high] that holds; `high` is known to. */
function smallest(low: number, high: number, holds: (value: number) => boolean): number {
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const hours: Relaxer = {
  constraint: "hoursPerWeek",
  lift: (request) => (request.hoursPerWeek < MOST_HOURS ? { ...request, hoursPerWeek: MOST_HOURS } : null),
  tighten(request, solver) {
    const from = request.hoursPerWeek;
    const halves = smallest(Math.floor(from * HALF_HOURS), MOST_HOURS * HALF_HOURS, (value) => isFeasible({ ...request, hoursPerWeek: value / HALF_HOURS }, solver));
    const to = halves / HALF_HOURS;
    return {
      request: { ...request, hoursPerWeek: to },
      relaxation: { constraint: "hoursPerWeek", from, to, sentence: { en: `${to} ${to === 1 ? "hour" : "hours"} a week instead of ${from}`, zh: `每周学习 ${to} 小时，而不是 ${from} 小时` } },
    };
  },
};

const deadline: Relaxer = {
  constraint: "deadline",
  lift: (request) => ({ ...request, deadline: addDays(request.deadline, MOST_WEEKS * 7) }),
  tighten(request, solver) {
    const later = (weeks: number) => ({ ...request, deadline: addDays(request.deadline, weeks * 7) });
    const weeks = smallest(0, MOST_WEEKS, (value) => isFeasible(later(value), solver));
    const to = later(weeks).deadline;
    return {
      request: later(weeks),
      relaxation: {
        constraint: "deadline",
        from: request.deadline,
        to,
        sentence: { en: `${to} as the deadline, ${weeks} ${weeks === 1 ? "week" : "weeks"} later`, zh: `把截止日期推迟 ${weeks} 周，到 ${to}` },
      },
    };
  },
};

/** Large enough for any catalogue, and still a budget in the same currency. */
const NO_LIMIT = 1e9;

const budget: Relaxer = {
  constraint: "budget",
  lift: (request) => (request.budget === null ? null : { ...request, budget: { ...request.budget, amount: NO_LIMIT } }),
  tighten(request, solver) {
    const currency = request.budget?.currency ?? "EUR";
    const from = request.budget?.amount ?? 0;
    const open = { ...request, budget: { amount: NO_LIMIT, currency } };
    const to = Math.ceil((leastPrice(open, solver) ?? NO_LIMIT) - 1e-6);
    return {
      request: { ...request, budget: { amount: to, currency } },
      relaxation: { constraint: "budget", from, to, sentence: { en: `a budget of ${currency} ${to} instead of ${from}`, zh: `经费 ${to} ${currency}，而不是 ${from} ${currency}` } },
    };
  },
};

/** A limit that is a list: add as few entries as will do (one, if one is enough). */
function listRelaxer(
  constraint: "language" | "sites" | "kinds",
  parts: { readonly current: (request: PlanRequest) => readonly string[] | null; readonly all: (request: PlanRequest) => readonly string[]; readonly set: (request: PlanRequest, list: readonly string[]) => PlanRequest; readonly words: (added: readonly string[]) => Relaxation["sentence"] },
): Relaxer {
  const missing = (request: PlanRequest) => {
    const current = parts.current(request);
    return current === null ? [] : parts.all(request).filter((entry) => !current.includes(entry));
  };
  return {
    constraint,
    lift: (request) => (missing(request).length === 0 ? null : parts.set(request, parts.all(request))),
    tighten(request, solver) {
      const current = parts.current(request) ?? [];
      let added = [...missing(request)];
      const single = added.find((entry) => isFeasible(parts.set(request, [...current, entry]), solver));
      if (single !== undefined) added = [single];
      else {
        for (const entry of [...added]) {
          const without = added.filter((other) => other !== entry);
          if (isFeasible(parts.set(request, [...current, ...without]), solver)) added = without;
        }
      }
      const to = [...current, ...added].join(", ");
      return { request: parts.set(request, [...current, ...added]), relaxation: { constraint, from: current.join(", "), to, sentence: parts.words(added) } };
    },
  };
}

const LANGUAGES: Readonly<Record<string, Words>> = { en: { en: "English", zh: "英语" }, zh: { en: "Chinese", zh: "中文" }, nl: { en: "Dutch", zh: "荷兰语" }, de: { en: "German", zh: "德语" } };
const KINDS: Readonly<Record<string, Words>> = { course: { en: "courses", zh: "课程" }, project: { en: "projects", zh: "实践项目" }, certification: { en: "certificates", zh: "认证" }, mentoring: { en: "mentoring", zh: "带教" }, reading: { en: "reading", zh: "自学阅读" } };
const namesIn = (ids: readonly string[], table: Readonly<Record<string, Words>>, language: keyof Words): string => ids.map((id) => table[id]?.[language] ?? id).join(language === "en" ? " and " : "和");

const language = listRelaxer("language", {
  current: ({ languages }) => languages,
  all: () => STUDY_LANGUAGES,
  set: (request, list) => ({ ...request, languages: STUDY_LANGUAGES.filter((each) => list.includes(each)) }),
  words: (added) => ({ en: `courses in ${namesIn(added, LANGUAGES, "en")} as well`, zh: `也接受${namesIn(added, LANGUAGES, "zh")}课程` }),
});

const sites = listRelaxer("sites", {
  current: (request) => request.sites,
  all: ({ courses }) => [...new Set(courses.flatMap(({ sessions }) => sessions.flatMap(({ site }) => site ?? [])))].sort(),
  set: (request, list) => ({ ...request, sites: list }),
  words: (added) => ({ en: `travelling to sessions in ${added.join(", ")}`, zh: `可以到 ${added.join("、")} 上课` }),
});

const kinds = listRelaxer("kinds", {
  current: (request) => request.kinds,
  all: () => STEP_KINDS,
  set: (request, list) => ({ ...request, kinds: STEP_KINDS.filter((each) => list.includes(each)) }),
  words: (added) => ({ en: `${namesIn(added, KINDS, "en")} as well`, zh: `也安排${namesIn(added, KINDS, "zh")}` }),
});

const exclude: Relaxer = {
  constraint: "exclude",
  lift: (request) => (request.wishes.exclude.length === 0 ? null : withExcluded(request, [])),
  tighten(request, solver) {
    let back = [...request.wishes.exclude];
    for (const id of [...back]) {
      const fewer = back.filter((other) => other !== id);
      if (isFeasible(withExcluded(request, request.wishes.exclude.filter((other) => !fewer.includes(other))), solver)) back = fewer;
    }
    const titles = back.map((id) => request.courses.find((course) => course.id === id)?.title ?? { en: id, zh: id });
    return {
      request: withExcluded(request, request.wishes.exclude.filter((id) => !back.includes(id))),
      relaxation: {
        constraint: "exclude",
        from: request.wishes.exclude.join(", "),
        to: request.wishes.exclude.filter((id) => !back.includes(id)).join(", "),
        sentence: { en: `taking ${titles.map(({ en }) => `“${en}”`).join(", ")} after all`, zh: `不再排除${titles.map(({ zh }) => `“${zh}”`).join("、")}` },
      },
    };
  },
};

function withExcluded(request: PlanRequest, list: readonly string[]): PlanRequest {
  return { ...request, wishes: { ...request.wishes, exclude: list } };
}

/** In the order in which they are offered: what costs the learner least first. */
export const RELAXERS: readonly Relaxer[] = [hours, deadline, budget, exclude, kinds, language, sites];
