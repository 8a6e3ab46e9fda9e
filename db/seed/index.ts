/**
 * @file The demo company's files: policies and openings from Markdown, résumés from data, each rendered in its own
 * format. Same sources, same bytes. Used by the seed and by `cadre demo-files`; writes nothing itself. What typesets is loaded
 * when something is to be typeset: a server that only removes the demo needs none of it.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../lib/config/paths";
import type { DocumentKind, Principal } from "../../lib/core/types";
import { parseDocumentSource, type DemoTerms } from "./generate/document/source";
import { RESUMES } from "./people/resumes";

export { DEMO_ACCOUNTS, DEMO_PASSWORD } from "./people/accounts";
export type { DemoAccount } from "./people/accounts";
export { EMPLOYEES } from "./people/employees";
export type { DemoEmployee } from "./people/employees";

export const DEMO_COMPANY = "Veldermere Lockworks";

/** Who may read a résumé. Never the role every employee has. */
const RESUME_ACL: readonly Principal[] = ["role:recruiter", "role:hr_lead"];

export interface DemoFile {
  /** Relative: `policies/annual-leave.md`, `resumes/…`, `openings/…`; unique. */
  readonly path: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly acl: readonly Principal[];
  readonly bytes: Uint8Array;
  /** What it was made from, relative to db/seed. */
  readonly sourcePath: string;
  /** Name of a person in the directory; null for résumés, like `terms`. */
  readonly owner: string | null;
  readonly terms: DemoTerms | null;
}

/** Folder of this module's sources. */
export function seedFolder(): string {
  return path.join(projectRoot(), "db", "seed");
}

/**
 * Every file of the demo company, one after the other: policies that others have taken the place of, policies, openings,
 * résumés. Earlier policies lie apart, so that questions about the present ones are asked of those alone.
 * @param kinds only these are typeset
 * @throws AppError "eval/bad-input" when a source is not of the expected form
 */
export async function* generateDemoFiles(kinds: readonly DocumentKind[] = ["policy", "job", "resume"]): AsyncGenerator<DemoFile> {
  if (kinds.includes("policy")) {
    yield* generateDocuments("earlier", "policy");
    yield* generateDocuments("policies", "policy");
  }
  if (kinds.includes("job")) yield* generateDocuments("openings", "job");
  if (!kinds.includes("resume")) return;
  const { renderResume } = await import("./generate/resume/render");
  for (const resume of RESUMES) {
    yield {
      path: `resumes/${resume.id}.${resume.format}`,
      kind: "resume",
      title: `${resume.name} – ${resume.headline}`,
      acl: RESUME_ACL,
      bytes: await renderResume(resume),
      sourcePath: `people/resumes#${resume.id}`,
      owner: null,
      terms: null,
    };
  }
}

async function* generateDocuments(folder: string, kind: DocumentKind): AsyncGenerator<DemoFile> {
  // Policies lie in sub-folders too (zh/ by site, hr/ restricted); names keep their folder, with "/" on every system.
  const names = readdirSync(path.join(seedFolder(), folder), { recursive: true, encoding: "utf8" })
    .filter((entry) => entry.endsWith(".md"))
    .map((entry) => entry.split(path.sep).join("/"))
    .sort();
  const { renderDocument } = await import("./generate/document/render");
  for (const name of names) {
    const sourcePath = `${folder}/${name}`;
    const source = parseDocumentSource(readFileSync(path.join(seedFolder(), sourcePath), "utf8"), sourcePath);
    yield {
      path: `${folder}/${name.slice(0, -".md".length)}.${source.format}`,
      kind,
      title: source.title,
      acl: source.acl,
      bytes: await renderDocument(source),
      sourcePath,
      owner: source.owner,
      terms: source.terms,
    };
  }
}
