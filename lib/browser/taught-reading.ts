/** @file What corrections teach about reading openings, from the screen's side. */
import { taughtReading, type ReadingAnswer, type TaughtReading } from "../contracts/taught-reading";
import { call, callEmpty } from "./http";

const PATH = "/api/recruiting/reading";

export const loadTaughtReading = (signal?: AbortSignal): Promise<TaughtReading> => call(taughtReading, PATH, { signal });
export const answerReading = (body: ReadingAnswer): Promise<void> => callEmpty(PATH, { method: "POST", body });
