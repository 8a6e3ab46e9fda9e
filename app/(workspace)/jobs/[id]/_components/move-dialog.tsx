/** @file Moving one person to another stage; turning down has its reason prefilled with what was not found. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { INPUT, SelectField, TextField } from "@/app/_components/ui/field";
import { TERMS } from "@/app/_components/words";
import { moveApplication } from "@/lib/browser/recruiting";
import type { ApplicationView } from "@/lib/contracts/recruiting";
import { STAGES, type Stage } from "@/lib/contracts/recruiting-words";
import { RECRUITING } from "../../recruiting-words";
import { useAct } from "./use-act";

export interface Destination {
  readonly application: ApplicationView;
  readonly to: Stage;
}

interface MoveDialogProps extends Destination {
  /** One of several that are gone through one by one: its place, and leaving it as it is. */
  readonly queue?: { readonly at: number; readonly of: number; readonly onSkip: () => void } | null;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

/** With a prefilled reason the action has the focus: Enter is one key per person, and a person reads each. */
export function MoveDialog({ application, to: first, queue = null, onClose, onMoved }: MoveDialogProps) {
  const words = useWords(RECRUITING);
  const terms = useWords(TERMS);
  const [to, setTo] = useState<Stage>(first);
  const unmet = application.card?.mustHaves.filter(({ met }) => !met).map(({ requirement }) => requirement) ?? [];
  const [reason, setReason] = useState(first === "rejected" && unmet.length > 0 ? words.unmet(unmet.join("; ")) : "");
  const [startsOn, setStartsOn] = useState("");
  const [busy, act] = useAct();
  const move = () =>
    act(async () => {
      await moveApplication(application.id, { from: application.stage, to, reason, ...(to === "hired" && startsOn !== "" ? { startsOn } : {}) });
      onMoved();
      if (!queue) onClose();
    }, words.moved(application.person.name, words.stage[to]));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={application.person.name}
      {...(queue ? { description: words.oneOf(queue.at, queue.of) } : {})}
      width="30rem"
      footer={
        <>
          <Button onClick={onClose}>{terms.cancel}</Button>
          {queue && <Button disabled={busy} onClick={queue.onSkip}>{words.skip}</Button>}
          <Button data-first-focus={to === "rejected" && reason !== "" ? "" : undefined} look={to === "rejected" ? "danger" : "solid"} disabled={busy || (to === "rejected" && reason.trim() === "")} onClick={() => void move()}>{to === "rejected" ? words.stage.rejected : words.moveTo(words.stage[to])}</Button>
        </>
      }
    >
      <div className="space-y-4">
        <SelectField label={words.stageHead} value={to} onChange={setTo} choices={STAGES.filter((stage) => stage !== application.stage).map((value) => ({ value, label: words.stage[value] }))} />
        <label className="block text-sm font-medium">
          {words.reason}
          <textarea rows={4} value={reason} onChange={(event) => setReason(event.target.value)} className={`${INPUT} mt-1.5 py-2 font-normal`} />
          <span className="mt-1.5 block text-xs font-normal text-ink-3">{words.reasonHelp}</span>
        </label>
        {to === "hired" && <TextField label={words.startsOn} type="date" value={startsOn} onChange={(event) => setStartsOn(event.target.value)} />}
      </div>
    </Dialog>
  );
}
