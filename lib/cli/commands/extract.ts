/** @file `cadre extract`: résumés → profiles, each value with its place in the extracted text. Needs no data folder. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { env } from "../../config/env";
import { projectRoot } from "../../config/paths";
import { extractOutput, type ProfileOutput } from "../../contracts/profile";
import { isAppError } from "../../core/errors";
import { extractDocument } from "../../knowledge/extract/extract-document";
import { openProfileModels } from "../../people/profile/profile-models";
import { readProfile } from "../../people/profile/read-profile";
import type { Profile } from "../../people/profile/types";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import { openOcrTools } from "../../server/ingest/ocr-tools";
import { parseCommand, UsageError, type Command } from "../command";

export const command: Command = {
  name: "extract",
  usage: `cadre extract <file…> [--as-of YYYY-MM] [--rules-only] [--text] [--json]
Reads résumés (PDF, DOCX, Markdown, text, HTML; scans and pictures with Tesseract; English and Chinese) into profiles. Every value is {"value","span":{"start","end"}}.
  --as-of  the month that "present" means; default: this month
  --rules-only  without the Chinese tagger and the classifier of the field of work
  --text   with one file: print the extracted text that the spans point into, and nothing else
  --json   an array of profiles in the order given: [{"source","language","name","contacts","headline","occupation","summary","skills",
           "experience","education","languages","certifications","yearsOfExperience","gaps","sections","warnings",…}]`,
  async run(args, io) {
    const options = { "as-of": { type: "string" }, "rules-only": { type: "boolean" }, text: { type: "boolean" }, json: { type: "boolean" } } as const;
    const { values, positionals } = parseCommand(args, options);
    if (positionals.length === 0) throw new UsageError("name at least one file");
    if (values.text && (values.json || positionals.length > 1)) throw new UsageError("--text takes one file and goes without --json");
    const asOf = values["as-of"] ?? new Date().toISOString().slice(0, 7);
    if (!/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/.test(asOf)) throw new UsageError(`--as-of: use a month such as 2026-03, not "${asOf}"`);
    const models = values["rules-only"] || values.text ? undefined : await openProfileModels(path.join(projectRoot(), "models"));
    const ocr = openOcrTools(env().tesseract);
    const profiles: Profile[] = [];
    let failed = 0;
    for (const source of positionals) {
      try {
        const document = await extractDocument(await readFile(source), source, { ocr, checksLayers: true });
        if (values.text) io.out(document.text);
        profiles.push(readProfile(document, { source, asOf, taxonomy: BASE_TAXONOMY, ...(models ? { models } : {}) }));
      } catch (error) {
        failed++;
        io.note(`${source}: ${reasonOf(error)}`);
      }
    }
    if (values.json) io.out(JSON.stringify(extractOutput.parse(profiles)));
    else if (!values.text) for (const profile of profiles) io.out(toText(profile));
    return failed > 0 ? 1 : 0;
  },
};

function reasonOf(error: unknown): string {
  if (isAppError(error)) return error.userMessage;
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR")) return error.code === "ENOENT" ? "there is no such file" : "this is a folder; name the files in it";
  throw error;
}

function toText(profile: ProfileOutput | Profile): string {
  const years = profile.yearsOfExperience ? `${profile.yearsOfExperience.value} years (${profile.yearsOfExperience.basis})` : "years unknown";
  const jobs = profile.experience.map((job) => `  ${job.start?.value ?? "?"} – ${job.end?.value ?? "?"}  ${job.title?.value ?? "?"} @ ${job.organisation?.value ?? "?"}`);
  const studies = profile.education.map((study) => `  ${study.end?.value.slice(0, 4) ?? "    "}  ${[study.degree, study.field, study.institution].map((one) => one?.value).filter(Boolean).join(", ")}`);
  const skills = (state: string) => profile.skills.filter((skill) => skill.state === state).map((skill) => skill.name).join(", ");
  return [
    `${profile.source}: ${profile.name?.value ?? "no name"} · ${profile.headline?.value ?? "no headline"} · ${years}${profile.occupation ? ` · ${profile.occupation.category} (${Math.min(99, Math.round(100 * profile.occupation.confidence))} %)` : ""}`,
    ...jobs,
    ...studies,
    `  verified: ${skills("verified") || "none"}`,
    `  stated:   ${skills("stated") || "none"}`,
    ...profile.gaps.map((gap) => `  ${gap.months} months without dated work: ${gap.from} – ${gap.to}`),
    ...profile.warnings.map((warning) => `  ! ${warning}`),
  ].join("\n");
}
