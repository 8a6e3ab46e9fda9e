/** @file Meeting: when the two of a pair talk next, in both their times; arranging or moving it; the calendar file. */
"use client";

import { CalendarDays } from "lucide-react";
import { useId, useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check, Group, TextField } from "@/app/_components/ui/field";
import { actOnPair, meetingHref } from "@/lib/browser/growth-network";
import type { PairView } from "@/lib/contracts/growth-network";
import type { ApplyMentoring } from "./network-screen";
import { NETWORK } from "./words";

type Meets = NonNullable<PairView["meeting"]>;
interface MeetingProps {
  readonly pair: PairView;
  readonly meeting: Meets;
  readonly apply: ApplyMentoring;
}

export function Meeting({ pair, meeting, apply }: MeetingProps) {
  const words = useWords(NETWORK);
  const language = useLanguage();
  const [arranging, setArranging] = useState(false);
  const timeIn = useTimes();
  return (
    <div className="mt-2">
      {meeting.at !== null && (
        <p className="text-sm tabular">
          <span className="font-medium">{timeIn(meeting.at, meeting.zone)}</span>
          {meeting.theirZone !== meeting.zone && <span className="text-ink-3">{` · ${words.theirTime(pair.other.site, timeIn(meeting.at, meeting.theirZone))}`}</span>}
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" look={meeting.at === null ? "solid" : "outline"} onClick={() => setArranging(true)}>
          {meeting.at === null ? words.arrange : words.move}
        </Button>
        {meeting.at !== null && (
          <a href={meetingHref(pair.id, language)} className="inline-flex h-8 items-center gap-1.5 rounded-md border border-rule-2 bg-sheet px-2.5 text-sm font-medium hover:border-ink-3 hover:bg-press coarse:min-h-10">
            <CalendarDays size={14} aria-hidden /> {words.ics}
          </a>
        )}
      </div>
      {arranging && <ArrangeDialog pair={pair} meeting={meeting} apply={apply} onClose={() => setArranging(false)} />}
    </div>
  );
}

function ArrangeDialog({ pair, meeting, apply, onClose }: MeetingProps & { readonly onClose: () => void }) {
  const words = useWords(NETWORK);
  const timeIn = useTimes();
  const name = useId();
  const [chosen, setChosen] = useState<string | null>(meeting.proposed[0] ?? null);
  const [own, setOwn] = useState("");
  const [busy, setBusy] = useState(false);
  const at = chosen ?? (own === "" ? null : new Date(own).toISOString());
  const save = async () => {
    if (at === null) return;
    setBusy(true);
    if (await apply(() => actOnPair(pair.id, { meetsAt: at }), words.arranged(pair.other.name))) onClose();
    else setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.arrangeWith(pair.other.name)}
      description={words.arrangeSays}
      footer={
        <Button look="solid" disabled={busy || at === null} onClick={() => void save()}>
          {words.arrangeSave}
        </Button>
      }
    >
      <Group legend={words.proposedTimes}>
        {meeting.proposed.length === 0 && <p className="text-sm text-ink-2">{words.noCommonTime}</p>}
        {meeting.proposed.map((each) => (
          <Check key={each} type="radio" name={name} checked={chosen === each} onChange={() => setChosen(each)} label={timeIn(each, meeting.zone)} help={meeting.theirZone === meeting.zone ? undefined : words.theirTime(pair.other.site, timeIn(each, meeting.theirZone))} />
        ))}
        <Check type="radio" name={name} checked={chosen === null} onChange={() => setChosen(null)} label={words.anotherTime} />
      </Group>
      {chosen === null && <TextField label={words.yourTime} type="datetime-local" value={own} onChange={(event) => setOwn(event.target.value)} className="mt-2" />}
    </Dialog>
  );
}

/** Weekday, day and time of an instant in a time zone, in the interface's language. */
function useTimes(): (iso: string, timeZone: string) => string {
  const language = useLanguage();
  return (iso, timeZone) => new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(new Date(iso));
}
