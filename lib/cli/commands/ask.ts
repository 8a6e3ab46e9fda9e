/** @file `cadre ask`: one question, answered from the data folder or from a folder given with --docs. */
import type { AskResult, Capability } from "../../assistant/types";
import { env } from "../../config/env";
import { askOutput, type AskOutput } from "../../contracts/cli";
import type { Citation } from "../../contracts/evidence";
import { scopeOf } from "../../core/scope";
import type { Role, UserId } from "../../core/types";
import type { Passage } from "../../knowledge/types";
import { openServices } from "../../server/open-services";
import { verifiedFor } from "../../server/verified-answers/find";
import { parseCommand, required, UsageError, type Command } from "../command";
import { openDocs, parseMode } from "../open-docs";

type As = "employee" | "recruiter";

export const command: Command = {
  name: "ask",
  usage: `cadre ask "<question>" --as employee|recruiter [--docs <dir>] [--mode hybrid|dense|lexical] [--encoder <dir>] [--kind policy|resume|job|course] [--json]
Answers one question with quoted evidence, or says that the documents do not.
  --as       on whose behalf: an employee reads no résumés, a recruiter does
  --docs     a folder of documents, read into a throw-away store; default: the data folder
  --kind     what the files of --docs are; default: told from folder names and content
  --encoder  with --docs: a model folder; default CADRE_ENCODER
  --json     {"answer","abstained","confidence","citations","candidates","latencyMs"}`,
  async run(args, io) {
    const options = { as: { type: "string" }, docs: { type: "string" }, mode: { type: "string" }, encoder: { type: "string" }, kind: { type: "string" }, json: { type: "boolean" } } as const;
    const { values, positionals } = parseCommand(args, options);
    const [question, ...more] = positionals;
    if (!question?.trim() || more.length > 0) throw new UsageError("give exactly one question, in quotes");
    const as = parseAs(required(values.as, "as"));
    if (values.docs === undefined && (values.encoder !== undefined || values.kind !== undefined)) throw new UsageError("--encoder and --kind go with --docs");
    const mode = parseMode(values.mode);
    const asked: Asked = { question, as, mode };
    const { result, latencyMs } = values.docs === undefined ? await askDataFolder(asked) : await askFolder(asked, () => openDocs({ folder: values.docs ?? "", encoder: values.encoder, kind: values.kind, io }));
    const output = askOutput.parse(toOutput(result, latencyMs));
    io.out(values.json ? JSON.stringify(output) : toText(result));
    return 0;
  },
};

function parseAs(as: string): As {
  if (as === "employee" || as === "recruiter") return as;
  throw new UsageError(`--as: use employee or recruiter, not "${as}"`);
}

interface Asked {
  readonly question: string;
  readonly as: As;
  readonly mode: "hybrid" | "dense" | "lexical";
}

function requestOf({ question, as, mode }: Asked, mayRead: (passage: Passage) => boolean) {
  const capabilities = new Set<Capability>(as === "recruiter" ? ["policies", "candidates"] : ["policies"]);
  return { question, history: [], capabilities, mayRead, mode };
}

async function timed(ask: () => Promise<AskResult>): Promise<{ result: AskResult; latencyMs: number }> {
  const started = performance.now();
  const result = await ask();
  return { result, latencyMs: performance.now() - started };
}

function scopeFor(as: As) {
  const roles: Role[] = as === "recruiter" ? ["employee", "recruiter"] : ["employee"];
  return scopeOf({ userId: "command-line" as UserId, roles });
}

async function askDataFolder(asked: Asked) {
  const services = await openServices(env());
  try {
    await services.languageModel?.ready;
    const reader = scopeFor(asked.as);
    const verified = verifiedFor({ db: services.db, reader });
    return await timed(() => services.assistant.ask({ ...requestOf(asked, services.readSide.mayRead(reader)), verified }));
  } finally {
    await services.close();
  }
}

async function askFolder(asked: Asked, open: () => ReturnType<typeof openDocs>) {
  const { assistant, close } = await open();
  const kinds = scopeFor(asked.as).kinds;
  const answered = await timed(() => assistant.ask(requestOf(asked, (passage) => kinds.includes(passage.kind))));
  await close();
  return answered;
}

function toAskCitation({ title, documentId, page, start, end, quote }: Citation, sourceOf: ReadonlyMap<string, string>) {
  return { document: sourceOf.get(documentId) ?? title, page, start, end, quote };
}

function toOutput({ answer, documents }: AskResult, latencyMs: number): AskOutput {
  const sourceOf = new Map(documents.map((document) => [document.documentId, document.source]));
  return {
    answer: answer.text,
    abstained: answer.outcome !== "answered" && answer.outcome !== "candidates",
    confidence: answer.confidence,
    citations: answer.citations.map((citation) => toAskCitation(citation, sourceOf)),
    candidates: answer.candidates.map(({ documentId, name, title, score, matches }) => ({
      document: sourceOf.get(documentId) ?? documentId,
      name,
      title,
      score,
      matches: matches.map(({ part, met, evidence }) => ({ part, met, evidence: evidence.map((citation) => toAskCitation(citation, sourceOf)) })),
    })),
    latencyMs,
  };
}

function toText({ answer }: AskResult): string {
  const understood = answer.understoodAs ? `Understood as: ${answer.understoodAs}\n\n` : "";
  const cards = answer.candidates.map((card) => {
    const lines = card.matches.map(({ part, met, evidence }) => `    ${met ? "✓" : "–"} ${part}${evidence.map((one) => `\n        “${one.quote.replace(/\s+/g, " ")}”`).join("")}`);
    return `\n${card.score.toFixed(2)}  ${card.name ?? card.documentId}${card.title ? ` · ${card.title}` : ""}\n${lines.join("\n")}`;
  });
  const sure = answer.outcome === "answered" ? `\n\nConfidence ${answer.confidence.toFixed(2)}` : "";
  // The note of a fallback is the text's own last line.
  const worded = answer.wording && answer.wording.fallback === null ? `\n\n${answer.citations.map((one) => `[${one.number}] “${one.quote.replace(/\s+/g, " ")}” (${one.title})`).join("\n")}\n\n${answer.wording.note}` : "";
  return `${understood}${answer.text}${cards.join("\n")}${worded}${sure}`;
}
