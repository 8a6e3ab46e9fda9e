/** @file `cadre ingest`: files and folders into the data folder, with progress on stderr. */
import { ingestOutput, type IngestOutput } from "../../contracts/cli";
import { env } from "../../config/env";
import { AppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import { DOCUMENT_KINDS, ROLES, type DocumentKind, type Principal } from "../../core/types";
import { ingestFiles } from "../../server/ingest/ingest-files";
import { openServices } from "../../server/open-services";
import { parseCommand, required, UsageError, type Command } from "../command";
import { listFilesBelow } from "../files-below";

const DEFAULT_ACL: Record<DocumentKind, Principal[]> = {
  policy: ["role:employee"],
  course: ["role:employee"],
  job: ["role:employee"],
  resume: ["role:recruiter", "role:hr_lead"],
};

function parseAcl(text: string | undefined, kind: DocumentKind): Principal[] {
  if (text === undefined) return DEFAULT_ACL[kind];
  return text.split(",").map((role) => {
    const known = ROLES.find((name) => name === role.trim());
    if (!known) throw new UsageError(`--acl: "${role}" is no role; use ${ROLES.join(", ")}`);
    return `role:${known}` as const;
  });
}

export const command: Command = {
  name: "ingest",
  usage: `cadre ingest <path…> --kind ${DOCUMENT_KINDS.join("|")} [--acl role,…] [--on-duplicate skip|replace] [--json]
Reads Markdown, text, HTML, PDF, DOCX, CSV, pictures of pages (PNG, JPEG, TIFF; with Tesseract) and zip archives of these; folders with all that is in them.
--acl           who may read them; default: everyone, for résumés recruiter and hr_lead
--on-duplicate  same bytes again: skip (default) or replace
A file that cannot be read is reported and the others go on; the exit code is 1 only when none could be read.
A scan without text ends in the documents as needs_ocr, with what to do among its warnings.`,
  async run(args, io) {
    const { values, positionals } = parseCommand(args, { kind: { type: "string" }, acl: { type: "string" }, "on-duplicate": { type: "string" }, json: { type: "boolean" } });
    const kind = DOCUMENT_KINDS.find((name) => name === required(values.kind, "kind"));
    if (!kind) throw new UsageError(`--kind: use ${DOCUMENT_KINDS.join(", ")}`);
    const onDuplicate = values["on-duplicate"] ?? "skip";
    if (onDuplicate !== "skip" && onDuplicate !== "replace") throw new UsageError("--on-duplicate: use skip or replace");
    if (positionals.length === 0) throw new UsageError("name at least one file or folder");
    const acl = parseAcl(values.acl, kind);
    const files = await listFilesBelow(positionals);
    if (files.length === 0) throw new AppError("request/not-found", `there are no files in ${positionals.join(", ")}`);
    const services = await openServices(env());
    try {
      const output = ingestOutput.parse(await ingestFiles(services, systemScope("cadre ingest"), files, { kind, acl, onDuplicate, onNote: io.note }));
      io.out(values.json ? JSON.stringify(output) : humanText(output));
      return output.documents.some((row) => row.status === "ready") ? 0 : 1;
    } finally {
      await services.close();
    }
  },
};

function humanText(output: IngestOutput): string {
  const done = output.documents.map((row) => `${row.status.padEnd(9)} ${String(row.chunks).padStart(5)} passages  ${row.source}${row.warnings.length ? `  (${row.warnings.join(" ")})` : ""}`);
  const failed = output.failed.map((row) => `failed    ${row.source}: ${row.message} [${row.code}]`);
  return [...done, ...failed, `${output.documents.length} documents, ${output.failed.length} failed`].join("\n");
}
