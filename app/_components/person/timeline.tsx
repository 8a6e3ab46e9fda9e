/** @file Jobs on a time axis, and below it each as a line with its dates; the time between them as a fact, without comment. */
"use client";

import clsx from "clsx";
import type { ProfileOutput } from "@/lib/contracts/profile";
import { useWords } from "../language/language";
import { FactLink, type ResumeOf } from "./fact-link";
import { PERSON } from "./words";

type Job = ProfileOutput["experience"][number];
type Gap = ProfileOutput["gaps"][number];

const monthOf = (iso: string) => 12 * Number(iso.slice(0, 4)) + Number(iso.slice(5, 7)) - 1;

export function Timeline({ profile, resume }: { profile: ProfileOutput; resume: ResumeOf }) {
  const words = useWords(PERSON);
  if (profile.experience.length === 0) return <p className="text-sm text-ink-2">{words.noWork}</p>;
  return (
    <>
      <TimeAxis jobs={profile.experience} gaps={profile.gaps} />
      <ol className="divide-y divide-rule border-y border-rule">
        {linesOf(profile).map((line, index) => (line.type === "job" ? <JobLine key={index} job={line.job} resume={resume} /> : <GapLine key={index} gap={line.gap} resume={resume} />))}
      </ol>
    </>
  );
}

type TimelineLine = { type: "job"; job: Job } | { type: "gap"; gap: Gap };

/** The latest first; what has no dates comes last, in the order of the résumé. */
function linesOf({ experience, gaps }: ProfileOutput): TimelineLine[] {
  const dated = experience.filter((job) => job.start !== null);
  const lines: { line: TimelineLine; end: number; start: number }[] = [
    ...dated.map((job) => ({ line: { type: "job" as const, job }, end: monthOf((job.end ?? job.start)?.value ?? "0000-01"), start: monthOf(job.start?.value ?? "0000-01") })),
    ...gaps.map((gap) => ({ line: { type: "gap" as const, gap }, end: monthOf(gap.to), start: monthOf(gap.from) })),
  ];
  lines.sort((a, b) => b.end - a.end || b.start - a.start);
  return [...lines.map(({ line }) => line), ...experience.filter((job) => job.start === null).map((job) => ({ type: "job" as const, job }))];
}

function JobLine({ job, resume }: { job: Job; resume: ResumeOf }) {
  const words = useWords(PERSON);
  const doing = words.otherDoing[job.kind];
  return (
    <li className="grid gap-x-5 gap-y-0.5 py-2.5 text-sm sm:grid-cols-[10.5rem_minmax(0,1fr)]">
      <p className="text-ink-2 tabular">
        {job.start ? <FactLink resume={resume} span={datesOf(job)} value={dateText(job, words.present)} /> : words.noDates}
        {job.months !== null && <span className="block text-xs text-ink-3">{words.duration(job.months)}</span>}
      </p>
      <div className="min-w-0">
        <p className="text-base font-medium">{job.title ? <FactLink resume={resume} span={job.title.span} value={job.title.value} /> : <span className="text-ink-3">{words.untitled}</span>}</p>
        <p className="flex flex-wrap items-baseline gap-x-2 text-ink-2">
          {job.organisation && <FactLink resume={resume} span={job.organisation.span} value={job.organisation.value} />}
          {job.location && <span className="text-ink-3">{job.location.value.replace(/\s+/g, " ")}</span>}
          {doing !== "" && <span className="text-ink-3">{doing}</span>}
        </p>
      </div>
    </li>
  );
}

function datesOf({ start, end }: Job): { start: number; end: number } {
  const from = start?.span ?? { start: 0, end: 0 };
  return { start: Math.min(from.start, end?.span.start ?? from.start), end: Math.max(from.end, end?.span.end ?? from.end) };
}

/** As precise as the résumé: a bare year stays one. */
function dateText({ start, end }: Job, present: string): string {
  const text = (date: NonNullable<Job["start"]>) => (date.precision === "present" ? present : date.precision === "year" ? date.value.slice(0, 4) : date.value);
  return [start, end].filter((date) => date !== null).map(text).join(" – ");
}

function GapLine({ gap, resume }: { gap: Gap; resume: ResumeOf }) {
  const words = useWords(PERSON);
  return (
    <li className="py-1.5 text-xs text-ink-3 tabular sm:pl-[11.75rem]">
      <FactLink resume={resume} span={gap.before} value={words.gap(gap.months, gap.from, gap.to)} />
    </li>
  );
}

/** Bars over years; jobs at the same time stand on lines of their own. A picture of the list below it. */
function TimeAxis({ jobs, gaps }: { jobs: readonly Job[]; gaps: readonly Gap[] }) {
  const words = useWords(PERSON);
  const dated = jobs.filter((job) => job.start && job.end && (job.kind === "work" || job.kind === "internship"));
  const first = Math.min(...dated.map((job) => monthOf(job.start?.value ?? "9999-01")));
  const last = Math.max(...dated.map((job) => monthOf(job.end?.value ?? "0000-01"))) + 1;
  if (dated.length === 0 || last - first < 12) return null;
  const from = Math.floor(first / 12);
  const to = Math.ceil(last / 12);
  const at = (month: number) => ((month - 12 * from) / (12 * (to - from))) * 100;
  const rows = stacked(dated);
  const height = Math.max(...rows.map((one) => one.row)) + 1;
  return (
    <div role="img" aria-label={words.chart(dated.length, from, to)} className="mb-4">
      <div className="relative border-x border-rule bg-sheet" style={{ height: `${height * 0.75 + 0.5}rem` }}>
        {yearMarks(from, to).map((year) => (
          <span key={year} className="absolute inset-y-0 w-px bg-rule" style={{ left: `${at(12 * year)}%` }} />
        ))}
        {gaps.map((gap) => (
          <span key={gap.from} className="absolute inset-y-0 border-x border-dashed border-rule-2 bg-press" style={{ left: `${at(monthOf(gap.from))}%`, width: `${at(monthOf(gap.to) + 1) - at(monthOf(gap.from))}%` }} />
        ))}
        {rows.map(({ job, row }, index) => (
          <span
            key={index}
            className={clsx("absolute h-2 rounded-sm", job.kind === "work" ? "bg-ink-2" : "bg-ink-3")}
            style={{ top: `${0.25 + row * 0.75}rem`, left: `${at(monthOf(job.start?.value ?? "0000-01"))}%`, width: `max(3px, calc(${at(monthOf(job.end?.value ?? "0000-01") + 1) - at(monthOf(job.start?.value ?? "0000-01"))}% - 2px))` }}
          />
        ))}
      </div>
      <p className="relative h-5 text-2xs text-ink-3 tabular" aria-hidden>
        {yearMarks(from, to).map((year, index, all) => (
          <span key={year} className={clsx("absolute", index === all.length - 1 ? "-translate-x-full" : index > 0 && "-translate-x-1/2")} style={{ left: `${at(12 * year)}%` }}>
            {year}
          </span>
        ))}
      </p>
    </div>
  );
}

/** At most eight years are written, the first and the last among them. */
function yearMarks(from: number, to: number): number[] {
  const step = Math.max(1, Math.ceil((to - from) / 7));
  const years = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step).filter((year) => to - year >= step * 0.6 || year === to);
  return years.at(-1) === to ? years : [...years, to];
}

function stacked(jobs: readonly Job[]): { job: Job; row: number }[] {
  const ends: number[] = [];
  return [...jobs]
    .sort((a, b) => (a.start?.value ?? "").localeCompare(b.start?.value ?? ""))
    .map((job) => {
      const start = monthOf(job.start?.value ?? "0000-01");
      const free = ends.findIndex((end) => end <= start);
      const row = free === -1 ? ends.length : free;
      ends[row] = monthOf(job.end?.value ?? "0000-01");
      return { job, row };
    });
}
