/** @file What was understood of an opening, as chips with their source line, and its correction: every change becomes a label. */
"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button, IconButton } from "@/app/_components/ui/button";
import { TextField } from "@/app/_components/ui/field";
import { langOf } from "@/app/_components/words";
import { correctRequirements } from "@/lib/browser/recruiting";
import type { OpeningPage, RequirementView } from "@/lib/contracts/recruiting";
import { RECRUITING } from "../../recruiting-words";
import { useAct } from "./use-act";

interface Added {
  readonly text: string;
  readonly mustHave: boolean;
}

export function RequirementsTab({ opening, onChanged }: { opening: OpeningPage; onChanged: () => void }) {
  const words = useWords(RECRUITING);
  const [kept, setKept] = useState<readonly RequirementView[]>(opening.requirements);
  const [added, setAdded] = useState<readonly Added[]>([]);
  const [text, setText] = useState("");
  const [pointed, setPointed] = useState<RequirementView["source"]>(null);
  const [busy, act] = useAct();
  const before = new Map(opening.requirements.map((one) => [one.id, JSON.stringify(one)]));
  const changes = kept.filter((one) => before.get(one.id) !== JSON.stringify(one)).length + (opening.requirements.length - kept.length) + added.length;
  const change = (id: string, patch: Partial<RequirementView>) => setKept(kept.map((one) => (one.id === id ? { ...one, ...patch } : one)));
  const save = () => act(async () => { await correctRequirements(opening.documentId, { revision: opening.revision, requirements: [...kept, ...added] }); onChanged(); }, words.saved);
  const groups = [{ name: words.must, list: kept.filter(({ mustHave }) => mustHave) }, { name: words.nice, list: kept.filter(({ mustHave }) => !mustHave) }];
  return (
    <div className="hairline-scroll grid min-h-0 flex-1 gap-8 overflow-auto px-5 py-4 sm:px-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <section aria-label={words.understood}>
        <p className="max-w-[44rem] text-sm text-ink-2">{words.understoodSays}</p>
        {groups.map(({ name, list }) => (
          <div key={name} className="mt-4">
            <h2 className="label">{name}</h2>
            <ul className="mt-1 border-t border-rule">
              {list.map((one) => (
                <Requirement key={one.id} one={one} opening={opening} onChange={(patch) => change(one.id, patch)} onRemove={() => setKept(kept.filter(({ id }) => id !== one.id))} onPoint={setPointed} />
              ))}
            </ul>
          </div>
        ))}
        {added.length > 0 && (
          <ul className="mt-3 flex flex-wrap gap-2">
            {added.map((one) => (
              <li key={one.text} className="inline-flex items-center gap-1.5 rounded-md border border-ink-3 px-2 py-1 text-sm">
                <span lang={langOf(one.text)}>{one.text}</span>
                <button type="button" aria-label={words.remove(one.text)} onClick={() => setAdded(added.filter((other) => other !== one))}><X size={13} /></button>
              </li>
            ))}
          </ul>
        )}
        <form className="mt-4 flex max-w-[36rem] items-end gap-2" onSubmit={(event) => { event.preventDefault(); if (text.trim() !== "") setAdded([...added, { text: text.trim(), mustHave: true }]); setText(""); }}>
          <TextField label={words.addRequirement} placeholder={words.addPlaceholder} value={text} onChange={(event) => setText(event.target.value)} className="flex-1" />
          <Button type="submit" className="h-10" disabled={text.trim().length < 2}>{words.addRequirement}</Button>
        </form>
        {changes > 0 && (
          <div className="sticky bottom-0 mt-6 flex flex-wrap items-center gap-3 border-t border-rule bg-paper py-3">
            <span className="text-sm tabular">{words.corrections(changes)}</span>
            <Button look="solid" disabled={busy} onClick={() => void save()}>{words.saveCorrections}</Button>
            <Button look="quiet" onClick={() => { setKept(opening.requirements); setAdded([]); }}>{words.discard}</Button>
          </div>
        )}
      </section>
      <SourceText text={opening.text} requirements={kept} pointed={pointed} />
    </div>
  );
}

interface RequirementProps {
  readonly one: RequirementView;
  readonly opening: OpeningPage;
  readonly onChange: (patch: Partial<RequirementView>) => void;
  readonly onRemove: () => void;
  readonly onPoint: (span: RequirementView["source"]) => void;
}

function Requirement({ one, opening, onChange, onRemove, onPoint }: RequirementProps) {
  const words = useWords(RECRUITING);
  const language = useLanguage();
  const suggested = opening.suggested.find(({ id }) => id === one.id)?.weight;
  const nameOf = (id: string) => opening.skillNames[id]?.[language] ?? id;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule py-2" onMouseEnter={() => onPoint(one.source)} onMouseLeave={() => onPoint(null)} onFocus={() => onPoint(one.source)}>
      <div className="min-w-0 flex-1 basis-56">
        <span lang={langOf(one.text)} className="font-medium">{one.text}</span>
        <span className="flex flex-wrap items-center gap-1 text-xs text-ink-3">
          {words.kind[one.kind]}
          {one.source === null && <span>· {words.addedByYou}</span>}
          {one.any.length > 0 && <span>· {one.any.length > 1 ? words.anyOf : ""}</span>}
          {one.any.map((id) => (
            <span key={id} className="inline-flex items-center gap-1 rounded-md border border-rule-2 px-1.5 text-ink-2">
              {nameOf(id)}
              {one.any.length > 1 && <button type="button" aria-label={words.remove(nameOf(id))} onClick={() => onChange({ any: one.any.filter((other) => other !== id) })}><X size={11} /></button>}
            </span>
          ))}
        </span>
      </div>
      <label className="flex items-center gap-2 text-xs text-ink-3">
        <span className="sr-only">{`${words.weight}: ${one.text}`}</span>
        <input type="range" min={0} max={100} step={5} value={one.weight} onChange={(event) => onChange({ weight: Number(event.target.value) })} className="w-24 accent-ink" />
        <span className="w-7 text-right text-sm text-ink tabular">{one.weight}</span>
        <span className={clsx("w-20 tabular", suggested === one.weight && "invisible")}>{suggested !== undefined && words.suggestedWeight(suggested)}</span>
      </label>
      <Button size="sm" look="quiet" onClick={() => onChange({ mustHave: !one.mustHave })}>{one.mustHave ? words.makeNice : words.makeMust}</Button>
      <IconButton size="sm" label={words.remove(one.text)} icon={<X size={14} />} onClick={onRemove} />
    </li>
  );
}

/** The opening's text with what was understood underlined, and the one under the pointer marked. */
function SourceText({ text, requirements, pointed }: { text: string; requirements: readonly RequirementView[]; pointed: RequirementView["source"] }) {
  const spans = requirements.flatMap(({ source }) => (source ? [source] : [])).sort((a, b) => a.start - b.start);
  const pieces: { text: string; span: RequirementView["source"] }[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    pieces.push({ text: text.slice(at, span.start), span: null }, { text: text.slice(span.start, span.end), span });
    at = span.end;
  }
  pieces.push({ text: text.slice(at), span: null });
  return (
    <article lang={langOf(text)} className="font-serif text-base leading-7 whitespace-pre-line text-ink-2">
      {pieces.map((piece, i) => (piece.span ? <span key={i} className={clsx("text-ink", piece.span.start === pointed?.start ? "bg-marker" : "marked")}>{piece.text}</span> : <span key={i}>{piece.text}</span>))}
    </article>
  );
}
