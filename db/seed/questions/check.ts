/**
 * @file Check of the demo company's evaluation questions against the policy sources: quotes found, answers inside
 * quotes, ids unique, one split per group. `npm test -- db/seed/questions` runs it. Does not retrieve anything.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { parseDocumentSource, plainText } from "../generate/document/source";
import type { DocumentBlock } from "../generate/document/source";

const HERE = import.meta.dirname;
const POLICIES = path.join(HERE, "../policies");
const STYLES = ["direct", "paraphrase", "keyword", "typo", "number", "yesno", "scenario", "crosslingual"] as const;
const quoteText = z.string().max(300);

const gold = {
  id: z.string().min(1),
  /** Paraphrases of one fact share a group; one group, one split. */
  group: z.string().min(1),
  language: z.enum(["en", "zh"]),
  answerable: z.boolean(),
  /** Relative to db/seed/policies; null when the documents do not say. */
  document: z.string().nullable(),
  quote: quoteText,
  answers: z.array(z.string().min(1)),
  also: z.array(z.string()),
  style: z.enum(STYLES),
  split: z.enum(["dev", "test"]),
  /** Two valid documents disagree; `otherQuote` stands in `also[0]`. */
  conflict: z.literal(true).optional(),
  otherQuote: quoteText.optional(),
};
export const policyQuestion = z.strictObject({ ...gold, question: z.string().min(2) });
export const followupQuestion = z.strictObject({ ...gold, turns: z.tuple([z.string().min(2), z.string().min(1)]) });
export type GoldLine = Omit<z.infer<typeof policyQuestion>, "question">;

/** NFKC, one space for any white space. */
export const normalise = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, " ").trim();

const blockText = (block: DocumentBlock): string =>
  block.kind === "table" ? block.rows.map((row) => row.map(plainText).join(" ")).join(" ") : plainText(block.inlines);

const texts = new Map<string, string>();

/** A policy's text without Markdown, normalised; parsed once per process. */
export function policyText(document: string): string {
  const parse = () => parseDocumentSource(readFileSync(path.join(POLICIES, document), "utf8"), document).blocks;
  const text = texts.get(document) ?? normalise(parse().map(blockText).join(" "));
  texts.set(document, text);
  return text;
}

/** @returns the lines of a question file; @throws ZodError naming the field of a line that is not of the form */
export function readQuestions(): { policies: z.infer<typeof policyQuestion>[]; followups: z.infer<typeof followupQuestion>[] } {
  const lines = (name: string) => readFileSync(path.join(HERE, name), "utf8").split("\n").filter(Boolean).map((line): unknown => JSON.parse(line));
  const parseAll = <T>(schema: z.ZodType<T>, name: string) => lines(name).map((line) => schema.parse(line));
  return { policies: parseAll(policyQuestion, "policies.jsonl"), followups: parseAll(followupQuestion, "followups.jsonl") };
}

/** @returns one sentence per problem; empty when all lines hold */
export function findProblems(lines: readonly GoldLine[], textOf: (document: string) => string = policyText): string[] {
  const ids = new Set<string>();
  const splits = new Map<string, string>();
  return lines.flatMap((line) => {
    const problems = line.answerable ? goldProblems(line, textOf) : emptyGoldProblems(line);
    if (ids.has(line.id)) problems.push("id is not unique");
    if ((splits.get(line.group) ?? line.split) !== line.split) problems.push(`group ${line.group} is in both splits`);
    ids.add(line.id);
    splits.set(line.group, line.split);
    return problems.map((problem) => `${line.id}: ${problem}`);
  });
}

function emptyGoldProblems(line: GoldLine): string[] {
  const hasGold = line.document !== null || line.quote !== "" || line.answers.length + line.also.length > 0;
  return hasGold ? ["unanswerable, but has gold"] : [];
}

function goldProblems(line: GoldLine, textOf: (document: string) => string): string[] {
  const missing = [line.document ?? "null", ...line.also].filter((d) => !existsSync(path.join(POLICIES, d)));
  if (missing.length > 0) return [`no such policy: ${missing.join(", ")}`];
  const problems: string[] = [];
  const quote = normalise(line.quote);
  if (quote.length < 2 || !textOf(line.document ?? "").includes(quote)) problems.push("quote is not in the document");
  if (line.answers.length === 0) problems.push("no answers");
  for (const answer of line.answers) if (!quote.includes(normalise(answer))) problems.push(`answer "${answer}" is not in the quote`);
  if (line.conflict && !textOf(line.also[0] ?? "").includes(normalise(line.otherQuote ?? "\0"))) problems.push("otherQuote is not in also[0]");
  return problems;
}
