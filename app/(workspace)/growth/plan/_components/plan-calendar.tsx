/** @file PlanCalendar: the steps on a line of months. A picture; the list of steps says the same in words. */
"use client";

import clsx from "clsx";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import type { PlanStepView } from "@/lib/contracts/growth";
import { addMonths } from "@/lib/core/document-terms";
import { PLAN } from "./words";

const WIDTH = 720;
const ROW = 22;
const HEAD = 22;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

export function PlanCalendar({ steps }: { steps: readonly PlanStepView[] }) {
  const words = useWords(PLAN);
  const language = useLanguage();
  const formats = useFormats();
  const first = steps.map(({ start }) => start).sort()[0];
  const last = steps.map(({ end }) => end).sort().at(-1);
  if (!first || !last) return null;
  const months = monthsBetween(first, last);
  const begin = at(months[0] ?? first);
  const finish = at(addMonths(months.at(-1) ?? last, 1));
  const x = (day: string) => ((at(day) - begin) / (finish - begin)) * WIDTH;
  const height = HEAD + steps.length * ROW + 4;
  return (
    <figure className="hairline-scroll overflow-x-auto">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={words.calendarSays(formats.day(first), formats.day(last))} className="w-full min-w-[34rem] text-ink">
        {months.map((month) => (
          <g key={month}>
            <line x1={x(month)} x2={x(month)} y1={0} y2={height} className="stroke-rule" />
            <text x={x(month) + 5} y={14} className="fill-ink-3 text-2xs">
              {new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { month: "short", year: month.endsWith("-01-01") ? "2-digit" : undefined, timeZone: "UTC" }).format(at(month))}
            </text>
          </g>
        ))}
        {steps.map((step, i) => (
          <StepBar key={step.courseId} step={step} x={x} y={HEAD + i * ROW} title={step.title[language]} />
        ))}
      </svg>
    </figure>
  );
}

/** About as wide as it is drawn: a Chinese letter takes two Latin ones. */
const textWidth = (text: string): number => [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 11 : 5.6), 0);

function StepBar({ step, x, y, title }: { step: PlanStepView; x: (day: string) => number; y: number; title: string }) {
  const left = x(step.start);
  const width = Math.max(6, x(step.end) - left + 3);
  const shown = title.length > 46 ? `${title.slice(0, 45)}…` : title;
  // Beside the bar where there is room, before it where there is not; on it where it is long enough for its name.
  const room = textWidth(shown) + 6;
  const isOnBar = left + width + room > WIDTH && width > room + 6;
  const isBehind = !isOnBar && left + width + room > WIDTH && left > room;
  const fill = step.status === "done" ? "fill-ink-3" : step.status === "skipped" ? "fill-press" : step.late ? "fill-no" : step.session ? "fill-ink" : "fill-ink-2";
  return (
    <g>
      <rect x={left} y={y + 5} width={width} height={11} rx={2} className={fill} />
      {step.status === "done" && <path d={`M${left + 3} ${y + 10.5}l2.5 2.5 4-5`} className="fill-none stroke-paper" strokeWidth={1.5} />}
      <text x={isBehind ? left - 6 : isOnBar ? left + width - 6 : left + width + 6} y={y + 14} textAnchor={isBehind || isOnBar ? "end" : "start"} className={clsx("text-2xs", isOnBar ? (step.status === "skipped" ? "fill-ink" : "fill-paper") : "fill-ink-2")}>
        {shown}
      </text>
    </g>
  );
}

function monthsBetween(first: string, last: string): string[] {
  const months = [`${first.slice(0, 7)}-01`];
  while ((months.at(-1) ?? last).slice(0, 7) < last.slice(0, 7)) months.push(addMonths(months.at(-1) ?? last, 1));
  return months;
}
