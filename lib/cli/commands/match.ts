/** @file `cadre match`: one job description against a pool of résumés; scorecards with quoted evidence, best first. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { matchOutput, type MatchOutput } from "../../contracts/match";
import { AppError } from "../../core/errors";
import { extractDocument } from "../../knowledge/extract/extract-document";
import { createMatcher } from "../../people/match/matcher";
import { rankCards, type Ranked } from "../../people/match/match-pool";
import { parseRuleset } from "../../people/match/ruleset";
import { subjectOfDocument } from "../../people/match/subject-of-profile";
import type { EvidenceQuote } from "../../people/match/types";
import { readRequirements } from "../../people/requirements/read-requirements";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import { parseCommand, required, UsageError, type Command } from "../command";
import { openEvalEncoder } from "../eval-encoder";
import { readResumes } from "../read-resumes";

export const command: Command = {
  name: "match",
  usage: `cadre match --job <file> --resumes <dir|jsonl> [--top 20] [--rules <file>] [--rules-only] [--encoder <dir>] [--as-of YYYY-MM] [--json]
Scores every résumé against what the job description asks for. Same input, same bytes; each point quotes its evidence.
  --job <file>      Markdown, text, HTML, PDF or DOCX
  --resumes <…>     a folder of files, or lines of JSON {"id","text"}
  --top <n>         how many are printed; default 20
  --rules <file>    a ruleset (JSON with comments); default the one that ships
  --rules-only      without the encoder: words, skills, titles and time alone
  --as-of <month>   what "present" means; default this month
  --json            {"job","results":[{"resume","score","mustHaves","parts"}],"failed"}`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const flag = { type: "boolean" } as const;
    const { values } = parseCommand(args, { job: text, resumes: text, top: text, rules: text, "rules-only": flag, encoder: text, "as-of": text, json: flag });
    const jobFile = required(values.job, "job");
    const place = required(values.resumes, "resumes");
    const top = values.top === undefined ? 20 : Number(values.top);
    if (!Number.isInteger(top) || top < 1) throw new UsageError(`--top must be a whole number from 1, got "${values.top}"`);
    const asOf = values["as-of"] ?? new Date().toISOString().slice(0, 7);
    if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(asOf)) throw new UsageError(`--as-of must be a month like 2026-11, got "${asOf}"`);
    const job = await extractDocument(new Uint8Array(await readFile(jobFile).catch((cause: unknown) => {
      throw new AppError("eval/bad-input", `Cannot read ${path.resolve(jobFile)}. Check the path.`, { cause });
    })), path.basename(jobFile));
    const ruleset = values.rules === undefined ? undefined : parseRuleset(await readFile(values.rules, "utf8"));
    const encoder = values["rules-only"] ? null : await openEvalEncoder(values.encoder === undefined ? {} : { encoder: values.encoder });
    const matcher = createMatcher({ taxonomy: BASE_TAXONOMY, encoder, ...(ruleset ? { ruleset } : {}) });
    const read = readRequirements(job.text, { taxonomy: BASE_TAXONOMY, weights: matcher.ruleset.suggestedWeights });
    const prepared = await matcher.prepare({ requirements: read.requirements, title: read.title?.text ?? null, duties: read.duties.map((duty) => duty.text) });
    const cards: Ranked[] = [];
    const failed: MatchOutput["failed"] = [];
    for await (const resume of readResumes(place)) {
      if ("failed" in resume) failed.push({ resume: resume.id, code: resume.failed.code, message: resume.failed.userMessage });
      else cards.push({ id: resume.id, card: await matcher.score(subjectOfDocument(resume.document, { taxonomy: BASE_TAXONOMY, asOf }), prepared) });
    }
    await encoder?.close();
    for (const one of failed) io.note(`${one.resume}: ${one.message} [${one.code}]`);
    const output = matchOutput.parse({
      job: { title: read.title?.text ?? null, requirements: read.requirements.map(({ any: _any, level: _level, years, ...requirement }) => ({ ...requirement, years: years ?? null })), warnings: [...read.warnings], versions: prepared.versions },
      results: rankCards(cards).slice(0, top).map(({ id, card }) => ({
        resume: id,
        score: card.score,
        mustHaves: card.mustHaves.map(({ requirement, met, evidence }) => ({ requirement, met, evidence: [...evidence] })),
        parts: card.parts.map(({ name, weight, score, evidence }) => ({ name, weight, score, evidence: [...evidence] })),
      })),
      failed,
    });
    io.out(values.json ? JSON.stringify(output) : printed(output));
    return 0;
  },
};

function printed({ job, results }: MatchOutput): string {
  const head = `${job.title ?? "(no title)"}: ${job.requirements.length} requirements, ${job.requirements.filter(({ mustHave }) => mustHave).length} of them must-haves · rules ${job.versions.ruleset} · encoder ${job.versions.encoder ?? "none"}`;
  const quoted = (evidence: readonly EvidenceQuote[]): string => evidence.map(({ text }) => `“${text.replace(/\s+/g, " ").slice(0, 90)}”`).join(" ");
  return [head, ...results.map((result, i) => {
    const met = result.mustHaves.filter((one) => one.met).length;
    const parts = result.parts.filter(({ weight }) => weight > 0).map(({ name, weight, score, evidence }) => `      ${score.toFixed(1).padStart(5)} × ${weight.toFixed(1).padStart(4)}  ${name}  ${quoted(evidence)}`);
    return [`${String(i + 1).padStart(3)}. ${result.score.toFixed(1).padStart(5)}  ${result.resume}  must-haves ${met} of ${result.mustHaves.length}`, ...parts].join("\n");
  })].join("\n");
}
