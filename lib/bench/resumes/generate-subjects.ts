/**
 * @file Generated profiles for the résumé benchmark: subject n is drawn from a bank of lines by its own seed, so that any
 * one can be made again at any time. Shaped like real ones: 2–6 posts of 3–6 bullets, 6–18 skills, a degree, languages.
 */
import { createRng } from "../../core/rng";
import { sha256 } from "../../core/hash";
import { canonicalText, neutralText } from "../../people/match/neutral-text";
import type { EvidenceItem, EvidenceKind, MatchSubject, WorkRange } from "../../people/match/types";
import { coveredMonths } from "../../people/match/work-months";
import type { Taxonomy } from "../../people/taxonomy/types";

const FIELDS = "PLC|SCADA|payroll|warehouse|hydraulic|quality|test|network|database|web|mobile|design|welding|procurement|logistics|finance|training|safety|maintenance|sales".split("|");
const HEADS = "engineer|technician|analyst|manager|specialist|coordinator|planner|developer|supervisor|consultant".split("|");
const LEVELS = ["", "Senior ", "Junior ", "Lead "];
const EMPLOYERS = "Northgate Sluices|Pennine Pumps|Harbour Freight|Dry Dock Retail|Norrland Foods|Canal Works|Polder Systems|Mill Lane Tools|Delta Cranes|Lock & Weir".split("|");
const VERBS = "Designed|Maintained|Commissioned|Planned|Tested|Introduced|Documented|Automated|Reviewed|Improved".split("|");
const THINGS = "control systems|monthly reports|supplier contracts|spare parts lists|acceptance tests|training courses|data pipelines|safety procedures|production schedules|customer portals".split("|");
const RESULTS = "for three sites|and cut downtime|with a team of four|under ISO 9001|for export customers|in two languages".split("|");
const DEGREES = "BSc in Electrical Engineering|MSc in Computer Science|Bachelor of Business Administration|Apprenticeship as an electrician|BEng in Mechanical Engineering|MSc in Logistics".split("|");
const LANGUAGES = "English (fluent)|German (B2)|Dutch (native)|Mandarin (basic)|French (C1)|Spanish (A2)".split("|");
/** Months: 12 · year + month of January 2026. */
const NOW = 12 * 2026;

interface Line {
  readonly text: string;
  readonly canonical: string;
  readonly skills: readonly string[];
}

export interface SubjectBank {
  /** Different lines in all, each of which is embedded once. */
  readonly texts: readonly string[];
  subject(ordinal: number): MatchSubject;
}

/** @param skillNames how many skills of the taxonomy may be listed */
export function createSubjectBank(taxonomy: Taxonomy, skillNames: number): SubjectBank {
  const line = (text: string): Line => {
    const neutral = neutralText(text, { name: null });
    return { text, canonical: canonicalText(neutral), skills: [...new Set(taxonomy.mentions(neutral).map(({ skill }) => skill.id))].sort() };
  };
  const titles = FIELDS.flatMap((field) => HEADS.map((head, i) => line(`${LEVELS[(i + field.length) % LEVELS.length] ?? ""}${field} ${head}, ${EMPLOYERS[(i * 7 + field.length) % EMPLOYERS.length] ?? ""}`)));
  const bullets = VERBS.flatMap((verb, v) => FIELDS.flatMap((field, f) => [0, 1, 2].map((k) => line(`${verb} ${field} ${THINGS[(v + f + 3 * k) % THINGS.length] ?? ""} ${RESULTS[(v * f + k) % RESULTS.length] ?? ""}`))));
  const skills = taxonomy.skills.slice(0, skillNames).map(({ name }) => line(name.en)).filter(({ canonical }) => canonical !== "");
  const [degrees, languages] = [DEGREES.map(line), LANGUAGES.map(line)];
  return { texts: [...new Set([titles, bullets, skills, degrees, languages].flatMap((lines) => lines.map(({ canonical }) => canonical)))], subject: (ordinal) => draw(createRng(0x5eed + ordinal), { titles, bullets, skills, degrees, languages }) };
}

function draw(random: () => number, bank: Readonly<Record<"titles" | "bullets" | "skills" | "degrees" | "languages", readonly Line[]>>): MatchSubject {
  const pick = (lines: readonly Line[]): Line => lines[Math.floor(random() * lines.length)] ?? { text: "", canonical: "", skills: [] };
  const items: EvidenceItem[] = [];
  const add = (kind: EvidenceKind, one: Line, work: WorkRange | null): void => void items.push({ kind, ...one, start: 0, end: one.text.length, work, statedMonths: null, isWork: work !== null });
  let end = NOW - Math.floor(random() * 18);
  const posts = 2 + Math.floor(random() * 5);
  for (let post = 0; post < posts; post++) {
    const work = { from: end - 6 - Math.floor(random() * 66), to: end };
    end = work.from - Math.floor(random() * 6);
    add("job", pick(bank.titles), work);
    for (let i = 3 + Math.floor(random() * 4); i > 0; i--) add("line", pick(bank.bullets), work);
  }
  for (let i = 6 + Math.floor(random() * 13); i > 0; i--) add("skill", pick(bank.skills), null);
  add("education", pick(bank.degrees), null);
  for (let i = 1 + Math.floor(random() * 2); i > 0; i--) add("language", pick(bank.languages), null);
  const monthsOfWork = coveredMonths(items.flatMap(({ work, kind }) => (work && kind === "job" ? [work] : [])));
  return { items, monthsOfWork, monthsQuote: null, asOf: "2026-01", fingerprint: sha256(items.map(({ canonical }) => canonical).join("\n")) };
}
