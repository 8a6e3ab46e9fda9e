/** @file Other résumés that may be this person's: the reasons with their places, a human's decision, and its undoing. */
"use client";

import Link from "next/link";
import { useState } from "react";
import { decideSamePerson } from "@/lib/browser/person-page";
import type { CandidateProfile, OtherResume } from "@/lib/contracts/candidate-profile";
import { useFormats, useWords } from "../language/language";
import { Button } from "../ui/button";
import { FailedPanel } from "../ui/states";
import { useNotify } from "../ui/toasts";
import { langOf } from "../words";
import { FactLink, type ResumeOf } from "./fact-link";
import { PERSON } from "./words";

interface SamePersonProps {
  readonly page: CandidateProfile;
  readonly resume: ResumeOf;
  readonly onChanged: (page: CandidateProfile) => void;
}

export function SamePerson({ page, resume, onChanged }: SamePersonProps) {
  const words = useWords(PERSON);
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const decide = async (other: OtherResume, verdict: "same" | "different" | null) => {
    setBusy(true);
    setError(undefined);
    try {
      onChanged(await decideSamePerson(page.documentId, { other: other.documentId, verdict }));
      notify({ text: words.decided[verdict ?? "open"] });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  if (page.others.length === 0) return null;
  return (
    <div className="mb-6 space-y-2">
      {error !== undefined && <FailedPanel error={error} />}
      {page.others.map((other) => (
        <Other key={other.documentId} other={other} resume={resume} busy={busy} onDecide={(verdict) => void decide(other, verdict)} />
      ))}
    </div>
  );
}

interface OtherProps {
  readonly other: OtherResume;
  readonly resume: ResumeOf;
  readonly busy: boolean;
  readonly onDecide: (verdict: "same" | "different" | null) => void;
}

function Other({ other, resume, busy, onDecide }: OtherProps) {
  const words = useWords(PERSON);
  const formats = useFormats();
  const name = other.name ?? other.source;
  const decided = other.decided;
  const title = decided === null ? words.mayBe(name) : decided.verdict === "same" ? words.isSame(name) : words.isOther(name);
  return (
    <section aria-label={title} className="flex flex-wrap items-start gap-x-4 gap-y-2 border-l-2 border-rule-2 bg-desk px-4 py-2.5 text-sm">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="font-medium">{title}</h2>
        <p className="text-ink-2">
          <Link href={`/candidates/${other.documentId}`} lang={langOf(other.headline ?? other.source)} className="underline decoration-rule-2 underline-offset-4 hover:decoration-ink">
            {other.headline ?? other.source}
          </Link>
          <span className="text-ink-3"> · {words.added(formats.day(other.addedAt))}</span>
        </p>
        <ul className="mt-1 space-y-0.5">
          {other.reasons.map((reason) => (
            <li key={reason.kind} className="flex flex-wrap items-baseline gap-x-3 text-ink-2">
              <FactLink resume={resume} span={reason.here} value={words.reason[reason.kind]} />
              <FactLink resume={{ documentId: other.documentId, title: name }} span={reason.there} value={words.seeThere} className="text-ink-3" />
            </li>
          ))}
        </ul>
      </div>
      {decided === null ? (
        <div className="flex gap-2">
          <Button size="sm" disabled={busy} onClick={() => onDecide("same")}>
            {words.sameSay}
          </Button>
          <Button size="sm" disabled={busy} onClick={() => onDecide("different")}>
            {words.otherSay}
          </Button>
        </div>
      ) : (
        <div className="flex items-center gap-3 text-xs text-ink-3">
          {words.saidBy(decided.by ?? words.someone, formats.day(decided.at))}
          <Button size="sm" look="quiet" disabled={busy} onClick={() => onDecide(null)}>
            {words.undo}
          </Button>
        </div>
      )}
    </section>
  );
}
