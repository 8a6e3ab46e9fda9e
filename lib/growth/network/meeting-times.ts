/**
 * @file Times at which two people could talk: full hours on working days that lie inside both working days, the most
 * convenient hour of each day first. Holidays and calendars are not known here: these are suggestions.
 */
import { addDays } from "../../core/document-terms";
import { DAY_BEGINS, DAY_ENDS, utcOffsetMinutes } from "./mentor-fit";

/** A first conversation takes so long. */
export const MEETING_MINUTES = 45;
/** Days that are looked at; in three weeks every pair with a common hour has found one. */
const LOOK_AHEAD_DAYS = 21;
const MIDDAY = 13;
const MINUTES_A_DAY = 1440;

export interface MeetingSearch {
  /** IANA names. */
  readonly zones: readonly [string, string];
  /** First day that may be proposed, `YYYY-MM-DD`; usually the day after tomorrow. */
  readonly from: string;
  readonly count: number;
}

/** @returns instants (ISO, UTC), one per working day, earliest first; empty when the two working days never meet */
export function meetingTimes({ zones, from, count }: MeetingSearch): string[] {
  const times: string[] = [];
  for (let ahead = 0; ahead < LOOK_AHEAD_DAYS && times.length < count; ahead++) {
    const best = bestHour(zones, addDays(from, ahead));
    if (best !== null) times.push(best);
  }
  return times;
}

/** Of the full hours of a UTC day, the one that is nearest to both middays. */
function bestHour(zones: MeetingSearch["zones"], day: string): string | null {
  const offsets = zones.map((zone) => utcOffsetMinutes(zone, day));
  let best: { readonly at: string; readonly strain: number } | null = null;
  for (let hour = 0; hour < 24; hour++) {
    const at = new Date(`${day}T00:00:00Z`).getTime() + hour * 3_600_000;
    const local = offsets.map((offset) => localTime(at, offset));
    if (!local.every(({ weekday, minute }) => weekday >= 1 && weekday <= 5 && minute >= DAY_BEGINS * 60 && minute + MEETING_MINUTES <= DAY_ENDS * 60)) continue;
    const strain = Math.max(...local.map(({ minute }) => Math.abs(minute + MEETING_MINUTES / 2 - MIDDAY * 60)));
    if (best === null || strain < best.strain) best = { at: new Date(at).toISOString(), strain };
  }
  return best?.at ?? null;
}

function localTime(at: number, offsetMinutes: number): { readonly weekday: number; readonly minute: number } {
  const local = new Date(at + offsetMinutes * 60_000);
  return { weekday: local.getUTCDay(), minute: Math.floor(local.getTime() / 60_000) % MINUTES_A_DAY };
}
