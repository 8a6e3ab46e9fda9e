/** @file Group conversations by the day they were last used, in the reader's own time zone. */
import type { ConversationSummary } from "@/lib/contracts/chat";
import type { WordsIn } from "../language/define-words";
import type { Formats } from "../language/formats";
import type { SHELL } from "./words";

export interface DayGroup {
  readonly label: string;
  readonly entries: readonly ConversationSummary[];
}

const DAY_MS = 86_400_000;

/** Local midnight of a moment, in milliseconds since 1970. */
function midnight(ms: number): number {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

interface InLanguage {
  readonly words: Pick<WordsIn<typeof SHELL>, "today" | "yesterday" | "last7" | "last30">;
  readonly formats: Pick<Formats, "month">;
}

/**
 * Today · Yesterday · Last 7 days · Last 30 days · then by month; latest first within each.
 * @param nowMs milliseconds since 1970
 */
export function groupByDay(list: readonly ConversationSummary[], nowMs: number, { words, formats }: InLanguage): DayGroup[] {
  const today = midnight(nowMs);
  const groups = new Map<string, ConversationSummary[]>();
  for (const entry of [...list].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))) {
    const moment = Date.parse(entry.updatedAt);
    const days = Math.round((today - midnight(moment)) / DAY_MS);
    const label =
      days <= 0 ? words.today : days === 1 ? words.yesterday : days < 7 ? words.last7 : days < 30 ? words.last30 : formats.month(moment);
    groups.set(label, [...(groups.get(label) ?? []), entry]);
  }
  return [...groups].map(([label, entries]) => ({ label, entries }));
}
