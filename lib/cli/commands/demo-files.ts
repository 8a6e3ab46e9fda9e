/**
 * @file `cadre demo-files <dir>`: writes the demo company's files into a folder, with a manifest and with question files
 * whose documents are named as `cadre eval answers` expects them.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generateDemoFiles, seedFolder } from "../../../db/seed";
import { AppError } from "../../core/errors";
import { parseCommand, UsageError } from "../command";
import type { Command } from "../command";

interface ManifestEntry {
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  readonly acl: readonly string[];
  readonly sizeBytes: number;
  readonly source: string;
}

export const command: Command = {
  name: "demo-files",
  usage: `cadre demo-files <dir> [--json]
Writes the demo company's policies, openings and résumés, manifest.json, questions.jsonl (about policies),
followups.jsonl (the same in several turns) and questions-people.jsonl (recruiter requests with graded résumés).
Then:  cadre eval answers --docs <dir>/policies --questions <dir>/questions.jsonl
  --json   print the manifest`,
  async run(args, io) {
    const { values, positionals } = parseCommand(args, { json: { type: "boolean" } });
    const [folder, ...extra] = positionals;
    if (folder === undefined || extra.length > 0) throw new UsageError("name one folder to write into");
    const manifest = await writeDemoFiles(folder);
    const questions = writeQuestions(folder, manifest);
    if (values.json) io.out(JSON.stringify({ files: manifest, questions }));
    else io.out(`${manifest.length} files and ${questions} questions in ${folder}`);
    return 0;
  },
};

/** Writes every generated file and manifest.json. @returns the manifest, in the order of generation */
async function writeDemoFiles(folder: string): Promise<ManifestEntry[]> {
  const manifest: ManifestEntry[] = [];
  for await (const file of generateDemoFiles()) {
    const target = path.join(folder, file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.bytes);
    const { path: name, kind, title, acl, sourcePath } = file;
    manifest.push({ path: name, kind, title, acl, sizeBytes: file.bytes.length, source: sourcePath });
  }
  writeFileSync(path.join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Question file in db/seed → its name in the folder. */
const QUESTION_FILES = [
  { source: "questions/policies.jsonl", target: "questions.jsonl" },
  { source: "questions/followups.jsonl", target: "followups.jsonl" },
] as const;

/**
 * Policy questions name sources (`annual-leave.md`); here they get the names of the generated files
 * (`annual-leave.pdf`), relative to the policies folder. Recruiter requests name files of the résumé folder already.
 * @returns how many lines were written in all
 */
function writeQuestions(folder: string, manifest: readonly ManifestEntry[]): number {
  const policies = manifest.filter((file) => file.kind === "policy");
  const names = new Map(policies.map((file) => [withoutFolder(file.source), withoutFolder(file.path)]));
  let count = 0;
  for (const { source, target } of QUESTION_FILES) {
    const lines = readLines(source).map((line) => renameDocuments(line, names));
    writeFileSync(path.join(folder, target), lines.map((line) => `${line}\n`).join(""));
    count += lines.length;
  }
  const people = readLines("questions-people.jsonl");
  writeFileSync(path.join(folder, "questions-people.jsonl"), people.map((line) => `${line}\n`).join(""));
  return count + people.length;
}

/** `policies/zh/leave.md` → `zh/leave.md` */
function withoutFolder(name: string): string {
  return name.slice("policies/".length);
}

function renameDocuments(line: string, names: ReadonlyMap<string, string>): string {
  const rename = (source: string): string => {
    const name = names.get(source);
    if (!name)
      throw new AppError("eval/bad-input", `a demo question names ${source}, which no policy is generated from`);
    return name;
  };
  const question = JSON.parse(line) as { document?: string | null; also?: string[] };
  const document = question.document ? rename(question.document) : null;
  return JSON.stringify({ ...question, document, also: (question.also ?? []).map(rename) });
}

function readLines(source: string): string[] {
  return readFileSync(path.join(seedFolder(), source), "utf8")
    .split("\n")
    .filter((line) => line !== "");
}
