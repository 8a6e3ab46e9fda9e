/** @file Saved searches from the screen's side. */
import { savedSearchList, searchHits, type SavedSearch, type SearchHit } from "../contracts/saved-searches";
import { call, callEmpty } from "./http";

const PATH = "/api/recruiting/searches";

export const listSavedSearches = async (signal?: AbortSignal): Promise<SavedSearch[]> => (await call(savedSearchList, PATH, { signal })).searches;
export const listHits = async (id: string, signal?: AbortSignal): Promise<SearchHit[]> => (await call(searchHits, `${PATH}?id=${encodeURIComponent(id)}`, { signal })).hits;
export const saveSearch = (search: { name: string; request: string }): Promise<void> => callEmpty(PATH, { method: "POST", body: search });
export const deleteSearch = (id: string): Promise<void> => callEmpty(PATH, { method: "DELETE", body: { id } });
