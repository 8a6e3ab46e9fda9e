/** @file Settings of an opening: state, hidden names, who works on it, what scores are made with, the evidence pack. */
"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { useState, type ReactNode } from "react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { SelectField, TextField } from "@/app/_components/ui/field";
import { TERMS } from "@/app/_components/words";
import { changeMember, changeOpening, evidenceAddress } from "@/lib/browser/recruiting";
import type { OpeningPage } from "@/lib/contracts/recruiting";
import { OPEN_STAGES, OPENING_STATES, type OpenStage } from "@/lib/contracts/recruiting-words";
import { RECRUITING } from "../../recruiting-words";
import { RescoreDialog } from "./rescore-dialog";
import { useAct } from "./use-act";

export function SettingsTab({ opening, onChanged }: { opening: OpeningPage; onChanged: () => void }) {
  const words = useWords(RECRUITING);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const language = useLanguage();
  const [scoring, setScoring] = useState(false);
  const [invited, setInvited] = useState("");
  const [, act] = useAct();
  const set = (change: Parameters<typeof changeOpening>[1]) => void act(async () => { await changeOpening(opening.documentId, change); onChanged(); }, words.changed);
  const member = (userId: string, isMember: boolean) => void act(async () => { await changeMember(opening.documentId, { userId, member: isMember }); onChanged(); }, words.changed);
  const others = opening.recruiters.filter(({ userId }) => !opening.members.some((one) => one.userId === userId));
  const pinned = opening.pinned ?? opening.current;
  return (
    <div className="hairline-scroll min-h-0 flex-1 overflow-auto px-5 py-5 sm:px-8">
      <div className="max-w-[44rem] space-y-8">
        <div className="grid gap-4 sm:grid-cols-3">
          <SelectField label={words.stateLabel} value={opening.state} onChange={(state) => set({ state })} choices={OPENING_STATES.map((value) => ({ value, label: words.state[value] }))} />
          <SelectField label={words.blind} value={opening.blindUntil ?? ""} onChange={(value: OpenStage | "") => set({ blindUntil: value === "" ? null : value })} choices={[{ value: "" as const, label: words.never }, ...OPEN_STAGES.slice(1).map((value) => ({ value, label: words.until(words.stage[value]) }))]} />
          <TextField label={words.seatsLabel} type="number" min={1} max={500} defaultValue={opening.seats} onBlur={(event) => { const seats = Number(event.target.value); if (seats >= 1 && seats !== opening.seats) set({ seats }); }} />
        </div>
        <Part title={words.team} says={words.teamSays}>
          <ul className="text-sm">
            {opening.members.map(({ userId, name }) => (
              <li key={userId} className="flex h-10 items-center gap-3 border-b border-rule">
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <Button size="sm" look="quiet" aria-label={words.takeOff(name)} onClick={() => member(userId, false)}>{words.end}</Button>
              </li>
            ))}
          </ul>
          {others.length > 0 && (
            <div className="mt-3 flex items-end gap-2">
              <SelectField label={words.letIn} value={invited} onChange={setInvited} choices={[{ value: "", label: terms.nobodyChosen }, ...others.map(({ userId, name }) => ({ value: userId, label: name }))]} className="w-64" />
              <Button className="h-10" disabled={invited === ""} onClick={() => { member(invited, true); setInvited(""); }}>{words.letIn}</Button>
            </div>
          )}
        </Part>
        <Part title={words.managers} says={words.managersSays}>
          <ul className="text-sm">{opening.hiringManagers.map(({ userId, name, until }) => <li key={userId}>{words.shared(name, formats.day(until))}</li>)}</ul>
          <Link href="/people" className="text-sm underline underline-offset-4">{words.managersOpen}</Link>
        </Part>
        <Part title={words.versions} says={words.pinnedSays}>
          <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-y-1 text-sm tabular">
            {([[words.ruleset, pinned.ruleset], [words.model, pinned.encoder ?? "–"], [words.taxonomy, pinned.taxonomy], [words.scorer, pinned.scorer], [words.tagger, pinned.tagger ?? "–"]] as const).map(([name, value]) => (
              <div key={name} className="contents"><dt className="text-ink-3">{name}</dt><dd className="truncate">{value}</dd></div>
            ))}
          </dl>
          <Button className="mt-3" onClick={() => setScoring(true)}>{words.scoreAnew}</Button>
        </Part>
        <Part title={words.evidence} says={words.evidenceSays}>
          <a href={evidenceAddress(opening.documentId, language)} download className="inline-flex h-9 items-center gap-1.5 rounded-md border border-rule-2 bg-sheet px-3.5 text-sm font-medium hover:bg-press"><Download size={14} aria-hidden /> {words.evidence}</a>
          {(opening.run?.number ?? 0) > 1 && (
            <p className="mt-3 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
              <span className="text-ink-3">{words.evidenceOf}</span>
              {Array.from({ length: opening.run?.number ?? 0 }, (_, i) => <a key={i} href={evidenceAddress(opening.documentId, language, i + 1)} download className="underline underline-offset-4 coarse:py-2">{words.scoringNumber(i + 1)}</a>)}
            </p>
          )}
        </Part>
      </div>
      {scoring && <RescoreDialog openingId={opening.documentId} onClose={() => setScoring(false)} onScored={onChanged} />}
    </div>
  );
}

const Part = ({ title, says, children }: { title: string; says: string; children: ReactNode }) => (
  <section>
    <h2 className="text-base font-semibold">{title}</h2>
    <p className="mb-2 text-sm text-ink-3">{says}</p>
    {children}
  </section>
);
