/** @file Mentors: who offers what, best fit first, and asking one of them. */
"use client";

import { useId, useState } from "react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { INPUT, SelectField } from "@/app/_components/ui/field";
import { langOf } from "@/app/_components/words";
import { askMentor } from "@/lib/browser/growth-network";
import type { MentorChoice, MentoringView } from "@/lib/contracts/growth-network";
import { hoursText } from "../../_components/money";
import { GROWTH } from "../../_components/words";
import type { ApplyMentoring } from "./network-screen";
import { NETWORK } from "./words";

export function Mentors({ mentoring, apply }: { mentoring: MentoringView; apply: ApplyMentoring }) {
  const words = useWords(NETWORK);
  const language = useLanguage();
  const [asking, setAsking] = useState<MentorChoice | null>(null);
  const { rankedBy, mentors } = mentoring;
  const fitting = mentors.filter(({ fits }) => fits);
  const others = mentors.filter(({ fits }) => !fits);
  const list = (shown: readonly MentorChoice[]) => <MentorList mentors={shown} pairs={mentoring.pairs} onAsk={setAsking} />;
  return (
    <section aria-labelledby="mentors">
      <h2 id="mentors" className="text-lg font-semibold tracking-tight">
        {words.mentors}
      </h2>
      <p className="text-sm text-ink-3">{rankedBy.kind === "card" ? words.fitsCard : rankedBy.kind === "goal" ? words.fitsGoal(rankedBy.title?.[language] ?? "") : words.fitsNothing}</p>
      {fitting.length === 0 && rankedBy.kind !== "none" && <p className="py-4 text-base text-ink-2">{words.noMentors}</p>}
      {list(fitting)}
      {others.length > 0 && (
        <details className="mt-4 border-t border-rule" open={rankedBy.kind === "none"}>
          <summary className="py-3 text-sm font-medium">{words.otherMentors(others.length)}</summary>
          {list(others)}
        </details>
      )}
      {asking && <AskDialog mentor={asking} apply={apply} onClose={() => setAsking(null)} />}
    </section>
  );
}

interface MentorListProps {
  readonly mentors: readonly MentorChoice[];
  readonly pairs: MentoringView["pairs"];
  readonly onAsk: (mentor: MentorChoice) => void;
}

function MentorList({ mentors, pairs, onAsk }: MentorListProps) {
  const words = useWords(NETWORK);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const formats = useFormats();
  const busyWith = new Set(pairs.filter(({ role, status }) => role === "mentee" && (status === "asked" || status === "accepted")).map(({ other }) => other.id));
  return (
    <ul className="mt-2">
      {mentors.map((mentor) => (
        <li key={mentor.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-rule py-3">
          <div className="min-w-0 flex-1 basis-72">
            <h3 className="text-base font-medium">{mentor.name}</h3>
            <p className="text-xs text-ink-3">{[mentor.title, mentor.site, formats.list(mentor.languages.map((each) => terms.languages[each])), words.commonHours(hoursText(mentor.commonHours))].join(" · ")}</p>
            <p className="mt-1 text-sm">
              <span className="text-ink-3">{words.offers}: </span>
              {formats.list(mentor.offers.map(({ name }) => name[language]))}
            </p>
            {mentor.reason && <p className="text-sm text-ink-2">{mentor.reason[language]}</p>}
            {mentor.note !== "" && (
              <p lang={langOf(mentor.note)} className="mt-1 border-l-2 border-rule-2 pl-3 text-sm text-ink-2">
                {mentor.note}
              </p>
            )}
          </div>
          <Button size="sm" disabled={busyWith.has(mentor.id)} aria-label={words.askTitle(mentor.name)} onClick={() => onAsk(mentor)}>
            {busyWith.has(mentor.id) ? words.status.asked : words.ask}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function AskDialog({ mentor, apply, onClose }: { mentor: MentorChoice; apply: ApplyMentoring; onClose: () => void }) {
  const words = useWords(NETWORK);
  const language = useLanguage();
  const id = useId();
  const [skillId, setSkillId] = useState("");
  const [message, setMessage] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    if (await apply(() => askMentor({ mentorId: mentor.id, skillId: skillId === "" ? null : skillId, message: message.trim() }), words.sent(mentor.name))) onClose();
    else setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.askTitle(mentor.name)}
      footer={
        <Button look="solid" disabled={busy} onClick={() => void send()}>
          {words.send}
        </Button>
      }
    >
      <SelectField label={words.topic} value={skillId} onChange={setSkillId} choices={[{ value: "", label: words.openTopic }, ...mentor.offers.map((offer) => ({ value: offer.id, label: offer.name[language] }))]} className="mb-4" />
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {words.message}
      </label>
      <textarea id={id} rows={4} maxLength={600} value={message} placeholder={words.messageHint} onChange={(event) => setMessage(event.target.value)} className={`${INPUT} py-2`} />
    </Dialog>
  );
}
