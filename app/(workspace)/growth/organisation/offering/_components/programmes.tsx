/** @file Programmes: the templates that are offered; a new one, changing one, retiring one. */
"use client";

import { useState } from "react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog } from "@/app/_components/ui/dialog";
import type { OfferingView } from "@/lib/contracts/growth-offering";
import { hoursText } from "../../../_components/money";
import { COURSES } from "./course-words";
import type { ActOnOffering } from "./offering-screen";
import { ProgrammeDialog } from "./programme-dialog";
import { OFFERING } from "./words";

export type OfferedProgramme = OfferingView["programmes"][number];

export function Programmes({ offering, act }: { offering: OfferingView; act: ActOnOffering }) {
  const words = useWords(OFFERING);
  const courses = useWords(COURSES);
  const language = useLanguage();
  const formats = useFormats();
  const retiredIn = ({ steps }: OfferedProgramme) => offering.courses.filter(({ id, offered }) => !offered && steps.includes(id)).map(({ title }) => title[language]);
  const [editing, setEditing] = useState<OfferedProgramme | "new" | null>(null);
  const [retiring, setRetiring] = useState<OfferedProgramme | null>(null);
  const [busy, setBusy] = useState(false);
  const hoursOf = ({ steps }: OfferedProgramme) => hoursText(steps.reduce((sum, id) => sum + (offering.courses.find((course) => course.id === id)?.hours ?? 0), 0));
  const retire = async () => {
    if (!retiring) return;
    setBusy(true);
    await act({ do: "retire-programme", id: retiring.id }, () => words.retired);
    setBusy(false);
    setRetiring(null);
  };
  return (
    <section aria-labelledby="programmes">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="programmes" className="text-lg font-semibold tracking-tight">
          {words.programmes}
        </h2>
        <Button size="sm" onClick={() => setEditing("new")}>
          {words.add}
        </Button>
      </div>
      <p className="text-sm text-ink-3">{words.programmesSays}</p>
      {offering.programmes.length === 0 && <p className="mt-2 text-sm text-ink-2">{words.none}</p>}
      <ul className="mt-3">
        {offering.programmes.map((programme) => (
          <li key={programme.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-rule py-3">
            <div className="min-w-0 flex-1 basis-72">
              <h3 className="text-base font-medium">{programme.title[language]}</h3>
              <p className="text-xs text-ink-3 tabular">{[words.kinds[programme.kind], words.stepsOf(programme.steps.length, hoursOf(programme))].join(" · ")}</p>
              <p className="mt-1 text-sm text-ink-2">{programme.summary[language]}</p>
              {retiredIn(programme).length > 0 && <p className="mt-1 text-sm text-no">{courses.programmeWaits(formats.list(retiredIn(programme)))}</p>}
            </div>
            <div className="flex gap-2">
              <Button size="sm" aria-label={words.edit(programme.title[language])} onClick={() => setEditing(programme)}>
                {words.change}
              </Button>
              <Button size="sm" look="quiet" aria-label={words.retireTitle(programme.title[language])} onClick={() => setRetiring(programme)}>
                {words.retire}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {editing !== null && <ProgrammeDialog programme={editing === "new" ? null : editing} courses={offering.courses} act={act} onClose={() => setEditing(null)} />}
      <ConfirmDialog open={retiring !== null} onOpenChange={(open) => !open && setRetiring(null)} title={words.retireTitle(retiring?.title[language] ?? "")} consequence={words.retireSays} action={words.retire} busy={busy} onConfirm={() => void retire()} />
    </section>
  );
}
