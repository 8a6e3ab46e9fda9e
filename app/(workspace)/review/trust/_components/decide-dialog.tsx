/** @file Deciding one disagreement: what each reviewer said of each passage, under letters, and what holds from now on. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check, SelectField } from "@/app/_components/ui/field";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { loadDisagreement, sendReference } from "@/lib/browser/review";
import { messageOf } from "@/lib/browser/http";
import { REVIEW_KEYS, REVIEW_VERDICTS, type Grade, type ReviewVerdict } from "@/lib/contracts/review";
import type { DisagreementView } from "@/lib/contracts/review-trust";
import { GradeButtons } from "../../_components/grade-buttons";
import { TRUST_WORDS } from "./words";

interface DecideDialogProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onDecided: () => void;
}

export function DecideDialog({ id, onClose, onDecided }: DecideDialogProps) {
  const words = useWords(TRUST_WORDS);
  const view = useResource(`disagreement:${id}`, (signal) => loadDisagreement(id, signal));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.decideTitle} description={view.data?.item.question} width="52rem">
      {view.error !== undefined && <FailedPanel error={view.error} onRetry={view.reload} />}
      {!view.data && view.error === undefined && <WaitingRows rows={5} height={56} label={words.loading} />}
      {view.data && (
        <Decision
          view={view.data}
          onDone={() => {
            onDecided();
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

function Decision({ view, onDone }: { view: DisagreementView; onDone: () => void }) {
  const words = useWords(TRUST_WORDS);
  const notify = useNotify();
  const { item, judgements } = view;
  const [verdict, setVerdict] = useState<ReviewVerdict>(judgements[0]?.verdict ?? "graded");
  const [grades, setGrades] = useState<ReadonlyMap<string, Grade>>(() => agreedGrades(view));
  const [gold, setGold] = useState(false);
  const judged = item.passages.filter((passage) => judgements.some((judgement) => judgement.grades.some((grade) => grade.chunkId === passage.chunkId)));
  const save = async () => {
    try {
      await sendReference(item.id, { verdict, grades: verdict === "graded" ? [...grades.values()] : [...grades.values()].filter((grade) => grade.relevance < 2), gold });
      notify({ text: words.decided });
      onDone();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };
  return (
    <>
      <ul className="mb-3 text-sm text-ink-2">
        {judgements.map((judgement) => (
          <li key={judgement.reviewer}>
            {words.saidBy(judgement.reviewer, judgement.isMe)}: {words.verdict[judgement.verdict]}
            {judgement.note && ` · “${judgement.note}”`}
          </li>
        ))}
      </ul>
      <ul className="border-t border-rule">
        {judged.map((passage) => (
          <li key={passage.chunkId} className="border-b border-rule py-2">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <p lang={passage.language} className="min-w-0 flex-1 text-sm font-medium">{[passage.title, passage.headings.at(-1)].filter((part, i, all) => part && all.indexOf(part) === i).join(" › ")}</p>
              <p className="text-sm text-ink-3 tabular">
                {judgements.map((judgement) => `${judgement.reviewer} ${judgement.grades.find((grade) => grade.chunkId === passage.chunkId)?.relevance ?? "–"}`).join(" · ")}
              </p>
              <GradeButtons passage={passage} grade={grades.get(passage.chunkId)} keys={REVIEW_KEYS} onGrade={(relevance) => setGrades(new Map(grades).set(passage.chunkId, { chunkId: passage.chunkId, relevance, span: null, found: false }))} />
            </div>
            <p lang={passage.language} className="mt-1 line-clamp-3 font-serif text-sm text-ink-2">{passage.text}</p>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap items-end gap-4">
        <SelectField label={words.verdictLabel} value={verdict} onChange={setVerdict} choices={REVIEW_VERDICTS.map((value) => ({ value, label: words.verdict[value] }))} className="w-56" />
        <Check checked={gold} onChange={setGold} label={words.alsoGold} />
        <Button look="solid" className="ml-auto" onClick={() => void save()} disabled={verdict === "graded" && grades.size === 0}>
          {words.save}
        </Button>
      </div>
    </>
  );
}

/** What all who graded a passage agree on; the others are left to decide. */
function agreedGrades({ judgements }: DisagreementView): Map<string, Grade> {
  const agreed = new Map<string, Grade>();
  for (const grade of judgements.flatMap((judgement) => judgement.grades)) {
    const others = judgements.flatMap((judgement) => judgement.grades.filter((other) => other.chunkId === grade.chunkId));
    if (others.every((other) => other.relevance === grade.relevance)) agreed.set(grade.chunkId, { ...grade, found: false });
  }
  return agreed;
}
