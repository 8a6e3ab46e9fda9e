/** @file What was understood of an opening, as chips with their source line, and its correction: every change becomes a label. */
"use client";

import clsx from "clsx";
import { Plus, X } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button, IconButton } from "@/app/_components/ui/button";
import { INPUT, SelectField, TextField } from "@/app/_components/ui/field";
import { langOf, TERMS } from "@/app/_components/words";
import { correctRequirements } from "@/lib/browser/recruiting";
import type { OpeningPage, RequirementView } from "@/lib/contracts/recruiting";
import { RECRUITING } from "../../recruiting-words";
import { Kind, Level, LEVELLED } from "./requirement-kind";
import { useAct } from "./use-act";

interface Added {
  readonly text: string;
  readonly mustHave: boolean;
  /** Ids of what it joins; absent: typed. */
  readonly join?: readonly string[];
}

/** As it is shown: with words that will do as well, which the server looks up. */
type Edited = RequirementView & { readonly alternatives?: readonly string[] };

export function RequirementsTab({ opening, onChanged }: { opening: OpeningPage; onChanged: () => void }) {
  const words = useWords(RECRUITING);
  const [kept, setKept] = useState<readonly Edited[]>(opening.requirements);
  const [added, setAdded] = useState<readonly Added[]>([]);
  const [draft, setDraft] = useState<Added>({ text: "", mustHave: true });
  const [pointed, setPointed] = useState<RequirementView["source"]>(null);
  const [busy, act] = useAct();
  const before = new Map(opening.requirements.map((one) => [one.id, JSON.stringify(one)]));
  const changes = kept.filter((one) => before.get(one.id) !== JSON.stringify(one)).length + (opening.requirements.length - kept.length) + added.length;
  const change = (id: string, patch: Partial<Edited>) => setKept(kept.map((one) => (one.id === id ? { ...one, ...patch } : one)));
  const save = () => act(async () => { await correctRequirements(opening.documentId, { revision: opening.revision, requirements: [...kept.map((one) => ({ ...one, ...(one.alternatives ? { alternatives: [...one.alternatives] } : {}) })), ...added.map(({ text, mustHave, join }) => (join ? { join: [...join], mustHave } : { text, mustHave }))] }); onChanged(); }, words.saved);
  const join = (one: Edited, next: Edited) => {
    setKept(kept.filter(({ id }) => id !== one.id && id !== next.id));
    setAdded([...added, { text: opening.text.slice(one.source?.start, next.source?.end), mustHave: one.mustHave, join: [one.id, next.id] }]);
  };
  /** What stands apart again has its place and its settings from before. */
  const takeBack = (one: Added) => {
    setAdded(added.filter((other) => other !== one));
    setKept(opening.requirements.flatMap((stored) => kept.find(({ id }) => id === stored.id) ?? (one.join?.includes(stored.id) ? [stored] : [])));
  };
  const groups = [{ name: words.must, list: kept.filter(({ mustHave }) => mustHave) }, { name: words.nice, list: kept.filter(({ mustHave }) => !mustHave) }];
  return (
    <div className="hairline-scroll grid min-h-0 flex-1 gap-8 overflow-auto px-5 py-4 sm:px-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <section aria-label={words.understood}>
        <p className="max-w-[44rem] text-sm text-ink-2">{words.understoodSays}<Link href="/jobs/skills" className="underline decoration-rule-2 underline-offset-4 hover:decoration-ink">{words.companySkills}</Link>{words.understoodEnd}</p>
        {groups.map(({ name, list }) => (
          <div key={name} className="mt-4">
            <h2 className="label">{name}</h2>
            <ul className="mt-1 border-t border-rule">
              {list.map((one) => (
                <Requirement key={one.id} one={one} opening={opening} onChange={(patch) => change(one.id, patch)} onRemove={() => setKept(kept.filter(({ id }) => id !== one.id))} next={nextOnLine(one, kept, opening.text)} onJoin={join} onPoint={setPointed} />
              ))}
            </ul>
          </div>
        ))}
        {added.length > 0 && (
          <ul className="mt-3 flex flex-wrap gap-2">
            {added.map((one) => (
              <li key={one.text} className="inline-flex items-center gap-1.5 rounded-md border border-ink-3 px-2 py-1 text-sm">
                <span lang={langOf(one.text)}>{one.text}</span>
                <span className="text-xs text-ink-3">{one.mustHave ? words.must : words.nice}</span>
                <button type="button" aria-label={words.remove(one.text)} className="coarse:p-2" onClick={() => takeBack(one)}><X size={13} /></button>
              </li>
            ))}
          </ul>
        )}
        <form
          className="mt-4 flex max-w-[44rem] flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.text.trim() !== "") setAdded([...added, { ...draft, text: draft.text.trim() }]);
            setDraft({ ...draft, text: "" });
          }}
        >
          <TextField label={words.addRequirement} placeholder={words.addPlaceholder} value={draft.text} onChange={(event) => setDraft({ ...draft, text: event.target.value })} className="min-w-0 flex-1 basis-56" />
          <SelectField label={words.asked} value={draft.mustHave ? "must" : "nice"} onChange={(value: "must" | "nice") => setDraft({ ...draft, mustHave: value === "must" })} choices={[{ value: "must", label: words.must }, { value: "nice", label: words.nice }]} className="w-40" />
          <Button type="submit" className="h-10" disabled={draft.text.trim().length < 2}>{words.addRequirement}</Button>
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

/** What was read next from the same line of the opening. */
function nextOnLine(one: Edited, all: readonly Edited[], text: string): Edited | null {
  const { source } = one;
  if (source === null) return null;
  const behind = all.filter((other) => other.source !== null && other.source.start >= source.end).sort((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0))[0];
  return behind?.source && !text.slice(source.start, behind.source.end).includes("\n") ? behind : null;
}

/** Kinds of which one may stand for another. */
const ALTERED: ReadonlySet<RequirementView["kind"]> = new Set(["skill", "text", "experience", "language", "certificate"]);

/** "or CODESYS": what will do as well. */
function Alternative({ to, onAdd }: { to: string; onAdd: (text: string) => void }) {
  const words = useWords(RECRUITING);
  const [text, setText] = useState<string | null>(null);
  if (text === null) return <button type="button" aria-label={words.alternativeTo(to)} title={words.alternative} onClick={() => setText("")} className="inline-flex items-center gap-0.5 rounded-md px-1 text-ink-2 hover:bg-press hover:text-ink coarse:min-h-10"><Plus size={11} aria-hidden /> {words.or}</button>;
  const add = () => {
    if (text.trim().length >= 2) onAdd(text.trim());
    setText(null);
  };
  return (
    <form className="inline-flex" onSubmit={(event) => { event.preventDefault(); add(); }}>
      <input autoFocus aria-label={words.alternativeTo(to)} value={text} onChange={(event) => setText(event.target.value)} onBlur={add} onKeyDown={(event) => { if (event.key === "Escape") setText(null); }} className={`${INPUT} h-7 w-40! px-2! text-xs!`} />
    </form>
  );
}

function Years({ years, of, onChange }: { years: number; of: string; onChange: (years: number) => void }) {
  const words = useWords(RECRUITING);
  return (
    <label className="inline-flex items-center gap-1">
      <span className="sr-only">{`${words.yearsAsked}: ${of}`}</span>
      · <input type="number" min={0.5} max={50} step={0.5} value={years} onChange={(event) => { const next = Number(event.target.value); if (next > 0 && next <= 50) onChange(next); }} className={`${INPUT} h-7 w-16! px-2! text-xs! tabular`} /> <span className="whitespace-nowrap">{words.yearsAsked}</span>
    </label>
  );
}

interface RequirementProps {
  readonly one: Edited;
  readonly opening: OpeningPage;
  readonly onChange: (patch: Partial<Edited>) => void;
  readonly onRemove: () => void;
  /** Read from the same line behind it; null: nothing. */
  readonly next: Edited | null;
  readonly onJoin: (one: Edited, next: Edited) => void;
  readonly onPoint: (span: RequirementView["source"]) => void;
}

function Requirement({ one, opening, onChange, onRemove, next, onJoin, onPoint }: RequirementProps) {
  const words = useWords(RECRUITING);
  const terms = useWords(TERMS);
  const language = useLanguage();
  const suggested = opening.suggested.find(({ id }) => id === one.id)?.weight;
  const nameOf = (id: string) => opening.skillNames[id]?.[language] ?? id;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule py-2" onMouseEnter={() => onPoint(one.source)} onMouseLeave={() => onPoint(null)} onFocus={() => onPoint(one.source)}>
      <div className="min-w-0 flex-1 basis-56">
        <span lang={langOf(one.text)} className="font-medium">{one.text}</span>
        <span className="flex flex-wrap items-center gap-1 text-xs text-ink-3">
          <Kind one={one} onChange={onChange} />
          {LEVELLED.has(one.kind) && <Level one={one} onChange={onChange} />}
          {one.source === null && <span>· {words.addedByYou}</span>}
          {one.any.length > 1 && <span>· {words.anyOf}</span>}
          {one.any.map((id) => (
            <span key={id} className="inline-flex items-center gap-1 rounded-md border border-rule-2 px-1.5 text-ink-2">
              {nameOf(id)}
              {one.any.length > 1 && <button type="button" aria-label={words.remove(nameOf(id))} className="coarse:p-2" onClick={() => onChange({ any: one.any.filter((other) => other !== id) })}><X size={11} /></button>}
            </span>
          ))}
          {one.alternatives?.map((text) => (
            <span key={text} lang={langOf(text)} className="inline-flex items-center gap-1 rounded-md border border-ink-3 px-1.5 text-ink">
              {text}
              <button type="button" aria-label={words.remove(text)} className="coarse:p-2" onClick={() => onChange({ alternatives: one.alternatives?.filter((other) => other !== text) ?? [] })}><X size={11} /></button>
            </span>
          ))}
          {ALTERED.has(one.kind) && <Alternative to={one.text} onAdd={(text) => onChange({ alternatives: [...new Set([...(one.alternatives ?? []), text])] })} />}
          {one.years !== undefined && <Years years={one.years} of={one.text} onChange={(years) => onChange({ years })} />}
          {one.years === undefined && (one.kind === "skill" || one.kind === "experience") && <button type="button" aria-label={terms.doTo(words.yearsAsked, one.text)} onClick={() => onChange({ years: 1 })} className="inline-flex items-center gap-0.5 rounded-md px-1 text-ink-2 hover:bg-press hover:text-ink coarse:min-h-10"><Plus size={11} aria-hidden /> {words.yearsAsked}</button>}
          {next && <button type="button" aria-label={terms.doTo(words.join(next.text), one.text)} onClick={() => onJoin(one, next)} className="inline-flex items-center gap-0.5 rounded-md px-1 text-left text-ink-2 hover:bg-press hover:text-ink coarse:min-h-10"><Plus size={11} aria-hidden className="shrink-0" /> {words.join(next.text)}</button>}
        </span>
      </div>
      <label className="flex items-center gap-2 text-xs text-ink-3">
        <span className="sr-only">{`${words.weight}: ${one.text}`}</span>
        <input type="range" min={0} max={100} step={5} value={one.weight} onChange={(event) => onChange({ weight: Number(event.target.value) })} className="w-24 accent-ink coarse:h-8" />
        <span className="w-7 text-right text-sm text-ink tabular">{one.weight}</span>
        <span className={clsx("w-20 tabular", suggested === one.weight && "invisible max-sm:hidden")}>{suggested !== undefined && words.suggestedWeight(suggested)}</span>
      </label>
      <Button size="sm" look="quiet" aria-label={terms.doTo(one.mustHave ? words.makeNice : words.makeMust, one.text)} onClick={() => onChange({ mustHave: !one.mustHave })}>{one.mustHave ? words.makeNice : words.makeMust}</Button>
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
