/**
 * @file A multipart upload: its size and the person's permissions checked before its bytes are taken in, its fields
 * against the contract, then its files accepted one by one.
 */
import { uploadFields, type UploadResult } from "../../contracts/documents";
import { INGEST } from "../../config/defaults";
import { AppError } from "../../core/errors";
import { scopeOf } from "../../core/scope";
import { DOCUMENT_KINDS, type Actor, type DocumentId, type Principal } from "../../core/types";
import { acceptFiles } from "../ingest/accept";
import { authorise, can } from "../policy";
import type { Services } from "../services";
import { checkedTerms } from "./terms";

/**
 * @param request multipart: `files` (any number) and `meta` (JSON of `uploadFields`)
 * @throws AppError "policy/forbidden", "request/too-large", "request/invalid"
 */
export async function upload(services: Services, actor: Actor, request: Request): Promise<UploadResult> {
  if (!DOCUMENT_KINDS.some((kind) => can(actor, `documents:upload:${kind}`))) throw new AppError("policy/forbidden", "may upload no kind of document");
  const form = await readForm(request, INGEST.maxUploadBytes);
  const meta = form.get("meta");
  const parsed = uploadFields.safeParse(typeof meta === "string" ? parseJson(meta) : undefined);
  if (!parsed.success) {
    throw new AppError("request/invalid", `upload fields: ${parsed.error.message}`, { userMessage: "Choose what kind of documents these are and who may read them." });
  }
  authorise(actor, `documents:upload:${parsed.data.kind}`);
  const files = form.getAll("files").filter((entry): entry is File => entry instanceof File);
  if (files.length === 0) throw new AppError("request/invalid", "no files in the upload", { userMessage: "Choose at least one file." });
  const incoming = files.map((file) => ({ source: file.name, sizeBytes: file.size, read: async () => new Uint8Array(await file.arrayBuffer()) }));
  const result = await acceptFiles(services.db, services.files, scopeOf(actor), incoming, {
    kind: parsed.data.kind,
    acl: parsed.data.acl as Principal[],
    onDuplicate: parsed.data.onDuplicate,
    uploadedBy: actor.userId,
    auditedAs: actor,
    ...(parsed.data.terms ? { terms: await checkedTerms(services.db, actor, { kind: parsed.data.kind, id: null }, parsed.data.terms) } : {}),
  });
  for (const item of result.accepted) services.events.publish({ type: "changed", id: item.id as DocumentId });
  services.dispatcher.wake();
  return result;
}

/**
 * The form of a request that may have at most so many bytes: refused by its stated length before anything is read, or
 * as soon as more than that has come.
 *
 * @throws AppError "request/too-large", "request/invalid" when it is no multipart form, or was cut off
 */
export async function readForm(request: Request, maxBytes: number): Promise<FormData> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(contentType) || !request.body) {
    throw new AppError("request/invalid", `expected multipart/form-data, got ${contentType || "no content-type"}`, { userMessage: "Send the files as a multipart form." });
  }
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  let size = 0;
  const limited = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(part, controller) {
        size += part.byteLength;
        if (size > maxBytes) controller.error(tooLarge(maxBytes));
        else controller.enqueue(part);
      },
    }),
  );
  try {
    return await new Response(limited, { headers: { "content-type": contentType } }).formData();
  } catch (cause) {
    if (size > maxBytes) throw tooLarge(maxBytes);
    throw new AppError("request/invalid", "the multipart form is damaged or was cut off", { cause, userMessage: "The upload did not arrive whole. Try it again." });
  }
}

function tooLarge(maxBytes: number): AppError {
  const limit = `${Math.floor(maxBytes / 1024 / 1024)} MB`;
  return new AppError("request/too-large", `an upload may have ${maxBytes} bytes`, {
    userMessage: `One upload may have ${limit}, all files together. Upload fewer at a time, or use "cadre ingest" on the server.`,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("request/invalid", "the upload's meta field is not JSON", { cause });
  }
}
