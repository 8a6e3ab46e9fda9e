/** @file `cadre eval candidates`: graded requests for people against a folder of résumés; ranking and quotes. */
import { writeFile } from "node:fs/promises";
import { candidateMetrics, halfOf, judgeRequest, type JudgedRequest } from "../../assistant/candidates/evaluate-requests";
import type { Assistant } from "../../assistant/types";
import { evalCandidatesDetail, evalCandidatesOutput, evalRequest, type CandidateFigures, type EvalCandidatesOutput, type EvalRequest } from "../../contracts/cli";
import { AppError } from "../../core/errors";
import { parseCommand, required, type Command } from "../command";
import { readEvalFile } from "../eval-encoder";
import { openDocs, parseMode } from "../open-docs";

type Mode = "hybrid" | "dense" | "lexical";

export const command: Command = {
  name: "eval candidates",
  usage: `cadre eval candidates --docs <dir> --questions <jsonl> [--mode hybrid|dense|lexical] [--encoder <dir>] [--details <out.jsonl>] [--json]
Asks every request of the file for people in the folder, in a throw-away store, as the candidates screen does.
  --docs       folder of résumés; the files named in "gold" are paths relative to it
  --questions  one JSON object per line: id, question, gold {file: grade 1–3}, quotes {file: [[piece of text, …], …]}
  --mode       which arms retrieve; default hybrid
  --details    one JSON line per request: who was shown, what was quoted, worst first
  --json       {"n","ndcg@10","recall@10","first","quotes","nobody","claimed","latencyMs","tune":{…},"held":{…}}`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const { values } = parseCommand(args, { docs: text, questions: text, mode: text, encoder: text, details: text, json: { type: "boolean" } });
    const folder = required(values.docs, "docs");
    const mode = parseMode(values.mode);
    const requests = parseRequests(await readEvalFile(required(values.questions, "questions")));
    const { assistant, encoder } = await openDocs({ folder, encoder: values.encoder, kind: "resume", io });
    const judged = await askAll(assistant, requests, mode);
    await encoder.close();
    if (values.details) await writeFile(values.details, details(judged));
    const output = evalCandidatesOutput.parse(candidateMetrics(judged));
    io.out(values.json ? JSON.stringify(output) : toTable(output));
    return 0;
  },
};

/** @throws AppError "eval/bad-input" naming the line */
function parseRequests(text: string): EvalRequest[] {
  const requests = text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    try {
      return [evalRequest.parse(JSON.parse(line))];
    } catch (cause) {
      throw new AppError("eval/bad-input", `line ${i + 1} of the request file is not a graded request: it needs id, question and gold`, { cause });
    }
  });
  if (requests.length === 0) throw new AppError("eval/bad-input", "the request file holds no request");
  return requests;
}

/** Document ids of a throw-away store are the paths that the gold names. */
async function askAll(assistant: Assistant, requests: readonly EvalRequest[], mode: Mode): Promise<JudgedRequest[]> {
  const judged: JudgedRequest[] = [];
  for (const request of requests) {
    const started = performance.now();
    const { answer } = await assistant.ask({ question: request.question, history: [], capabilities: new Set(["candidates"]), mayRead: () => true, mode });
    judged.push({ request, cards: answer.candidates, fileOf: (id) => id, latencyMs: performance.now() - started });
  }
  return judged;
}

function details(judged: readonly JudgedRequest[]): string {
  const rows = judged.map((one) => ({ one, figures: judgeRequest(one) })).sort((a, b) => (a.figures.ndcg ?? 2) - (b.figures.ndcg ?? 2));
  const lines = rows.map(({ one: { request, cards }, figures }) => {
    const candidates = cards.map((card) => ({
      document: card.documentId,
      score: card.score,
      grade: request.gold[card.documentId] ?? 0,
      matches: card.matches.map(({ part, met, evidence }) => ({ part, met, quotes: evidence.map((citation) => citation.quote) })),
    }));
    const { ndcg, quotesRight, quotesWanted } = figures;
    return JSON.stringify(evalCandidatesDetail.parse({ id: request.id, half: halfOf(request.id), "ndcg@10": ndcg, quotesRight, quotesWanted, candidates }));
  });
  return `${lines.join("\n")}\n`;
}

const COLUMNS = ["ndcg@10", "recall@10", "first", "quotes", "claimed"] as const;

function toTable(output: EvalCandidatesOutput): string {
  const rows: [string, CandidateFigures][] = [["all", output], ["tune", output.tune], ["held", output.held]];
  const head = ["half".padEnd(6), "n".padStart(4), ...COLUMNS.map((name) => name.padStart(11))].join("");
  const lines = rows.map(([name, figures]) => [name.padEnd(6), String(figures.n).padStart(4), ...COLUMNS.map((column) => figures[column].toFixed(3).padStart(11))].join(""));
  return `${head}\n${lines.join("\n")}\n${output.nobody} requests that nobody fits · ${output.latencyMs.toFixed(0)} ms a request`;
}
