/** @file Courses: the catalogue, found by words; retiring a course, with what that means for plans and programmes, and bringing one back. */
"use client";

import { useState } from "react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog } from "@/app/_components/ui/dialog";
import { SelectField } from "@/app/_components/ui/field";
import { SearchField } from "@/app/_components/ui/search-field";
import { langOf } from "@/app/_components/words";
import type { OfferingView } from "@/lib/contracts/growth-offering";
import { hoursText } from "../../../_components/money";
import { GROWTH } from "../../../_components/words";
import { COURSES } from "./course-words";
import type { ActOnOffering } from "./offering-screen";

type Offered = OfferingView["courses"][number];

const SHOWN = 10;
const STATES = ["all", "offered", "retired"] as const;

export function Courses({ offering, act }: { offering: OfferingView; act: ActOnOffering }) {
  const words = useWords(COURSES);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const [text, setText] = useState("");
  const [state, setState] = useState<(typeof STATES)[number]>("all");
  const [retiring, setRetiring] = useState<Offered | null>(null);
  const [busy, setBusy] = useState(false);
  const wanted = text.trim().toLowerCase();
  const found = offering.courses
    .filter(({ offered, title, provider }) => (state === "all" || offered === (state === "offered")) && [title.en, title.zh, provider].some((each) => each.toLowerCase().includes(wanted)))
    .sort((a, b) => a.title[language].localeCompare(b.title[language], language));
  const set = async ({ id, title }: Offered, offered: boolean) => {
    setBusy(true);
    await act({ do: "course", id, offered }, () => (offered ? words.broughtBack(title[language]) : words.retired(title[language])));
    setBusy(false);
    setRetiring(null);
  };
  return (
    <section aria-labelledby="courses">
      <h2 id="courses" className="text-lg font-semibold tracking-tight">
        {words.courses}
      </h2>
      <p className="text-sm text-ink-3">{words.says}</p>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <SearchField label={words.search} value={text} onChange={setText} className="min-w-56 flex-1" />
        <SelectField hideLabel label={words.state} value={state} onChange={setState} choices={STATES.map((value) => ({ value, label: words.states[value] }))} className="w-40" />
      </div>
      <p role="status" className="mt-2 text-xs text-ink-3">
        {found.length > SHOWN ? words.shown(SHOWN, found.length) : words.found(found.length)}
      </p>
      <ul aria-label={words.courses} className="mt-1">
        {found.slice(0, SHOWN).map((course) => (
          <li key={course.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-t border-rule py-2">
            <div className="min-w-0 flex-1 basis-48">
              <h3 lang={langOf(course.title[language])} className={`text-sm font-medium ${course.offered ? "" : "text-ink-3"}`}>
                {course.title[language]}
              </h3>
              <p className="text-xs text-ink-3 tabular">{[course.offered ? "" : words.isRetired, terms.kind[course.kind], terms.hours(hoursText(course.hours)), course.provider].filter(Boolean).join(" · ")}</p>
            </div>
            {course.offered ? (
              <Button size="sm" look="quiet" aria-label={words.retireCourse(course.title[language])} onClick={() => setRetiring(course)}>
                {words.retire}
              </Button>
            ) : (
              <Button size="sm" disabled={busy} aria-label={words.bringBackCourse(course.title[language])} onClick={() => void set(course, true)}>
                {words.bringBack}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog open={retiring !== null} onOpenChange={(open) => !open && setRetiring(null)} title={words.retireTitle(retiring?.title[language] ?? "")} consequence={retiring && <Consequence course={retiring} offering={offering} />} action={words.retire} busy={busy} onConfirm={() => retiring && void set(retiring, false)} />
    </section>
  );
}

/** What the plans keep, which courses build on it, and which programmes it takes along. */
function Consequence({ course, offering }: { course: Offered; offering: OfferingView }) {
  const words = useWords(COURSES);
  const language = useLanguage();
  const formats = useFormats();
  const waiting = offering.courses.filter(({ offered, requires }) => offered && requires.includes(course.id)).map(({ title }) => title[language]);
  const programmes = offering.programmes.filter(({ steps }) => steps.includes(course.id)).map(({ title }) => title[language]);
  return (
    <div className="space-y-2">
      <p>{words.retireSays}</p>
      {waiting.length > 0 && <p>{words.neededFor(formats.list(waiting))}</p>}
      {programmes.length > 0 && <p>{words.inProgrammes(formats.list(programmes))}</p>}
    </div>
  );
}
