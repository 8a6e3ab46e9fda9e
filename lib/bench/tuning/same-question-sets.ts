/**
 * @file Questions for fitting question matching: pairs written for it (sets/same-question.jsonl), the demo company's
 * paraphrase groups, and others that nobody asked twice, which must never be taken for another.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../config/paths";
import { detectLanguage } from "../../core/language";
import type { Language } from "../../core/types";

export interface Asked {
  readonly text: string;
  readonly language: Language;
  /** The same question: equal groups. */
  readonly group: string;
  /** What must not be split between fit and check: a group with its near misses. */
  readonly family: string;
  /** What answers it, null when unknown. */
  readonly quote: string | null;
  /** Of same-question.jsonl: a base, its paraphrases (close) and near misses (not close). */
  readonly isOwn: boolean;
  readonly isBase: boolean;
  readonly isClose: boolean;
}

interface OwnRow {
  readonly id: string;
  readonly language: Language;
  readonly question: string;
  readonly same: readonly string[];
  readonly other: readonly string[];
}
interface OtherRow {
  readonly id: string;
  readonly question: string;
  readonly group?: string;
  readonly quote?: string;
  readonly document?: string;
  readonly style?: string;
}

/** Demo questions that are close paraphrases of one another by style; scenarios and keywords ask in another way. */
const CLOSE_STYLES: readonly string[] = ["direct", "paraphrase", "yesno", "typo", "number"];
const OTHERS = ["db/seed/questions/policies.jsonl", "lib/bench/tuning/sets/demo-more.jsonl", "lib/bench/tuning/civicactions.jsonl", "lib/bench/tuning/sets/hr-laws-zh.jsonl"];

/** Every text once; the first place it stands in wins. */
export function loadSameQuestions(): Asked[] {
  const own = rows<OwnRow>("lib/bench/tuning/sets/same-question.jsonl");
  const all = [...ownQuestions(own), ...OTHERS.flatMap((file) => rows<OtherRow>(file).map((row) => otherQuestion(file, row)))];
  return [...new Map(all.reverse().map((asked) => [asked.text, asked])).values()].reverse();
}

function ownQuestions(own: readonly OwnRow[]): Asked[] {
  const groupOf = new Map(own.flatMap((row) => [row.question, ...row.same].map((text) => [text, row.id])));
  return own.flatMap((row) => {
    const common = { language: row.language, quote: null, isOwn: true };
    const familyOf = (group: string): string => group;
    return [
      ...[row.question, ...row.same].map((text, i) => ({ ...common, text, group: row.id, family: familyOf(row.id), isBase: i === 0, isClose: true })),
      // A near miss of one may be another's own question: then it stands there.
      ...row.other.filter((text) => !groupOf.has(text)).map((text) => ({ ...common, text, group: `miss:${text}`, family: row.id, isBase: false, isClose: false })),
    ];
  });
}

function otherQuestion(file: string, row: OtherRow): Asked {
  const group = row.group ?? `${file}#${row.id}`;
  return { text: row.question, language: detectLanguage(row.question), group, family: group, quote: row.quote ?? null, isOwn: false, isBase: false, isClose: CLOSE_STYLES.includes(row.style ?? "") };
}

function rows<Row>(file: string): Row[] {
  const lines = readFileSync(path.join(projectRoot(), file), "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as Row);
}
