/** @file A plan as a calendar file (.ics): sessions on their days, self-paced steps as all-day spans. Made with the `ics` package. */
import { createEvents, type DateArray, type EventAttributes } from "ics";
import type { StoredPlan } from "../../contracts/growth";
import { addDays } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import type { Language } from "../../core/types";

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
  const { value, error } = createEvents(events);
  if (!value) throw new AppError("internal/broken-assumption", "the calendar file could not be made", { cause: error });
  return value;
}

function dateOf(day: string): DateArray {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  return [year, month, date];
}
