/** @file `cadre eval retrieval`: ranks a BEIR corpus for judged queries in memory; nDCG, recall, MRR and a TREC run. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { CHUNK } from "../../config/defaults";
import { evalRetrievalOutput, type RetrievalFigures } from "../../contracts/cli";
import { AppError } from "../../core/errors";
import { judgedAt, judgedNdcgAt, ndcgAt, recallAt, reciprocalRankAt, type Judgements } from "../../knowledge/evaluate/ranking-metrics";
import { createExactIndex } from "../../knowledge/index/exact-index";
import { createLexicalIndex } from "../../knowledge/lexical";
import { hasRelevant, parseCorpus, parseQrels, parseQueries, toPassages, type BeirDocument, type BeirQuery } from "../../knowledge/retrieval/beir";
import { embeddingText } from "../../knowledge/retrieval/embedding-text";
import { createKnowledgeBase, type KnowledgeBase, type RetrievalMode } from "../../knowledge/retrieval/knowledge-base";
import { parseCommand, required, type Command } from "../command";
import { openEvalEncoder, readEvalFile, type EvalEncoder } from "../eval-encoder";
import { parseMode } from "../open-docs";

export const command: Command = {
  name: "eval retrieval",
  usage: `cadre eval retrieval --beir <dir> --split <name> [--mode hybrid|dense|lexical] [--encoder <dir>] [--run <out.trec>] [--json]
Ranks a corpus in BEIR layout for its judged queries, in a throw-away store; long documents count by their best evidence.
  --beir <dir>     holds corpus.jsonl, queries.jsonl and qrels/<split>.tsv
  --split <name>   which judgements: dev, test …
  --mode           which arms retrieve; default hybrid
  --encoder <dir>  a model folder in the hub's layout; default CADRE_ENCODER
  --run <file>     writes the ranking in TREC format (query Q0 document rank score cadre)
  --json           {"n","ndcg@10","recall@20","mrr@10","judged@10","judged-ndcg@10"}: means over the queries with a relevant document;
                   (judged-ndcg@10: of the ranking without documents that nobody judged), with "byStyle" where queries name a style`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const { values } = parseCommand(args, { beir: text, split: text, mode: text, encoder: text, run: text, json: { type: "boolean" } });
    const folder = required(values.beir, "beir");
    const mode = parseMode(values.mode);
    const judgements = parseQrels(await readEvalFile(path.join(folder, "qrels", `${required(values.split, "split")}.tsv`)));
    const queries = parseQueries(await readEvalFile(path.join(folder, "queries.jsonl"))).filter((query) => hasRelevant(judgements.get(query._id)));
    if (queries.length === 0) throw new AppError("eval/bad-input", "No query of queries.jsonl has a relevant document in the judgements of this split.");
    const corpus = parseCorpus(await readEvalFile(path.join(folder, "corpus.jsonl")));
    const encoder = await openEvalEncoder(values);
    const base = await indexCorpus({ corpus, encoder, mode, onProgress: (done) => void (done % 250 === 0 && io.note(`indexed ${done} of ${corpus.length} documents`)) });
    const run = await rankAll(base, queries, mode);
    await encoder.close();
    if (values.run) await writeFile(values.run, toTrec(run));
    const rows = run.map(({ query, ranked }, i) => ({ style: queries[i]?.style, row: figures(ranked.map((hit) => hit.id), judgements.get(query) ?? new Map<string, number>()) }));
    const styles = [...new Set(rows.flatMap(({ style }) => style ?? []))].sort();
    const byStyle = Object.fromEntries(styles.map((name) => [name, average(rows.flatMap(({ style, row }) => (style === name ? [row] : [])))]));
    const output = evalRetrievalOutput.parse({ ...average(rows.map(({ row }) => row)), ...(styles.length > 0 ? { byStyle } : {}) });
    io.out(values.json ? JSON.stringify(output) : [told(mode, output), ...Object.entries(byStyle).map(([name, one]) => `  ${told(name, one)}`)].join("\n"));
    return 0;
  },
};

/** The lexical mode asks for no vectors, so none are made. */
async function indexCorpus({ corpus, encoder, mode, onProgress }: { corpus: readonly BeirDocument[]; encoder: EvalEncoder; mode: RetrievalMode; onProgress: (done: number) => void }): Promise<KnowledgeBase> {
  const base = createKnowledgeBase({ encoder, vectors: createExactIndex(encoder.dimension), lexical: createLexicalIndex(), learned: () => encoder.learned });
  const unit = new Float32Array(encoder.dimension).fill(1 / Math.sqrt(encoder.dimension));
  for (const [at, row] of corpus.entries()) {
    const passages = await toPassages(row, { countTokens: (part) => encoder.countTokens(part), maxTokens: CHUNK.maxTokens });
    const vectors = mode === "lexical" ? passages.map(() => unit) : await encoder.embed(passages.map(embeddingText));
    base.addDocument({ passages, vectors });
    onProgress(at + 1);
  }
  return base;
}

interface Ranking {
  readonly query: string;
  readonly ranked: readonly { readonly id: string; readonly score: number }[];
}

async function rankAll(base: KnowledgeBase, queries: readonly BeirQuery[], mode: RetrievalMode): Promise<Ranking[]> {
  const run: Ranking[] = [];
  for (const query of queries) {
    const { documents } = await base.retrieve(query.text, { mode, k: 1 });
    run.push({ query: query._id, ranked: documents.map(({ documentId, score }) => ({ id: documentId, score })) });
  }
  return run;
}

function figures(ranked: readonly string[], judgements: Judgements): number[] {
  return [ndcgAt(10, ranked, judgements), recallAt(20, ranked, judgements), reciprocalRankAt(10, ranked, judgements), judgedAt(10, ranked, judgements), judgedNdcgAt(10, ranked, judgements)];
}

function told(name: string, one: RetrievalFigures): string {
  return `${one.n} queries, ${name}: nDCG@10 ${one["ndcg@10"].toFixed(3)} (judged only ${one["judged-ndcg@10"].toFixed(3)}) · recall@20 ${one["recall@20"].toFixed(3)} · MRR@10 ${one["mrr@10"].toFixed(3)} · judged@10 ${one["judged@10"].toFixed(3)}`;
}

function average(rows: readonly number[][]): RetrievalFigures {
  const mean = (column: number): number => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length;
  return { n: rows.length, "ndcg@10": mean(0), "recall@20": mean(1), "mrr@10": mean(2), "judged@10": mean(3), "judged-ndcg@10": mean(4) };
}

function toTrec(run: readonly Ranking[]): string {
  return run.flatMap(({ query, ranked }) => ranked.map((hit, i) => `${query} Q0 ${hit.id} ${i + 1} ${hit.score.toFixed(6)} cadre\n`)).join("");
}
