/**
 * @file Résumés per second from PDF to indexed profile: the demo company's PDF résumés through text, profile, evidence,
 * vectors and index, with the time of each stage.
 */
import { generateDemoFiles } from "../../../db/seed";
import type { Encoder } from "../../core/encoder";
import { extractDocument } from "../../knowledge/extract/extract-document";
import { embedSingly, textsOf } from "../../people/match/likeness";
import { SubjectIndex } from "../../people/match/pool/subject-index";
import { subjectOfProfile } from "../../people/match/subject-of-profile";
import { readProfile } from "../../people/profile/read-profile";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";

export interface StageTimes {
  readonly files: number;
  readonly lines: number;
  readonly extractMs: number;
  readonly profileMs: number;
  readonly evidenceMs: number;
  readonly embedMs: number;
  readonly indexMs: number;
}

/** @param most how many files at most; the first is read once before, so that tables are built */
export async function timeFiles(encoder: Encoder, most: number): Promise<StageTimes> {
  const files: { path: string; bytes: Uint8Array }[] = [];
  for await (const file of generateDemoFiles(["resume"])) {
    if (file.path.endsWith(".pdf")) files.push({ path: file.path, bytes: file.bytes });
    if (files.length === most) break;
  }
  const index = new SubjectIndex();
  const times = { extractMs: 0, profileMs: 0, evidenceMs: 0, embedMs: 0, indexMs: 0 };
  let lines = 0;
  const [first] = files;
  for (const [i, file] of [...(first ? [first] : []), ...files].entries()) {
    const marks = [performance.now()];
    const document = await extractDocument(file.bytes, file.path);
    marks.push(performance.now());
    const profile = readProfile(document, { source: file.path, asOf: "2026-01", taxonomy: BASE_TAXONOMY });
    marks.push(performance.now());
    const subject = subjectOfProfile(document, profile, { taxonomy: BASE_TAXONOMY });
    marks.push(performance.now());
    const vectors = await embedSingly(textsOf(subject), encoder);
    marks.push(performance.now());
    index.add(subject, vectors);
    marks.push(performance.now());
    if (i === 0) continue;
    lines += subject.items.length;
    const took = (stage: number): number => (marks[stage + 1] ?? 0) - (marks[stage] ?? 0);
    times.extractMs += took(0);
    times.profileMs += took(1);
    times.evidenceMs += took(2);
    times.embedMs += took(3);
    times.indexMs += took(4);
  }
  return { files: files.length, lines, ...times };
}
