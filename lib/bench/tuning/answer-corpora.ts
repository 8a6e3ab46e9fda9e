/**
 * @file The collections on which the answer stage is tuned, each with its knowledge base and our questions: the demo
 * company, the CivicActions handbook, Chinese statutes on work. Reads no set that reports use.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../config/paths";
import { evalQuestion, type EvalQuestion } from "../../contracts/cli";
import type { Encoder } from "../../core/encoder";
import { detectLanguage } from "../../core/language";
import type { Language } from "../../core/types";
import { extractDocument } from "../../knowledge/extract/extract-document";
import { buildCases, type AnswerCase } from "./answer-cases";
import { openHandbook, openTexts } from "./handbook-store";
import { loadCivicActions } from "./load-civicactions";
import { loadHrLaws } from "./load-hr-laws";

export interface AnswerCorpus {
  readonly name: "demo-en" | "demo-zh" | "civic" | "hr-laws";
  readonly language: Language;
  /** The encoder was trained on its passages, so similarities there are better than they will be elsewhere. (The one that ships read no line of civic; one made from the starter did.) */
  readonly isKnownToEncoder: boolean;
  /** Text of a real organisation: the limits come from it. */
  readonly isReal: boolean;
  readonly cases: readonly AnswerCase[];
}

/** @param data the shared data folder */
export async function loadAnswerCorpora(data: string, encoder: Encoder): Promise<AnswerCorpus[]> {
  const handbook = path.join(data, "policies/civicactions");
  const civic = await buildCases("civic", await openHandbook(handbook, encoder), [...loadCivicActions(handbook), ...readSet("civicactions-more.jsonl")]);
  const demo = await demoCases(encoder);
  const laws = await loadHrLaws(path.join(data, "corpora/pairs.jsonl.gz"));
  const hrLaws = await buildCases("hr-laws", await openTexts(laws.documents, encoder), laws.questions);
  return [
    { name: "civic", language: "en", isKnownToEncoder: false, isReal: true, cases: civic },
    { name: "demo-en", language: "en", isKnownToEncoder: false, isReal: false, cases: demo.filter((one) => !isChinese(one)) },
    { name: "demo-zh", language: "zh", isKnownToEncoder: false, isReal: false, cases: demo.filter(isChinese) },
    { name: "hr-laws", language: "zh", isKnownToEncoder: true, isReal: true, cases: hrLaws },
  ];
}

function isChinese({ question }: AnswerCase): boolean {
  return detectLanguage(question.question) === "zh";
}

function readSet(name: string): EvalQuestion[] {
  return parseLines(path.join(import.meta.dirname, "sets", name));
}

function parseLines(file: string): EvalQuestion[] {
  return readFileSync(file, "utf8").trim().split("\n").map((line) => evalQuestion.parse(JSON.parse(line)));
}

async function demoCases(encoder: Encoder): Promise<AnswerCase[]> {
  const folder = path.join(projectRoot(), "db/seed/policies");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md")).sort();
  const documents = await Promise.all(
    names.map(async (name) => {
      const raw = readFileSync(path.join(folder, name), "utf8");
      const title = /^title: *(.*)$/m.exec(raw)?.[1] ?? name;
      const markdown = `# ${title}\n\n${raw.replace(/^---\n[\s\S]*?\n---\n/, "")}`;
      return { name: stem(name), extracted: await extractDocument(new TextEncoder().encode(markdown), path.basename(name)) };
    }),
  );
  const asked = [...parseLines(path.join(projectRoot(), "db/seed/questions/policies.jsonl")), ...readSet("demo-more.jsonl")];
  const questions = asked.map((question) => ({ ...question, document: question.document ? stem(question.document) : null, also: question.also.map(stem) }));
  return buildCases("demo", await openTexts(documents, encoder), questions);
}

/** Questions name the generated file (policies/leave.pdf), the sources are Markdown: compared without folder and ending. */
function stem(name: string): string {
  return name.replace(/\.\w+$/, "").replace(/^policies\//, "");
}
