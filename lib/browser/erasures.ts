/** @file Receipts of erasures, and the data of somebody who applied for nothing, from the screen's side. */
import { erasuresPage, type ErasuresPage } from "../contracts/erasures";
import { call } from "./http";

/** @param before `next` of the page that was read last */
export const listReceipts = (before: string | null, signal?: AbortSignal): Promise<ErasuresPage> => call(erasuresPage, `/api/recruiting/erasures${before === null ? "" : `?before=${encodeURIComponent(before)}`}`, { signal });
