/** @file Calendar files (.ics), made with the `ics` package: a plan (sessions on their days, self-paced steps as all-day spans), a mentoring conversation. */
import { createEvents, type DateArray, type EventAttributes } from "ics";
import type { StoredPlan } from "../../contracts/growth";
import type { PairView } from "../../contracts/growth-network";
import { addDays } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import type { Language } from "../../core/types";
import { MEETING_MINUTES } from "../../growth/network/meeting-times";

/** @returns the text of the file; done and skipped steps are left out */
export function calendarOf(plan: StoredPlan, language: Language): string {
  const events = plan.plan.steps.filter(({ status }) => status === "planned" || status === "started").map((step): EventAttributes => {
    const lines = [step.reason[language], step.provider, language === "zh" ? `约 ${step.hours} 小时` : `About ${step.hours} h`].filter((line) => line !== "");
    return {
      // Stable: the same step imported again moves, it does not double.
      uid: `${plan.id}.${step.courseId}@cadre`,
      productId: "cadre/growth",
      sequence: plan.version,
      title: step.title[language],
      description: lines.join("\n"),
      ...(step.session?.site ? { location: step.session.site } : {}),
      start: dateOf(step.start),
      end: dateOf(addDays(step.end, 1)),
      busyStatus: step.session ? "BUSY" : "FREE",
      calName: plan.target.title[language],
    };
  });
  if (events.length === 0) throw new AppError("request/conflict", "no open step", { userMessage: "Every step of this plan is done: there is nothing to put into a calendar." });
  return fileOf(events);
}

function fileOf(events: EventAttributes[]): string {
  const { value, error } = createEvents(events);
  if (!value) throw new AppError("internal/broken-assumption", "the calendar file could not be made", { cause: error });
  return value;
}

/** @param now when the file is made, ms @throws AppError "request/not-found" where nothing is arranged */
export function meetingFile(pair: PairView | undefined, { language, now }: { readonly language: Language; readonly now: number }): string {
  const at = pair?.meeting?.at ?? null;
  if (!pair || at === null) throw new AppError("request/not-found", "no conversation is arranged in this pair");
  const start = new Date(at);
  const title = language === "zh" ? `与${pair.other.name}的辅导谈话` : `Mentoring: ${pair.other.name}`;
  return fileOf([{
    uid: `${pair.id}@cadre`, productId: "cadre/growth", title, description: pair.reason[language], duration: { minutes: MEETING_MINUTES }, busyStatus: "BUSY",
    // Rises with every file: a moved conversation replaces the earlier one in the calendar.
    sequence: Math.floor(now / 1000) % 1_000_000_000,
    startInputType: "utc", startOutputType: "utc", start: [start.getUTCFullYear(), start.getUTCMonth() + 1, start.getUTCDate(), start.getUTCHours(), start.getUTCMinutes()],
  }]);
}

function dateOf(day: string): DateArray {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  return [year, month, date];
}
