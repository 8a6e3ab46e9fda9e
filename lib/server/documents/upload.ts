/**
 * @file A multipart upload: its fields checked against the contract and the person's permissions, its files accepted
 * one by one.
 */
import { uploadFields, type UploadResult } from "../../contracts/documents";
import { AppError } from "../../core/errors";
import { scopeOf } from "../../core/scope";
import type { Actor, Principal } from "../../core/types";
import { acceptFiles, type IncomingFile } from "../ingest/accept";
import { authorise } from "../policy";
import type { Services } from "../services";

/** @throws AppError "request/invalid", "policy/forbidden" */
export async function upload(services: Services, actor: Actor, form: FormData): Promise<UploadResult> {
  const meta = form.get("meta");
  const parsed = uploadFields.safeParse(typeof meta === "string" ? parseJson(meta) : undefined);
  if (!parsed.success) {
    throw new AppError("request/invalid", `upload fields: ${parsed.error.message}`, { userMessage: "Choose what kind of documents these are and who may read them." });
  }
  authorise(actor, `documents:upload:${parsed.data.kind}`);
  const files = form.getAll("files").filter((entry): entry is File => entry instanceof File);
  if (files.length === 0) throw new AppError("request/invalid", "no files in the upload", { userMessage: "Choose at least one file." });
  const incoming: IncomingFile[] = [];
  for (const file of files) incoming.push({ source: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  const result = await acceptFiles(services.db, services.files, scopeOf(actor), incoming, {
    kind: parsed.data.kind,
    acl: parsed.data.acl as Principal[],
    onDuplicate: parsed.data.onDuplicate,
    uploadedBy: actor.userId,
  });
  for (const item of result.accepted) services.events.publish({ type: "changed", id: item.id as never });
  services.dispatcher.wake();
  return result;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("request/invalid", "the upload's meta field is not JSON", { cause });
  }
}
