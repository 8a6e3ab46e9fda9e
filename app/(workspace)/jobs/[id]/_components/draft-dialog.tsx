/** @file A draft of an e-mail, made of fixed sentences and the opening's title; a person changes and sends it. */
"use client";

import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { INPUT, SelectField } from "@/app/_components/ui/field";
import { useMe } from "@/app/_components/shell/me";
import { useNotify } from "@/app/_components/ui/toasts";
import type { ApplicationView, OpeningPage } from "@/lib/contracts/recruiting";
import { RECRUITING } from "../../recruiting-words";
import { DRAFTS, type DraftKind } from "./draft-words";

export function DraftDialog({ application, opening, onClose }: { application: ApplicationView; opening: OpeningPage; onClose: () => void }) {
  const words = useWords(RECRUITING);
  const drafts = useWords(DRAFTS);
  const me = useMe();
  const language = useLanguage();
  const notify = useNotify();
  const first: DraftKind = application.stage === "rejected" ? "rejection" : "invitation";
  const facts = { name: application.person.masked ? drafts.unnamed : application.person.name, opening: opening.title, company: me.company, from: me.name };
  const [kind, setKind] = useState<DraftKind>(first);
  const [text, setText] = useState(drafts[first](facts));
  const choose = (next: DraftKind) => {
    setKind(next);
    setText(drafts[next](facts));
  };
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    notify({ text: words.copied });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.drafts} description={words.draftSays} footer={<Button look="solid" onClick={() => void copy()}>{words.copy}</Button>}>
      <SelectField label={words.drafts} hideLabel value={kind} onChange={choose} choices={(["invitation", "progress", "rejection"] as const).map((value) => ({ value, label: words.draft[value] }))} />
      <textarea aria-label={words.drafts} lang={language} rows={14} value={text} onChange={(event) => setText(event.target.value)} className={`${INPUT} mt-3 py-2`} />
    </Dialog>
  );
}
