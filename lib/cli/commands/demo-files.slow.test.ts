/**
 * @file Every demo file is generated twice: same bytes, right signature, own path; what is drawn can be read back;
 * and the folder that the command writes is what `cadre eval answers` expects.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateDemoFiles } from "../../../db/seed";
import type { DemoFile } from "../../../db/seed";
import { RESUMES } from "../../../db/seed/people/resumes";
import { evalQuestion } from "../../contracts/cli";
import { extractDocument } from "../../knowledge/extract/extract-document";
import { UsageError } from "../command";
import { command } from "./demo-files";

const SIGNATURES: Record<string, string> = { pdf: "%PDF-", docx: "PK\u0003\u0004", html: "<!doctype html>" };
const files: DemoFile[] = [];

beforeAll(async () => {
  for await (const file of generateDemoFiles()) files.push(file);
}, 180_000);

describe("generateDemoFiles", () => {
  it("gives at least 30 policies, 14 openings and 44 résumés, each with its own path", () => {
    const count = (kind: string) => files.filter((file) => file.kind === kind).length;
    expect(count("policy")).toBeGreaterThanOrEqual(30);
    expect(count("job")).toBeGreaterThanOrEqual(14);
    expect(count("resume")).toBeGreaterThanOrEqual(44);
    expect(new Set(files.map((file) => file.path)).size).toBe(files.length);
  });

  it("gives files of the format that their name says", () => {
    for (const file of files) {
      const signature = SIGNATURES[file.path.split(".").at(-1) ?? ""];
      const start = Buffer.from(file.bytes.subarray(0, 20)).toString("latin1");
      if (signature) expect(start.startsWith(signature), file.path).toBe(true);
      expect(file.bytes.length, file.path).toBeGreaterThan(200);
    }
  });

  it("lets only recruiters and HR leads read résumés", () => {
    for (const file of files) {
      if (file.kind === "resume") expect(file.acl).toEqual(["role:recruiter", "role:hr_lead"]);
    }
  });

  it("draws every line of every résumé so that it can be read back", { timeout: 180_000 }, async () => {
    for (const resume of RESUMES) {
      const file = files.find((candidate) => candidate.path === `resumes/${resume.id}.${resume.format}`);
      if (!file) throw new Error(`no file for ${resume.id}`);
      const { text } = await extractDocument(file.bytes, file.path);
      const found = letters(text);
      expect(found, resume.id).toContain(letters(resume.name));
      for (const section of resume.sections) {
        const lines = section.kind === "stations" ? section.items.flatMap((item) => [item.title, ...item.lines]) : [];
        for (const line of lines) {
          // A table's cells lie side by side: their lines are all there, but may come interleaved.
          const parts =
            resume.layout === "compact" ? (line.match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? []) : [line];
          for (const part of parts) expect(found, `${resume.id}: ${line}`).toContain(letters(part));
        }
      }
    }
  });
});

describe("cadre demo-files", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "cadre-demo-files-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("writes every file, made anew to the same bytes, and questions whose documents lie in the policies folder", { timeout: 180_000 }, async () => {
    const printed: string[] = [];
    const code = await command.run([folder, "--json"], { out: (text) => printed.push(text), note: () => undefined });
    expect(code).toBe(0);
    const output = JSON.parse(printed.join("")) as { files: { path: string; sizeBytes: number }[]; questions: number };
    expect(output.files.map((file) => file.path)).toEqual(files.map((file) => file.path));
    const written = output.files.map((file) => readFileSync(path.join(folder, file.path)));
    expect(written.map((bytes) => bytes.length)).toEqual(output.files.map((file) => file.sizeBytes));
    expect(files.filter((file, i) => Buffer.compare(file.bytes, written[i] ?? Buffer.alloc(0)) !== 0).map((file) => file.path)).toEqual([]);

    const policies = new Set(
      output.files.filter((f) => f.path.startsWith("policies/")).map((f) => f.path.slice("policies/".length)),
    );
    const lines = readFileSync(path.join(folder, "questions.jsonl"), "utf8").trimEnd().split("\n");
    expect(lines.length).toBeGreaterThanOrEqual(300);
    for (const line of lines) {
      const question = evalQuestion.parse(JSON.parse(line));
      for (const document of [question.document, ...question.also]) if (document) expect(policies).toContain(document);
    }
  });

  it("asks for exactly one folder", async () => {
    await expect(command.run([], { out: () => undefined, note: () => undefined })).rejects.toBeInstanceOf(UsageError);
    await expect(command.run(["a", "b"], { out: () => undefined, note: () => undefined })).rejects.toBeInstanceOf(
      UsageError,
    );
  });
});

/** Letters and digits only: line breaks, hyphens and ligatures may differ. */
function letters(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}
