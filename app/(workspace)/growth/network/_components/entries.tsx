/** @file Entries: communities, partners, events; nothing is shown until L&D switches it on. */
"use client";

import { useState } from "react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { SelectField, TextField } from "@/app/_components/ui/field";
import { FailedPanel } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { TERMS } from "@/app/_components/words";
import { actOnNetwork, loadNetwork } from "@/lib/browser/growth-network";
import { messageOf } from "@/lib/browser/http";
import { ENTRY_KINDS, type EntryView, type NetworkAction } from "@/lib/contracts/growth-network";
import { LinkRow } from "../../_components/link-row";
import { GRAPH } from "../graph/_components/words";
import { NETWORK } from "./words";

type Act = (action: NetworkAction) => Promise<void>;

export function Entries() {
  const words = useWords(NETWORK);
  const notify = useNotify();
  const graph = useWords(GRAPH);
  const network = useResource("growth network", loadNetwork);
  const { data } = network;
  const act: Act = async (action) => {
    try {
      const next = await actOnNetwork(action);
      network.change(() => next);
      notify({ text: words.done });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };
  if (network.error !== undefined) return <FailedPanel error={network.error} onRetry={network.reload} />;
  // What is off does not exist for those who cannot switch it on.
  if (!data || (!data.on && !data.mayManage)) return null;
  return (
    <section aria-labelledby="entries">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="entries" className="text-lg font-semibold tracking-tight">
          {words.community}
        </h2>
        {data.mayManage && (
          <Button size="sm" onClick={() => void act({ do: "switch", on: !data.on })}>
            {data.on ? words.switchOff : words.switchOn}
          </Button>
        )}
      </div>
      {data.on ? (
        <LinkRow href="/growth/network/graph" title={graph.title} says={graph.summary} className="mt-3 border-t" />
      ) : (
        <p className="text-sm text-ink-3">{words.off}</p>
      )}
      <ul className="mt-2">
        {data.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} isOn={data.on} mayManage={data.mayManage} act={act} />
        ))}
      </ul>
      {data.mayManage && <AddEntry act={act} />}
    </section>
  );
}

function Entry({ entry, isOn, mayManage, act }: { entry: EntryView; isOn: boolean; mayManage: boolean; act: Act }) {
  const words = useWords(NETWORK);
  const terms = useWords(TERMS);
  const language = useLanguage();
  const formats = useFormats();
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-rule py-3">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="text-base font-medium">
          {entry.link === "" ? (
            entry.title[language]
          ) : (
            <a href={entry.link} rel="noreferrer" target="_blank" className="underline underline-offset-4">
              {entry.title[language]}
            </a>
          )}
        </h3>
        <p className="text-xs text-ink-3">{[words.kind[entry.kind], entry.site, entry.startsOn && formats.day(entry.startsOn), entry.members === null ? words.fewMembers : words.members(entry.members)].filter(Boolean).join(" · ")}</p>
        <p className="mt-1 max-w-2xl text-sm text-ink-2">
          {entry.about[language]}
          {entry.fits && <span className="text-ink-3"> {entry.fits[language]}</span>}
        </p>
      </div>
      <div className="flex gap-2">
        {isOn && (
          <Button size="sm" aria-label={terms.doTo(entry.joined ? words.leave : words.join, entry.title[language])} onClick={() => void act({ do: "join", id: entry.id, joined: !entry.joined })}>
            {entry.joined ? words.leave : words.join}
          </Button>
        )}
        {mayManage && (
          <Button size="sm" look="quiet" aria-label={terms.doTo(words.remove, entry.title[language])} onClick={() => void act({ do: "remove", id: entry.id })}>
            {words.remove}
          </Button>
        )}
      </div>
    </li>
  );
}

function AddEntry({ act }: { act: Act }) {
  const words = useWords(NETWORK);
  const [kind, setKind] = useState<EntryView["kind"]>("community");
  const [title, setTitle] = useState("");
  const [about, setAbout] = useState("");
  const [link, setLink] = useState("");
  const [site, setSite] = useState("");
  const [startsOn, setStartsOn] = useState("");
  const add = async () => {
    await act({ do: "add", kind, title: title.trim(), about: about.trim(), link: link.trim(), site: site.trim(), startsOn: startsOn === "" ? null : startsOn });
    setTitle("");
    setAbout("");
    setLink("");
    setSite("");
    setStartsOn("");
  };
  return (
    <details className="border-t border-rule pt-2">
      <summary className="py-2 text-sm font-medium">{words.add}</summary>
      <form
        className="grid gap-3 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <SelectField label={words.entryKind} value={kind} onChange={setKind} choices={ENTRY_KINDS.map((value) => ({ value, label: words.kind[value] }))} />
        <TextField label={words.entryTitle} value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
        <TextField label={words.about} value={about} maxLength={600} onChange={(event) => setAbout(event.target.value)} />
        <TextField label={words.link} value={link} type="url" onChange={(event) => setLink(event.target.value)} />
        <TextField label={words.entrySite} value={site} maxLength={80} onChange={(event) => setSite(event.target.value)} />
        <TextField label={words.day} value={startsOn} type="date" onChange={(event) => setStartsOn(event.target.value)} />
        <Button type="submit" className="self-end" disabled={title.trim().length < 2}>
          {words.add}
        </Button>
      </form>
    </details>
  );
}
