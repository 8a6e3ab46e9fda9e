/** @file Receipts of erasures, and export and erasure of a person by their résumé, from the screen's side. */
import { erasuresPage, type ErasuresPage } from "../contracts/erasures";
import { receiptReply, type Receipt } from "../contracts/recruiting";
import { call, send } from "./http";

/** @param before `next` of the page that was read last */
export const listReceipts = (before: string | null, signal?: AbortSignal): Promise<ErasuresPage> => call(erasuresPage, `/api/recruiting/erasures${before === null ? "" : `?before=${encodeURIComponent(before)}`}`, { signal });

/** Where the receipts are; with one of them open. */
export const receiptAddress = (id: string): string => `/candidates/receipts?open=${encodeURIComponent(id)}`;

const resume = (id: string, rest = "") => `/api/documents/${encodeURIComponent(id)}${rest}`;

/** @param id of the résumé @throws ApiError "request/conflict" for who has applied, unless an HR lead asks */
export const erasePerson = (id: string): Promise<Receipt> => call(receiptReply, resume(id), { method: "DELETE" });

/** Fetches everything held and hands it to the browser's downloads. @throws ApiError as erasePerson */
export async function saveEverythingHeld(id: string): Promise<void> {
  const response = await send(resume(id, "/export"), { accept: "*/*" });
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "candidate.zip";
  const address = URL.createObjectURL(await response.blob());
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  // The browser reads it after this turn; released too early, the download is empty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
