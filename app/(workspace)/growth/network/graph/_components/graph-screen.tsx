/** @file GraphScreen: the picture with its filters, the person chosen, the bridges, the table behind it, and one's own part in it. */
"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useMemo, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Check, Group, SelectField } from "@/app/_components/ui/field";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { shownGraph, TIE_KINDS, type GraphFilter } from "@/lib/browser/collaboration-filter";
import { loadCollaboration } from "@/lib/browser/growth-network";
import type { CollaborationView } from "@/lib/contracts/growth-network";
import { GrowthFrame } from "../../../_components/growth-frame";
import { Bridges } from "./bridges";
import { PersonTies } from "./person-ties";
import { Picture } from "./picture";
import { TakePart } from "./take-part";
import { TieTable } from "./tie-table";
import { GRAPH } from "./words";

export function GraphScreen() {
  const words = useWords(GRAPH);
  const collaboration = useResource("growth collaboration", loadCollaboration);
  const { data } = collaboration;
  return (
    <GrowthFrame title={words.title} summary={words.summary}>
      <Link href="/growth/network" className="mb-5 inline-flex items-center gap-1.5 text-sm text-ink-2 hover:text-ink hover:underline hover:underline-offset-4">
        <ArrowLeft size={14} aria-hidden /> {words.back}
      </Link>
      {collaboration.waiting && <WaitingRows rows={6} height={72} label={words.title} />}
      {collaboration.error !== undefined && <FailedPanel error={collaboration.error} onRetry={collaboration.reload} />}
      {data && !data.on && <EmptyPanel title={words.off}>{words.offSays}</EmptyPanel>}
      {data?.on && <Shown view={data} onChanged={collaboration.reload} />}
    </GrowthFrame>
  );
}

function Shown({ view, onChanged }: { view: CollaborationView; onChanged: () => void }) {
  const words = useWords(GRAPH);
  const [filter, setFilter] = useState<GraphFilter>({ site: "", team: "", kinds: TIE_KINDS });
  const [groupBy, setGroupBy] = useState<"site" | "team">("site");
  const [chosen, setChosen] = useState<string | null>(null);
  const graph = useMemo(() => shownGraph(view, filter), [view, filter]);
  const groups = useMemo(() => [...new Set(view.people.map((person) => person[groupBy]))].sort(), [view, groupBy]);
  const person = graph.people.find(({ id }) => id === chosen);
  const choose = (id: string) => setChosen(id === chosen ? null : id);
  if (view.people.length === 0) {
    return (
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <EmptyPanel title={words.empty}>{words.emptySays}</EmptyPanel>
        <TakePart known={view.projects} onChanged={onChanged} />
      </div>
    );
  }
  return (
    <div className="space-y-10">
      <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <Filters view={view} filter={filter} onFilter={setFilter} groupBy={groupBy} onGroupBy={setGroupBy} chosen={person?.id ?? ""} onChoose={(id) => setChosen(id === "" ? null : id)} people={graph.people} />
          <p className="mb-2 text-xs text-ink-3 tabular">{words.here(graph.people.length, graph.ties.length)}</p>
          <Picture graph={graph} groupBy={groupBy} groups={groups} me={view.me} chosen={person?.id ?? null} onChoose={choose} />
        </div>
        <div className="space-y-9">
          {person ? <PersonTies person={person} graph={graph} onChoose={choose} /> : <p className="text-sm text-ink-3">{words.choose}</p>}
          <TakePart known={view.projects} onChanged={onChanged} />
        </div>
      </div>
      <Bridges view={view} groupBy={groupBy} of={filter[groupBy]} onChoose={setChosen} />
      <TieTable graph={graph} onChoose={setChosen} />
    </div>
  );
}

interface FiltersProps {
  readonly view: CollaborationView;
  readonly people: readonly CollaborationView["people"][number][];
  readonly filter: GraphFilter;
  readonly onFilter: (filter: GraphFilter) => void;
  readonly groupBy: "site" | "team";
  readonly onGroupBy: (group: "site" | "team") => void;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

function Filters({ view, people, filter, onFilter, groupBy, onGroupBy, chosen, onChoose }: FiltersProps) {
  const words = useWords(GRAPH);
  const choices = (values: readonly string[], all: string) => [{ value: "", label: all }, ...[...new Set(values)].sort().map((value) => ({ value, label: value }))];
  return (
    <div className="mb-4 space-y-2">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <SelectField label={words.site} value={filter.site} onChange={(site) => onFilter({ ...filter, site })} choices={choices(view.people.map(({ site }) => site), words.allSites)} />
        <SelectField label={words.team} value={filter.team} onChange={(team) => onFilter({ ...filter, team })} choices={choices(view.people.map(({ team }) => team), words.allTeams)} />
        <SelectField label={words.groupBy} value={groupBy} onChange={onGroupBy} choices={(["site", "team"] as const).map((value) => ({ value, label: words.groups[value] }))} />
        <SelectField label={words.person} value={chosen} onChange={onChoose} choices={[{ value: "", label: words.nobody }, ...people.map(({ id, name }) => ({ value: id, label: name }))]} />
      </div>
      <Group legend={words.kindsLegend}>
        <div className="flex flex-wrap gap-x-6">
          {TIE_KINDS.map((kind) => (
            <Check key={kind} checked={filter.kinds.includes(kind)} onChange={(on) => onFilter({ ...filter, kinds: TIE_KINDS.filter((each) => (each === kind ? on : filter.kinds.includes(each))) })} label={words.kinds[kind]} />
          ))}
        </div>
      </Group>
    </div>
  );
}
