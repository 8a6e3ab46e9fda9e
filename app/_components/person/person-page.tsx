/** @file The person page: headline, work on a timeline, skills shown or stated, education; each value opens its place in the résumé. */
"use client";

import { ChevronLeft, FileText } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { loadPersonPage } from "@/lib/browser/person-page";
import type { CandidateProfile } from "@/lib/contracts/candidate-profile";
import { useFormats, useWords } from "../language/language";
import { useReader } from "../reader/reader-context";
import { Button } from "../ui/button";
import { FailedPanel, WaitingRows } from "../ui/states";
import { useResource } from "../use-resource";
import { langOf, TERMS } from "../words";
import { FactLink, type ResumeOf } from "./fact-link";
import { HeldData } from "./held-data";
import { KeptTerm } from "./kept-term";
import { OCCUPATION } from "./occupation-words";
import { PersonAside } from "./person-aside";
import { SamePerson } from "./same-person";
import { SkillLists } from "./skill-lists";
import { Timeline } from "./timeline";
import { PERSON } from "./words";

/** @param more what the screen that shows it knows of the person besides; stands after education */
export function PersonPage({ id, more }: { id: string; more: ReactNode }) {
  const words = useWords(PERSON);
  const terms = useWords(TERMS);
  const { data: page, error, reload, change } = useResource(`person:${id}`, (signal) => loadPersonPage(id, signal));
  return (
    <div className="hairline-scroll h-full overflow-auto px-5 pb-12 sm:px-8">
      <Link href="/candidates" className="inline-flex items-center gap-1 pt-4 text-sm text-ink-3 hover:text-ink coarse:min-h-10">
        <ChevronLeft size={14} aria-hidden /> {words.back}
      </Link>
      {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
      {!page && error === undefined && <WaitingRows rows={9} label={terms.loading} />}
      {page && <Person page={page} more={more} onChanged={(next) => change(() => next)} />}
    </div>
  );
}

function Person({ page, more, onChanged }: { page: CandidateProfile; more: ReactNode; onChanged: (page: CandidateProfile) => void }) {
  const words = useWords(PERSON);
  const formats = useFormats();
  const { profile } = page;
  const resume: ResumeOf = { documentId: page.documentId, title: profile.name?.value ?? page.title };
  return (
    <div className="@container max-w-[72rem] animate-arrive">
      <PersonHead page={page} resume={resume} />
      <SamePerson page={page} resume={resume} onChanged={onChanged} />
      <div className="grid gap-x-12 gap-y-8 @min-[52rem]:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0 space-y-8">
          <Part title={words.work}>
            <Timeline profile={profile} resume={resume} />
          </Part>
          <Part title={words.skills}>
            <SkillLists page={page} resume={resume} />
          </Part>
          <Education page={page} resume={resume} />
          {more}
        </div>
        <div>
          <PersonAside profile={profile} resume={resume} />
          <KeptTerm page={page} onChanged={onChanged} />
          <HeldData page={page} />
        </div>
      </div>
      <p className="mt-8 border-t border-rule pt-3 text-xs text-ink-3">{words.readFrom(page.source, formats.day(page.addedAt))}</p>
    </div>
  );
}

function PersonHead({ page, resume }: { page: CandidateProfile; resume: ResumeOf }) {
  const words = useWords(PERSON);
  const occupations = useWords(OCCUPATION);
  const terms = useWords(TERMS);
  const reader = useReader();
  const { profile } = page;
  const name = profile.name?.value ?? words.noName;
  const years = profile.yearsOfExperience;
  const place = profile.contacts.find((contact) => contact.kind === "place");
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2 pt-2 pb-5">
      <div className="min-w-0 flex-1 basis-72">
        <h1 lang={langOf(name)} className="text-xl font-semibold tracking-tight">
          {name}
        </h1>
        {profile.headline && (
          <p className="text-md text-ink-2">
            <FactLink resume={resume} span={profile.headline.span} value={profile.headline.value} />
          </p>
        )}
        <p className="mt-1 flex flex-wrap items-baseline gap-x-3 text-sm text-ink-3 tabular">
          {years && <FactLink resume={resume} span={years.span} value={years.basis === "dates" ? words.dated(terms.years(years.value)) : words.stated(terms.years(years.value))} />}
          {years?.basis === "dates" && profile.statedYears && <FactLink resume={resume} span={profile.statedYears.span} value={words.statedToo(profile.statedYears.value)} />}
          {place && <FactLink resume={resume} span={place.span} value={place.value} />}
          {profile.occupation && <span title={occupations.says}>{occupations.likely(occupations.field[profile.occupation.category], Math.min(99, Math.round(100 * profile.occupation.confidence)))}</span>}
        </p>
      </div>
      <Button onClick={() => reader.open({ documentId: page.documentId, title: name, passage: null })}>
        <FileText size={15} aria-hidden /> {words.openResume}
      </Button>
    </header>
  );
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="label mb-3 border-b border-rule-2 pb-1.5">{title}</h2>
      {children}
    </section>
  );
}

function Education({ page, resume }: { page: CandidateProfile; resume: ResumeOf }) {
  const words = useWords(PERSON);
  const { education } = page.profile;
  if (education.length === 0) return null;
  return (
    <Part title={words.education}>
      <ul className="divide-y divide-rule border-y border-rule text-sm">
        {education.map((study) => {
          const last = study.end ?? study.start;
          return (
            <li key={study.span.start} className="grid gap-x-5 gap-y-0.5 py-2.5 sm:grid-cols-[10.5rem_minmax(0,1fr)]">
              <p className="text-ink-2 tabular">{last ? <FactLink resume={resume} span={last.span} value={yearsOf(study, words.present)} /> : words.noDates}</p>
              <div className="min-w-0">
                <p className="flex flex-wrap items-baseline gap-x-2 text-base font-medium">
                  {study.degree && <FactLink resume={resume} span={study.degree.span} value={study.degree.value} />}
                  {study.field && <FactLink resume={resume} span={study.field.span} value={study.field.value} className="font-normal" />}
                </p>
                <p className="flex flex-wrap items-baseline gap-x-2 text-ink-2">
                  {study.institution && <FactLink resume={resume} span={study.institution.span} value={study.institution.value} />}
                  {study.level && <span className="text-ink-3">{words.level[study.level]}</span>}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function yearsOf({ start, end }: CandidateProfile["profile"]["education"][number], present: string): string {
  return [start, end].filter((date) => date !== null).map((date) => (date.precision === "present" ? present : date.value.slice(0, 4))).join(" – ");
}
