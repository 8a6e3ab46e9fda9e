/**
 * @file readProfile: an extracted résumé → profile. Lines → sections → the parser of each section → one profile.
 * A pure function: the same text, date and taxonomy give the same profile.
 */
import type { Span } from "../../core/types";
import { instructionIn } from "../../knowledge/extract/hidden-text";
import type { ExtractedDocument } from "../../knowledge/types";
import { isJobTitle } from "../job-words";
import type { Taxonomy } from "../taxonomy/types";
import { readCertificates } from "./certificates";
import { findContacts, findPersonal } from "./contacts";
import { fromIsoMonth } from "./dates";
import { readEducation } from "./education-entries";
import { headLines } from "./head-lines";
import { readPerson } from "./header";
import { latestJob } from "./latest-job";
import { toLines, type Line } from "./lines";
import { profileSections, sectionsOf, type Section } from "./sections";
import type { ProfileModels } from "./profile-models";
import { readSkills } from "./skills";
import { readLanguages } from "./spoken-languages";
import { statedYears } from "./stated-years";
import { taggedName, taggedStudies, withTaggedHead, withTaggedStudy, type Tagged } from "./tagged-values";
import type { EducationEntry, ExperienceEntry, Fact, Profile, SectionKind } from "./types";
import { namesDegree } from "./word-cues";
import { readEntries } from "./work-entries";
import { gapsOf, yearsFromDates } from "./years";

/** Raised whenever the rules may read the same text differently; stored profiles of another version are read anew. */
export const PROFILE_RULES = "rules-2";

/** A person is named in these lines, if anywhere. */
const NAME_LINES = 3;

export interface ReadProfileOptions {
  /** Path or name of the file. */
  readonly source: string;
  /** Month that "present" means, ISO `YYYY-MM`. */
  readonly asOf: string;
  /** Null: only listed skills are found, as written. */
  readonly taxonomy: Taxonomy | null;
  /** Left out: rules alone. */
  readonly models?: ProfileModels;
}

/** Which rules, taxonomy and models a profile was read with. */
export function profileVersion(taxonomy: Taxonomy | null, models?: Pick<ProfileModels, "version">): string {
  return [PROFILE_RULES, taxonomy?.version ?? "none", ...(models ? [models.version] : [])].join("+");
}

/** @param document a résumé as extracted: visible text only */
export function readProfile(document: ExtractedDocument, { source, asOf, taxonomy, models }: ReadProfileOptions): Profile {
  const original = document.text;
  const nowMonth = fromIsoMonth(asOf);
  const sections = sectionsOf(toLines(document));
  const head = headLines(document, sections);
  const tagged = models && document.language === "zh" ? { spans: models.tagChinese(original), original } : null;
  const { name: written, title } = readPerson(head, original);
  const name = written ?? (tagged && taggedName(tagged, head[NAME_LINES - 1]?.end ?? head.at(-1)?.end ?? 0));
  const onPerson = [...head, ...sections.filter((section) => section.kind === "personal").flatMap((section) => section.lines)];
  const contacts = findContacts(onPerson, original);
  const personal = findPersonal(onPerson, original);
  const experience = readWork(sections, { original, nowMonth, tagged });
  const studies = sections.filter((section) => section.kind === "education").flatMap((section) => readEducation(section.lines, original, nowMonth));
  const hidden: Span[] = [...contacts, ...personal, ...(name ? [name] : [])].map((fact) => fact.span);
  const stated = statedYears(sections, original);
  const summed = yearsFromDates(experience, nowMonth);
  return {
    version: profileVersion(taxonomy, models),
    source,
    language: document.language,
    asOf,
    name,
    contacts,
    personal,
    headline: title ?? latestJob({ experience })?.title ?? experience[0]?.title ?? null,
    occupation: models?.occupationOf(original) ?? null,
    summary: summaryOf(sections, original),
    skills: readSkills(sections, { original, taxonomy, hidden }),
    experience,
    education: tagged ? educationWith(studies, sections, tagged) : studies,
    languages: readLanguages(sections, original),
    certifications: readCertificates(sections, original),
    yearsOfExperience: summed ?? (stated && { ...stated, basis: "stated" as const }),
    statedYears: stated,
    gaps: gapsOf(experience, nowMonth),
    sections: profileSections(sections, original),
    warnings: [...document.warnings, ...spokenTo(original), ...warningsOf(experience, sections, nowMonth)],
  };
}

function educationWith(studies: readonly EducationEntry[], sections: readonly Section[], tagged: Tagged): EducationEntry[] {
  if (studies.length > 0) return studies.map((entry) => withTaggedStudy(entry, tagged));
  return taggedStudies(sections.flatMap(({ lines }) => lines), tagged);
}

const ENTRY_KINDS: Partial<Record<SectionKind, ExperienceEntry["kind"]>> = { experience: "work", projects: "project", volunteering: "volunteering" };

interface WorkContext {
  readonly original: string;
  readonly nowMonth: number;
  /** Null: rules alone. */
  readonly tagged: Tagged | null;
}

function readWork(sections: readonly Section[], context: WorkContext): ExperienceEntry[] {
  const entries = sections.flatMap((section) => {
    const kind = section.heading && section.kind === "experience" && /intern|实习/i.test(section.heading.text) && !/工作|work|experience and/i.test(section.heading.text) ? "internship" : ENTRY_KINDS[section.kind];
    return kind ? refinedEntries(section, kind, context) : [];
  });
  return entries.some((entry) => entry.kind === "work" || entry.kind === "internship") ? entries : [...unlabelled(sections, context), ...entries];
}

function refinedEntries(section: Section, kind: ExperienceEntry["kind"], { original, nowMonth, tagged }: WorkContext): ExperienceEntry[] {
  const entries = readEntries(section.lines, { original, kind, nowMonth });
  return tagged ? entries.map((entry) => withTaggedHead(entry, tagged)) : entries;
}

/** A résumé that names no section on work: dated lines with a job's title, wherever they stand outside of education. */
function unlabelled(sections: readonly Section[], context: WorkContext): ExperienceEntry[] {
  const open = new Set<SectionKind>(["header", "summary", "objective", "other", "skills", "awards"]);
  return sections
    .filter((section) => open.has(section.kind))
    .flatMap((section) => refinedEntries(section, "work", context))
    .filter((entry) => entry.start !== null && entry.title !== null && isJobTitle(entry.title.value) && !namesDegree(entry.title.value));
}

function summaryOf(sections: readonly Section[], original: string): Fact | null {
  const body = (kind: SectionKind): readonly Line[] => sections.find((section) => section.kind === kind && section.lines.length > 0)?.lines ?? [];
  const lines = body("summary").length > 0 ? body("summary") : body("objective");
  const first = lines[0];
  const last = lines.at(-1);
  return first && last ? { value: original.slice(first.start, last.end), span: { start: first.start, end: last.end } } : null;
}

/** Words that a reader can see and that speak to a program all the same. */
function spokenTo(original: string): string[] {
  const found = instructionIn(original);
  return found ? [`The text speaks to a machine: “${original.slice(found.start, found.end).replace(/\s+/g, " ")}” It steers nothing here, but look at it.`] : [];
}

function warningsOf(experience: readonly ExperienceEntry[], sections: readonly Section[], nowMonth: number): string[] {
  const warnings: string[] = [];
  if (experience.length === 0) warnings.push("No job with a title or dates was found: read the document itself.");
  else if (experience.every((entry) => entry.start === null)) warnings.push("The jobs carry no dates that could be read; years of experience and gaps are unknown.");
  const ahead = experience.filter((entry) => entry.start !== null && fromIsoMonth(entry.start.value) > nowMonth).length;
  if (ahead > 0) warnings.push(`${ahead} ${ahead === 1 ? "job begins" : "jobs begin"} after the date for which the profile was read.`);
  if (sections.length === 1) warnings.push("No section is named in the text: jobs and studies were told apart by their wording.");
  return warnings;
}
