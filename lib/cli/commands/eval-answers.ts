/** @file `cadre eval answers`: questions with gold quotes against a folder of documents; the figures of DESIGN section 5. */
import { writeFile } from "node:fs/promises";
import type { Assistant } from "../../assistant/types";
import { evalAnswersDetail, evalAnswersOutput, evalQuestion, type EvalAnswersOutput, type EvalQuestion } from "../../contracts/cli";
import { AppError } from "../../core/errors";
import { answerMetrics, type JudgedAnswer } from "../../knowledge/evaluate/answer-metrics";
import { overlapFigures } from "../../knowledge/evaluate/overlap-figures";
import { parseCommand, required, type Command } from "../command";
import { readEvalFile } from "../eval-encoder";
import { openDocs, parseMode } from "../open-docs";

type Mode = "hybrid" | "dense" | "lexical";
const MODES: readonly Mode[] = ["lexical", "dense", "hybrid"];

export const command: Command = {
  name: "eval answers",
  usage: `cadre eval answers --docs <dir> --questions <jsonl> [--mode hybrid|dense|lexical | --compare] [--encoder <dir>] [--details <out.jsonl>] [--json]
Asks every question of the file against the documents of the folder, in a throw-away store.
  --docs       folder of documents; "document" in the questions is a path relative to it
  --questions  one JSON object per line: id, question, answerable, document, quote, answers, also
  --mode       which arms retrieve; default hybrid
  --compare    all three modes, one row each (with --json an object per mode)
  --details    one JSON line per question: what was answered, cited and retrieved
  --json       {"n","hit1","hit5","quote","answer","coverage","abstain","auroc","latencyMs"}
With a language model (CADRE_LLM_BASE_URL or CADRE_LLM) also tokenF1, rougeL and bleu of what it wrote against "answers".
Quotes are compared without white space, punctuation, case and Markdown, and count only from a right document.`,
  async run(args, io) {
    const options = { docs: { type: "string" }, questions: { type: "string" }, mode: { type: "string" }, compare: { type: "boolean" }, encoder: { type: "string" }, details: { type: "string" }, json: { type: "boolean" } } as const;
    const { values } = parseCommand(args, options);
    const folder = required(values.docs, "docs");
    const mode = parseMode(values.mode);
    const questions = parseQuestions(await readEvalFile(required(values.questions, "questions")));
    const { assistant, hasLanguageModel, close } = await openDocs({ folder, encoder: values.encoder, kind: "policy", io });
    const rows: { mode: Mode; metrics: EvalAnswersOutput }[] = [];
    for (const one of values.compare ? MODES : [mode]) {
      const judged = await askAll(assistant, questions, one);
      if (values.details && (!values.compare || one === mode)) await writeFile(values.details, judged.map(({ detail }) => `${JSON.stringify(detail)}\n`).join(""));
      rows.push({ mode: one, metrics: evalAnswersOutput.parse({ ...answerMetrics(judged), ...(hasLanguageModel ? overlapFigures(judged) : {}) }) });
    }
    await close();
    if (!values.json) io.out(toTable(rows));
    else io.out(JSON.stringify(values.compare ? Object.fromEntries(rows.map((row) => [row.mode, row.metrics])) : rows[0]?.metrics));
    return 0;
  },
};

/** @throws AppError "eval/bad-input" naming the line */
function parseQuestions(text: string): EvalQuestion[] {
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    try {
      return [evalQuestion.parse(JSON.parse(line))];
    } catch (cause) {
      throw new AppError("eval/bad-input", `line ${i + 1} of the question file is not a question: it needs id, question and answerable`, { cause });
    }
  });
}

async function askAll(assistant: Assistant, questions: readonly EvalQuestion[], mode: Mode): Promise<JudgedAnswer[]> {
  const judged: JudgedAnswer[] = [];
  for (const question of questions) {
    const started = performance.now();
    const { answer, documents } = await assistant.ask({ question: question.question, history: [], capabilities: new Set(["policies"]), mayRead: () => true, mode });
    const detail = evalAnswersDetail.parse({
      id: question.id,
      abstained: answer.outcome !== "answered" && answer.outcome !== "candidates",
      confidence: answer.confidence,
      answer: answer.text,
      citations: answer.citations.map((citation) => ({ document: citation.documentId, quote: citation.quote })),
      retrieved: documents.map((document) => document.source),
    });
    judged.push({ question, detail, latencyMs: performance.now() - started });
  }
  return judged;
}

function toTable(rows: readonly { mode: Mode; metrics: EvalAnswersOutput }[]): string {
  const overlap = rows.some((row) => row.metrics.tokenF1 !== undefined) ? (["tokenF1", "rougeL", "bleu"] as const) : [];
  const columns = ["hit1", "hit5", "quote", "answer", "coverage", "abstain", "auroc", ...overlap] as const;
  const head = ["mode   ", ...columns.map((name) => name.padStart(9)), "ms".padStart(7)].join("");
  const lines = rows.map(({ mode, metrics }) => [mode.padEnd(7), ...columns.map((name) => (metrics[name]?.toFixed(3) ?? "–").padStart(9)), metrics.latencyMs.toFixed(0).padStart(7)].join(""));
  return `${rows[0]?.metrics.n ?? 0} questions\n${head}\n${lines.join("\n")}`;
}
