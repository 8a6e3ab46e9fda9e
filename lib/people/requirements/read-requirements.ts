/**
 * @file readRequirements: the text of a job description → requirements, each pointing at the characters that say so. By
 * rules, in English and Chinese; what no rule names stays a requirement in the description's own words. A recruiter
 * corrects the rest (correct.ts).
 */
import type { ReadingCue } from "../../contracts/taught-reading";
import { AppError } from "../../core/errors";
import { detectLanguage } from "../../core/language";
import type { Span } from "../../core/types";
import { splitSentences } from "../../knowledge/chunk/sentences";
import { isJobTitle } from "../job-words";
import type { Taxonomy } from "../taxonomy/types";
import { levelIn } from "../terms/language-level";
import { takeYears, type YearsAsked } from "../terms/take-years";
import { corePhrase } from "./core-phrase";
import { readJobLines, type JobLine, type JobSectionKind } from "./job-sections";
import { namedNeeds } from "./named-needs";
import { hasCue, isNotAsked, proseAsks } from "./prose-asks";
import { WISH } from "./prose-cues";
import { byOpenings, keptWhole, withinMeans } from "./reading-cues";
import { requirementId } from "./requirement-id";
import { skillNeeds } from "./skill-needs";
import { splitAsks } from "./split-asks";
import { suggestedWeight, SUGGESTED_WEIGHTS, type SuggestedWeights } from "./suggested-weights";
import type { JobRequirements, Requirement, RequirementWarning } from "./types";

export interface ReadRequirementsOptions {
  readonly taxonomy: Taxonomy;
  /** The ruleset's table; default what ships. */
  readonly weights?: SuggestedWeights;
  /** What this company's recruiters taught (taught-cues.ts); without any, the reading is the one that ships. */
  readonly cues?: readonly ReadingCue[];
}

/** What a line is read with. */
interface Known {
  readonly taxonomy: Taxonomy;
  readonly cues: readonly ReadingCue[];
}

type Draft = Omit<Requirement, "id" | "weight">;

const ASKS = new Set<JobSectionKind>(["must", "nice", "experience", "education", "languages"]);
const AS_A_ROLE = /\b(?:as|role|position|job)\b|担任|岗位/i;
/** "robust performance as a Salesforce developer": the role stands behind it. */
const BEHIND_AS = /^.*\b(?:as|role of|position of|working like)\s+(?:an?\s+|the\s+)?(?=\S)/is;
/** "Senior Quality Engineer, preferably in a technology company": the title ends at the comma. */
const AFTER_TITLE = /\s*(?:,|;|，|；|\(|\b(?:or (?:a )?(?:similar|related|equivalent))\b|\bwith(?:in)?\b|\bin (?:a|an|the)\b|\bat (?:a|an|the)\b|(?:工作)?(?:经验|经历)的?).*$/isu;
const LEFTOVER =
  /\b(?:fluent(?:ly)?|native|proficien\w+|advanced|intermediate|business|conversational|working|basic|good|excellent|strong|written|spoken|verbal|oral|writing|speaking|speak\w*|language|languages|skills?|level|command|plus|bonus|preferred|required|certifi\w+|qualifi\w+|licen[sc]e[ds]?|active|valid|current|registered|degree|field|related|equivalent|similar|relevant|is|an?|or|and|of|in|the|as)\b|流利|熟练|精通|良好|口语|书面|读写|能力|优先|相关|证书|持有|专业|学历|以上/gi;
const EITHER = /\bor\b|\/|或/i;
/** A longer phrase is a sentence, whose "or" may join anything. */
const MAX_ALTERNATIVES_CHARS = 60;
const MAX_SKILLS_SHOWN = 25;
const MAX_DUTIES = 20;
/** Longer texts are refused. */
export const MAX_JOB_CHARS = 60_000;
const MAX_TITLE_CHARS = 120;

/**
 * @param text the description as extracted; offsets of the result point into it
 * @throws AppError "request/too-large" above 60,000 characters
 */
export function readRequirements(text: string, { taxonomy, weights = SUGGESTED_WEIGHTS, cues = [] }: ReadRequirementsOptions): JobRequirements {
  if (text.length > MAX_JOB_CHARS) {
    throw new AppError("request/too-large", `a job description of ${text.length} characters, at most ${MAX_JOB_CHARS}`, { userMessage: "The job description is longer than 60,000 characters. Give the description alone, without the annexes." });
  }
  const lines = readJobLines(text, cues);
  const drafts = draftsOf(lines, { taxonomy, cues });
  const requirements = distinct(drafts).map((draft): Requirement => ({ id: requirementId(draft.kind, draft.text, draft.years), ...draft, weight: suggestedWeight(draft, weights) }));
  const title = readTitle(lines);
  const duties = lines.filter(({ section }) => section === "duties").slice(0, MAX_DUTIES).map(({ text: duty, start, end }) => ({ text: duty, span: { start, end } }));
  return { title, duties, language: detectLanguage(text), requirements, warnings: warningsOf(requirements, title !== null) };
}

/** What the lists ask, and what sentences outside of them ask; of what both name, the list's words are shown. In reading order. */
function draftsOf(all: readonly JobLine[], known: Known): Draft[] {
  const isStructured = all.some((line) => ASKS.has(line.section));
  const { lines, asked: taught } = byOpenings(all, known.cues, ({ section }) => ASKS.has(section));
  const open = lines.filter(({ section }) => section !== "offer" && section !== "title");
  const listed = open.flatMap((line) => (ASKS.has(line.section) ? readLine(line, known) : line.section === "place" ? named(line).filter(({ kind }) => kind === "place") : []));
  listed.push(...taught.flatMap((line) => readLine(line, known)));
  const prose = open.filter(({ section }) => !ASKS.has(section) && section !== "place");
  const asked = prose.flatMap((line) => {
    // Tasks in a list are asked of nobody; a sentence among them or above the lists may ask ("You speak German").
    if (isStructured && line.section !== "other") return line.isItem ? [] : readAsks(line, known);
    return hasCue(line.text) ? readAsks(line, known) : readProse(line, known);
  });
  if (listed.length + asked.length === 0 && !isStructured) return prose.flatMap((line) => readProse(line, known));
  return [...listed, ...asked];
}

function warningsOf(requirements: readonly Requirement[], hasTitle: boolean): RequirementWarning[] {
  const warnings: RequirementWarning[] = [];
  if (requirements.length === 0) warnings.push("no-requirements");
  else if (!requirements.some(({ mustHave }) => mustHave)) warnings.push("no-must-have");
  if (requirements.length > MAX_SKILLS_SHOWN) warnings.push("many-requirements");
  if (!hasTitle) warnings.push("no-title");
  return warnings;
}

function readTitle(lines: readonly JobLine[]): JobRequirements["title"] {
  const stated = lines.find((line) => line.section === "title");
  const first = lines.slice(0, 3).find((line) => line.section === "intro" && isJobTitle(line.text));
  const line = stated ?? first;
  if (!line) return null;
  const text = line.text.slice(0, MAX_TITLE_CHARS).trimEnd();
  return { text, span: { start: line.start, end: line.start + text.length } };
}

/** A line of a section that lists what is asked. */
function readLine(line: JobLine, { taxonomy, cues }: Known): Draft[] {
  return splitSentences(line.text).flatMap((sentence) => splitByYears(line.text, sentence)).flatMap((part) => splitAsks(line.text, part)).flatMap((span) => {
    const at = line.start + span.start;
    const clause = line.text.slice(span.start, span.end);
    if (isNotAsked(clause) && !/[,;，；]/.test(clause)) return [];
    const means = withinMeans(clause, cues);
    const mustHave = means === null ? line.section !== "nice" && !WISH.test(clause) : means === "must";
    const wholes = keptWhole(clause, cues);
    const needs = namedNeeds(clause).filter((need) => !wholes.some(({ start, end }) => start < need.end && need.start < end));
    const drafts: Draft[] = needs.map(({ start, end, ...need }) => ({ ...need, mustHave, text: clause.slice(start, end).trim(), source: { start: at + start, end: at + end } }));
    const { years } = takeYears(clause);
    const blank = blanked(clause, [...wholes, ...needs, ...years.flatMap(({ label }) => spanOf(clause, label))]);
    const time = years.find(({ min }) => min !== null)?.min ?? undefined;
    for (const { start, end } of wholes) drafts.push({ ...whole(clause.slice(start, end), taxonomy), ...(time === undefined ? {} : { years: time }), mustHave, source: { start: at + start, end: at + end } });
    // The time is that of what was kept whole.
    const asked = wholes.length > 0 ? undefined : time;
    const rest = needs.some(({ kind }) => kind === "education") && asked === undefined ? [] : restOf(blank, { section: line.section, asked, taxonomy });
    for (const { source, ...need } of rest) {
      // What stands around a named need is mostly about it: "fluent", "active … certification".
      if (needs.length + wholes.length > 0 && need.kind === "text" && source && isLeftover(clause.slice(source.start, source.end))) continue;
      const span = source ?? timeAlone(clause, years);
      drafts.push({ ...need, mustHave, text: clause.slice(span.start, span.end), source: { start: at + span.start, end: at + span.end } });
    }
    return drafts;
  });
}

/** Words that recruiters keep together: the skill of that name, or the words themselves. */
export const whole = (text: string, taxonomy: Taxonomy): Pick<Draft, "kind" | "any" | "text"> => {
  const skill = taxonomy.normalise(text);
  return { kind: skill ? "skill" : "text", any: skill ? [skill.id] : [], text };
};

/** Where time alone is asked: the phrase around it, or its own words where no phrase holds them ("with 3 years of experience"). */
function timeAlone(clause: string, years: readonly YearsAsked[]): Span {
  const core = corePhrase(clause);
  const label = years.find(({ min }) => min !== null)?.label ?? "";
  const at = clause.indexOf(label);
  if (label === "" || at < 0 || (core && core.start <= at + label.length / 2 && core.end >= at + 1)) return core ?? { start: 0, end: clause.length };
  return { start: at, end: at + label.replace(/ of$/i, "").length };
}

function timeAsked(line: JobLine): Draft[] {
  const { label: whole, min } = takeYears(line.text).years.find((one) => one.min !== null) ?? { label: "", min: null };
  const label = whole.replace(/ of$/i, "");
  const start = line.start + line.text.indexOf(label);
  return min === null ? [] : [{ kind: "experience", any: [], mustHave: true, text: label, years: min, source: { start, end: start + label.length } }];
}

function isLeftover(words: string): boolean {
  const left = words.replace(LEFTOVER, " ").match(/\p{Script=Latin}{2,}|\p{Script=Han}{2,}/gu) ?? [];
  return left.length <= 1;
}

/** "3 years as a cook, 5 years as a driver": each time with what stands behind it, the first with what stands before. */
function splitByYears(text: string, { start, end }: Span): Span[] {
  const clause = text.slice(start, end);
  const starts: number[] = [];
  for (const { label, min } of takeYears(clause).years) {
    const at = clause.indexOf(label, starts.at(-1) ?? 0);
    if (min !== null && at >= 0) starts.push(at);
  }
  const behind = starts.map((at, i) => clause.slice(at, starts[i + 1] ?? clause.length));
  if (starts.length < 2 || !behind.every((part) => AS_A_ROLE.test(part) || isJobTitle(part))) return [{ start, end }];
  return starts.map((at, i) => ({ start: start + (i === 0 ? 0 : at), end: start + (starts[i + 1] ?? clause.length) }));
}

interface RestOptions {
  readonly section: JobSectionKind;
  readonly asked: number | undefined;
  readonly taxonomy: Taxonomy;
}

/** What is left of a clause without its degree, languages, certificates and years: a role, skills, or time alone. */
function restOf(clause: string, { section, asked, taxonomy }: RestOptions): (Pick<Draft, "kind" | "any" | "source"> & { readonly years?: number })[] {
  const years = asked === undefined ? {} : { years: asked };
  const core = corePhrase(clause);
  const words = core ? clause.slice(core.start, core.end) : "";
  if (!core || !/[\p{L}]{2}|\b[CR]\b/u.test(words)) return asked === undefined ? [] : [{ kind: "experience", any: [], source: null, ...years }];
  const lead = BEHIND_AS.exec(words)?.[0].length ?? 0;
  const behind = words.slice(lead).replace(AFTER_TITLE, "");
  const [title, from] = lead > 0 && isJobTitle(behind) ? [behind, core.start + lead] : [words.replace(AFTER_TITLE, ""), core.start];
  const isRole = isJobTitle(title) && (asked !== undefined || section === "experience");
  if (title.length >= 2 && (isRole || (section === "experience" && (asked !== undefined || AS_A_ROLE.test(clause)) && taxonomy.normalise(title) === null))) {
    return [{ kind: "experience", any: [title.toLowerCase()], source: { start: from, end: from + title.length }, ...years }];
  }
  return skillNeeds(clause, taxonomy).map(({ any, start, end }) => ({ kind: any.length > 0 ? "skill" : "text", any, source: { start, end }, ...years }));
}

/** The stretches of a line of prose that ask something: what the tables and the taxonomy name there. */
function readAsks(line: JobLine, known: Known): Draft[] {
  return proseAsks(line.text).flatMap(({ start, end, mustHave }) => {
    const text = line.text.slice(start, end);
    const isMust = mustHave || withinMeans(text, known.cues) === "must";
    return readProse({ ...line, text, start: line.start + start, end: line.start + end }, known).map((draft) => ({ ...draft, mustHave: draft.mustHave && isMust }));
  });
}

/** Prose: only what the tables and the taxonomy name is taken as asked for, each by its name. */
function readProse(line: JobLine, known: Known): Draft[] {
  return readLine({ ...line, section: "must" }, known).flatMap((draft): Draft[] => {
    // "three years in a job that no table names": the time is asked, in whatever work.
    const { source } = draft;
    if (draft.kind === "text") return draft.years === undefined ? [] : timeAsked(line);
    // Of a whole sentence each name is asked for by itself, unless it says "or".
    if (draft.kind !== "skill" || !source || (draft.any.length > 1 && EITHER.test(draft.text) && draft.text.length <= MAX_ALTERNATIVES_CHARS)) return [draft];
    return known.taxonomy.mentions(draft.text).map(({ skill, start, end, text }) => ({ ...draft, any: [skill.id], text, source: { start: source.start + start, end: source.start + end } }));
  });
}

function named(line: JobLine): Draft[] {
  return namedNeeds(line.text).map(({ start, end, ...need }) => ({ ...need, mustHave: true, text: line.text.slice(start, end), source: { start: line.start + start, end: line.start + end } }));
}

/** Stretches replaced by commas and blanks of the same length: what stands around them no longer reads as one phrase. */
function blanked(clause: string, spans: readonly Span[]): string {
  return spans.reduce((text, { start, end }) => `${text.slice(0, start)}${",".padEnd(end - start, " ").slice(0, end - start)}${text.slice(end)}`, clause);
}

function spanOf(clause: string, label: string): Span[] {
  const start = clause.indexOf(label);
  return start < 0 ? [] : [{ start, end: start + label.length }];
}

/** What the tables name in several words and languages: 英文 and 英语 are one. */
const BY_MEANING: ReadonlySet<Draft["kind"]> = new Set(["skill", "language", "certificate"]);

/** The same thing asked twice is one requirement: the first, a must-have if either is, with the years of either and the higher level. */
function distinct(drafts: readonly Draft[]): Draft[] {
  const kept = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = `${draft.kind} ${BY_MEANING.has(draft.kind) ? [...draft.any].sort().join("|") : draft.text.toLowerCase()} ${draft.kind === "experience" ? (draft.years ?? "") : ""}`;
    const before = kept.get(key);
    const years = Math.max(before?.years ?? 0, draft.years ?? 0);
    const level = higherLevel(before?.level, draft.level);
    kept.set(key, before ? { ...before, mustHave: before.mustHave || draft.mustHave, ...(years > 0 ? { years } : {}), ...(level === undefined ? {} : { level }) } : draft);
  }
  return [...kept.values()].sort((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0));
}

/** Of a language; degrees are told apart by their words. */
function higherLevel(a: string | undefined, b: string | undefined): string | undefined {
  const rung = (level: string | undefined): number => (level === undefined ? 0 : (levelIn(level)?.rung ?? 0));
  return rung(b) > rung(a) ? b : (a ?? b);
}
