/** @file `cadre eval pairs`: jobs with a résumé that fits and others that do not; how often the first scores highest. */
import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { evalPairsOutput, type PairFigures } from "../../contracts/match";
import { createMatcher, type Matcher } from "../../people/match/matcher";
import { pairHalf, pairShares, wordOverlap, type ScoredPair } from "../../people/match/pair-figures";
import { readPlainResume } from "../../people/match/plain-resume";
import { rulesetVersion } from "../../people/match/ruleset";
import { subjectOfDocument } from "../../people/match/subject-of-profile";
import { readRequirements } from "../../people/requirements/read-requirements";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import { parseCommand, required, type Command } from "../command";
import { openEvalEncoder, readEvalFile } from "../eval-encoder";
import { parseJsonLines } from "../json-lines";

const pair = z.object({ id: z.union([z.string(), z.number()]).transform(String), job: z.string().min(1), resumes: z.array(z.string()).min(1) });
/** Rows as the Resume-Job-Description set of 2024 publishes them; they have no id. */
const published = z.object({ "Job-Description": z.string().min(1), "Resume-matched": z.string(), "Resume-unmatched": z.string() });
const row = z.union([pair, published.transform((one) => ({ id: "", job: one["Job-Description"], resumes: [one["Resume-matched"], one["Resume-unmatched"]] }))]);

export const command: Command = {
  name: "eval pairs",
  usage: `cadre eval pairs --file <jsonl> [--details <out.jsonl>] [--rules-only] [--encoder <dir>] [--as-of YYYY-MM] [--json]
Scores the résumés of each line against its job with the product's own scorecard.
  --file <jsonl>     lines {"id","job","resumes":[text,…]}, the first résumé being the one that fits; or lines with
                     "Job-Description", "Resume-matched", "Resume-unmatched" (their id is the line number from 0)
  --details <file>   writes {"id","scores":[…]} per line, in the order given
  --rules-only       without the encoder
  --as-of <month>    what "present" means; default this month
  --json             {"n","firstAbove","ties","wordOverlap","tune","held",…}; ids that end in an even digit are "tune"`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const flag = { type: "boolean" } as const;
    const { values } = parseCommand(args, { file: text, details: text, encoder: text, "rules-only": flag, "as-of": text, json: flag });
    const file = required(values.file, "file");
    const rows = parseJsonLines(await readEvalFile(file), row, file).map((one, i) => ({ ...one, id: one.id === "" ? String(i) : one.id }));
    const encoder = values["rules-only"] ? null : await openEvalEncoder(values.encoder === undefined ? {} : { encoder: values.encoder });
    const matcher = createMatcher({ taxonomy: BASE_TAXONOMY, encoder });
    const asOf = values["as-of"] ?? new Date().toISOString().slice(0, 7);
    const scored: ScoredPair[] = [];
    for (const one of rows) {
      scored.push(await scorePair(one, matcher, asOf));
      if (scored.length % 100 === 0) io.note(`scored ${scored.length} of ${rows.length} jobs`);
    }
    await encoder?.close();
    if (values.details) await writeFile(values.details, scored.map(({ id, scores }) => `${JSON.stringify({ id, scores })}\n`).join(""));
    const half = (name: "tune" | "held"): PairFigures => pairShares(scored.filter(({ id }) => pairHalf(id) === name));
    const output = evalPairsOutput.parse({ ...pairShares(scored), tune: half("tune"), held: half("held"), ruleset: rulesetVersion(matcher.ruleset), encoder: encoder?.version ?? null });
    const said = ({ n, firstAbove, ties, wordOverlap: words }: PairFigures): string => `${n} jobs: first above ${(100 * firstAbove).toFixed(1)} % (ties ${(100 * ties).toFixed(1)} %), word overlap ${(100 * words).toFixed(1)} %`;
    io.out(values.json ? JSON.stringify(output) : [said(output), `  tune ${said(output.tune)}`, `  held ${said(output.held)}`].join("\n"));
    return 0;
  },
};

async function scorePair({ id, job, resumes }: { id: string; job: string; resumes: readonly string[] }, matcher: Matcher, asOf: string): Promise<ScoredPair> {
  const read = readRequirements(job, { taxonomy: BASE_TAXONOMY, weights: matcher.ruleset.suggestedWeights });
  const prepared = await matcher.prepare({ requirements: read.requirements, title: read.title?.text ?? null, duties: read.duties.map((duty) => duty.text) });
  const scores: number[] = [];
  for (const resume of resumes) {
    const subject = subjectOfDocument(await readPlainResume(resume), { taxonomy: BASE_TAXONOMY, asOf });
    scores.push((await matcher.score(subject, prepared)).score);
  }
  return { id, scores, overlaps: resumes.map((resume) => wordOverlap(job, resume)) };
}
