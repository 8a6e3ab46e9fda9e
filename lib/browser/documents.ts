/**
 * @file Documents from the screen's side: list, live progress, upload, reading, access, delete.
 */
import {
  documentEvents,
  documentList,
  documentText,
  documentView,
  locateOutput,
  uploadResult,
  type DocumentList,
  type DocumentText,
  type DocumentView,
  type LocateOutput,
  type UploadFields,
  type UploadResult,
} from "../contracts/documents";
import { readEventStream } from "./event-stream";
import { ApiError, apiError, call, callEmpty, isAbort, messageOf, parseAs, send } from "./http";

const at = (id: string, rest = "") => `/api/documents/${encodeURIComponent(id)}${rest}`;

export const listDocuments = (signal?: AbortSignal): Promise<DocumentList> =>
  call(documentList, "/api/documents", { signal });
export const loadDocument = (id: string, signal?: AbortSignal): Promise<DocumentView> =>
  call(documentView, at(id), { signal });
export const loadDocumentText = (id: string, signal?: AbortSignal): Promise<DocumentText> =>
  call(documentText, at(id, "/text"), { signal });
export const updateDocument = (id: string, change: { title?: string; acl?: readonly string[] }): Promise<void> =>
  callEmpty(at(id), { method: "PATCH", body: change });
/** Not of a résumé: that is an erasure with a receipt (erasures.ts). */
export const deleteDocument = (id: string): Promise<void> => callEmpty(at(id), { method: "DELETE" });
export const retryDocument = (id: string): Promise<void> => callEmpty(at(id, "/retry"), { method: "POST" });
export const fileAddress = (id: string): string => at(id, "/file");

/** The original file's bytes. */
export async function loadFile(id: string, signal?: AbortSignal): Promise<Uint8Array> {
  const response = await send(fileAddress(id), { signal, accept: "*/*" });
  return new Uint8Array(await response.arrayBuffer());
}

/** Where a span lies on its PDF page; no rectangles when it cannot be placed with certainty. */
export const locateSpan = (
  id: string,
  span: { start: number; end: number },
  signal?: AbortSignal,
): Promise<LocateOutput> => call(locateOutput, at(id, `/locate?start=${span.start}&end=${span.end}`), { signal });

/** Saves the original file under its own name. */
export function downloadFile(id: string): void {
  const link = document.createElement("a");
  link.href = fileAddress(id);
  link.download = "";
  link.click();
}

/**
 * Sends files; the server reads them afterwards, in the background.
 * @param onSent share of the bytes sent, 0–1
 * @throws ApiError when the whole upload is refused; single files that fail are listed in the result
 */
export function uploadDocuments(
  files: readonly File[],
  fields: UploadFields,
  onSent: (share: number) => void,
): Promise<UploadResult> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  form.append("meta", JSON.stringify(fields));
  return new Promise((resolve, reject) => {
    // XMLHttpRequest because fetch cannot tell how much of a body has been sent.
    const request = new XMLHttpRequest();
    request.open("POST", "/api/documents");
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onSent(event.loaded / event.total);
    };
    request.onerror = () =>
      reject(new ApiError("network/unreachable", "The upload was cut off. Check the connection and try again.", 0));
    request.onload = () => {
      try {
        if (request.status >= 200 && request.status < 300) resolve(parseAs(uploadResult, request.responseText));
        else reject(apiError(request.status, request.responseText));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(messageOf(error)));
      }
    };
    request.send(form);
  });
}

export interface DocumentWatcher {
  readonly onList: (list: DocumentList) => void;
  readonly onDocument: (document: DocumentView) => void;
  readonly onRemoved: (id: string) => void;
  /** null: connected; otherwise what to tell the person while we try again. */
  readonly onTrouble: (error: ApiError | null) => void;
}

/**
 * Follows the documents until the signal fires. Reconnects by itself after 1, 2, 4 … 15 seconds; a refusal
 * (401, 403) ends it.
 */
export async function watchDocuments(watcher: DocumentWatcher, signal: AbortSignal): Promise<void> {
  let waitMs = 1000;
  while (!signal.aborted) {
    try {
      const response = await send("/api/documents/events", { signal, accept: "text/event-stream" });
      watcher.onTrouble(null);
      waitMs = 1000;
      if (response.body) for await (const event of readEventStream(response.body)) dispatch(event, watcher);
    } catch (error) {
      if (isAbort(error) || signal.aborted) return;
      const failure = error instanceof ApiError ? error : cutOff(error);
      watcher.onTrouble(failure);
      if (failure.status === 401 || failure.status === 403) return;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    waitMs = Math.min(waitMs * 2, 15_000);
  }
}

function dispatch({ event, data }: { event: string; data: string }, watcher: DocumentWatcher): void {
  if (event === "list") watcher.onList(parseAs(documentEvents.list, data));
  else if (event === "document") watcher.onDocument(parseAs(documentEvents.document, data));
  else if (event === "removed") watcher.onRemoved(parseAs(documentEvents.removed, data).id);
}

const cutOff = (cause: unknown) =>
  new ApiError("network/cut-off", "The live view was cut off. Trying again …", 0, { cause });
