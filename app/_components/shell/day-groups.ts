/** @file Group conversations by the day they were last used, in the reader's own time zone. */
import type { ConversationSummary } from "@/lib/contracts/chat";

export interface DayGroup {
  readonly label: string;
  readonly entries: readonly ConversationSummary[];
}

const DAY_MS = 86_400_000;
const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric" });

/** Local midnight of a moment, in milliseconds since 1970. */
function midnight(ms: number): number {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/**
 * Today · Yesterday · Last 7 days · Last 30 days · then by month; latest first within each.
 * @param nowMs milliseconds since 1970
 */
export function groupByDay(list: readonly ConversationSummary[], nowMs: number): DayGroup[] {
  const today = midnight(nowMs);
  const groups = new Map<string, ConversationSummary[]>();
  for (const entry of [...list].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))) {
    const moment = Date.parse(entry.updatedAt);
    const days = Math.round((today - midnight(moment)) / DAY_MS);
    const label =
      days <= 0 ? "Today" : days === 1 ? "Yesterday" : days < 7 ? "Last 7 days" : days < 30 ? "Last 30 days" : month.format(moment);
    groups.set(label, [...(groups.get(label) ?? []), entry]);
  }
  return [...groups].map(([label, entries]) => ({ label, entries }));
}
