/** @file What a recruiter's answer offers: people for a shortlist, which waits for a yes; a draft of a letter; or people side by side. */
"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { LetterEditor } from "@/app/_components/recruiting/letter-editor";
import { Button } from "@/app/_components/ui/button";
import { INPUT, SelectField, TextField } from "@/app/_components/ui/field";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { langOf } from "@/app/_components/words";
import { messageOf } from "@/lib/browser/http";
import { listShortlists, putOnShortlist } from "@/lib/browser/recruiting";
import type { RecruitingCard as Card } from "@/lib/contracts/recruiting-chat";
import type { ShortlistView } from "@/lib/contracts/shortlists";
import { ComparisonCard } from "./comparison-card";
import { RECRUITING_CARD } from "./recruiting-card-words";

export function RecruitingCard({ card }: { card: Card }) {
  return (
    <div className="mt-4 max-w-[56rem] animate-arrive rounded-lg border border-rule-2 bg-sheet px-5 py-4">
      {card.type === "comparison" ? <ComparisonCard card={card} /> : card.type === "shortlist" ? <ShortlistOffer offer={card} /> : <LetterEditor application={card.application} kind={card.kind} language={card.language} />}
    </div>
  );
}

type Offer = Extract<Card, { type: "shortlist" }>;

/** The lists are read anew each time: what the card says is how it stands, not how it stood. */
function ShortlistOffer({ offer }: { offer: Offer }) {
  const words = useWords(RECRUITING_CARD);
  const { data, error, reload } = useResource(`shortlists:${offer.opening.id}`, (signal) => listShortlists(offer.opening.id, signal));
  if (error !== undefined) return <FailedPanel error={error} onRetry={reload} />;
  if (!data) return <WaitingRows rows={3} height={40} label={words.loading} />;
  return <Confirm offer={offer} lists={data} onChanged={reload} />;
}

const NEW = "";

function Confirm({ offer, lists, onChanged }: { offer: Offer; lists: readonly ShortlistView[]; onChanged: () => void }) {
  const words = useWords(RECRUITING_CARD);
  const [picked, setPicked] = useState(offer.list ?? lists[0]?.id ?? NEW);
  const [name, setName] = useState("");
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(Object.fromEntries(offer.people.map(({ application, reason }) => [application, reason])));
  const [state, setState] = useState<{ busy: boolean; failed: string | null }>({ busy: false, failed: null });
  const list = lists.find(({ id }) => id === picked);
  const standing = new Set(list?.entries.map(({ application }) => application) ?? []);
  const open = offer.people.filter(({ application }) => !standing.has(application));
  const isReady = open.length > 0 && open.every(({ application }) => (reasons[application] ?? "").trim() !== "") && (list !== undefined || name.trim() !== "");
  const confirm = async () => {
    setState({ busy: true, failed: null });
    try {
      await putOnShortlist(offer.opening.id, { shortlist: list?.id ?? null, name: name.trim(), entries: open.map(({ application }) => ({ application, reason: (reasons[application] ?? "").trim() })) });
      if (!list) setPicked(await newest(offer.opening.id));
      onChanged();
      setState({ busy: false, failed: null });
    } catch (error) {
      setState({ busy: false, failed: messageOf(error) });
    }
  };
  return (
    <form aria-label={words.title} onSubmit={(event) => { event.preventDefault(); void confirm(); }} className="space-y-4">
      <div className="flex flex-wrap gap-3">
        <SelectField label={words.list} value={list?.id ?? NEW} onChange={setPicked} choices={[...lists.map((one) => ({ value: one.id, label: one.name })), { value: NEW, label: words.newList }]} className="w-64" />
        {!list && <TextField label={words.name} value={name} onChange={(event) => setName(event.target.value)} className="min-w-0 flex-1" />}
      </div>
      {offer.people.map(({ application, name: person }) =>
        standing.has(application) ? (
          <p key={application} className="border-l-2 border-marker-line pl-3 text-sm">
            <span lang={langOf(person)} className="font-semibold">{person}</span> {words.isOn(list?.name ?? "")}
            <span className="block text-ink-2" lang={langOf(reasonOn(list, application))}>{reasonOn(list, application)}</span>
          </p>
        ) : (
          <label key={application} className="block text-sm font-medium">
            {words.reason(person)}
            <textarea rows={4} value={reasons[application] ?? ""} onChange={(event) => setReasons({ ...reasons, [application]: event.target.value })} className={`${INPUT} mt-1.5 py-2 font-normal`} />
          </label>
        ),
      )}
      {state.failed !== null && <p role="alert" className="text-sm text-no">{state.failed}</p>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {open.length > 0 && <Button type="submit" look="solid" disabled={state.busy || !isReady}>{words.confirm}</Button>}
        <Link href={`/jobs/${offer.opening.id}?tab=shortlists`} className="inline-flex items-center gap-1.5 text-sm font-medium underline underline-offset-4 coarse:min-h-10">
          {words.open} <ArrowRight size={14} aria-hidden />
        </Link>
      </div>
    </form>
  );
}

const reasonOn = (list: ShortlistView | undefined, application: string): string => list?.entries.find((entry) => entry.application === application)?.reason ?? "";

/** The list that was just made is the last one. */
async function newest(openingId: string): Promise<string> {
  return (await listShortlists(openingId)).at(-1)?.id ?? NEW;
}
