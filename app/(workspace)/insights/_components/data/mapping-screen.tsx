/** @file One table: role, type and unit of every column, whom a row is about, what the checks found; kept with one button. */
"use client";

import { useRef, useState } from "react";
import Link from "next/link";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/field";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { ApiError, messageOf } from "@/lib/browser/http";
import { loadTable, mapTable } from "@/lib/browser/insights";
import { warningText } from "@/lib/browser/problem";
import type { TableDetail, TableMapping, TableUse } from "@/lib/contracts/insights";
import { InsightsFrame, OffPanel } from "../frame/insights-frame";
import { Notices } from "../frame/kind-screen";
import { LABELS } from "../labels/words";
import { INSIGHTS } from "../words";
import { ColumnRows } from "./column-rows";

const PAGE_OF: Readonly<Record<TableUse, string>> = { attrition: "attrition", performance: "performance", series: "performance", clusters: "clusters", patterns: "clusters", comments: "text", hires: "channels" };

/** The way on, as prominent as a button. */
const GO = "inline-flex h-9 items-center rounded-md bg-ink px-3.5 text-sm font-medium text-paper coarse:h-10";

export function MappingScreen({ id }: { id: string }) {
  const words = useWords(INSIGHTS);
  const { data, error, reload, change } = useResource(`insights:table:${id}`, (signal) => loadTable(id, signal));
  const isOff = error instanceof ApiError && error.code === "insights/off";
  return (
    <InsightsFrame title={data?.table.name ?? words.mappingTitle} summary={data && `${words.useName[data.mapping.use]} · ${words.rows(data.table.rows)} · ${words.columns(data.columns.length)}`} actions={<Link href="/insights/data" className="text-sm underline underline-offset-4 coarse:py-2">{words.back}</Link>}>
      {isOff && <OffPanel does={words.tablesSays} />}
      {!data && !isOff && (error === undefined ? <WaitingRows rows={10} label={words.loading} /> : <FailedPanel error={error} onRetry={reload} />)}
      {data && <Mapping detail={data} onDetail={(next) => change(() => next)} />}
    </InsightsFrame>
  );
}

function Mapping({ detail, onDetail }: { detail: TableDetail; onDetail: (detail: TableDetail) => void }) {
  const words = useWords(INSIGHTS);
  const labels = useWords(LABELS);
  const language = useLanguage();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const { table, mapping } = detail;
  const isLocked = table.versions > 0;
  const hasLabels = mapping.use !== "comments" || mapping.columns.some(({ role }) => role === "target");
  const newest = useRef(0);
  const send = async (next: TableMapping, save: boolean): Promise<void> => {
    const turn = (newest.current += 1);
    setBusy(true);
    // Shown at once; the checks follow.
    onDetail({ ...detail, mapping: next });
    try {
      const checked = await mapTable(table.id, next, save);
      // Somebody quick has changed the next column meanwhile: its own check is under way.
      if (turn !== newest.current) return;
      onDetail(checked);
      if (save) notify({ text: hasLabels ? words.saved : words.savedUnlabelled });
    } catch (failure) {
      if (turn === newest.current) onDetail(detail);
      notify({ text: messageOf(failure), failed: true });
    }
    if (turn === newest.current) setBusy(false);
  };
  const columns = [{ value: "", label: words.none }, ...detail.columns.map(({ name }) => ({ value: name, label: name }))];
  const put = (change: Partial<TableMapping>): void => void send({ ...mapping, ...change }, false);
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <section className="min-w-0">
        <h2 className="text-base font-semibold">{words.mappingTitle}</h2>
        <p className="mb-3 text-sm text-ink-2">{isLocked ? words.locked : words.mappingSays}</p>
        <ColumnRows detail={detail} disabled={isLocked} onChange={(next) => put({ columns: next })} />
        <p className="mt-3 text-xs text-ink-3">{words.missingSays}</p>
      </section>
      <div className="flex min-w-0 flex-col gap-5">
        <section aria-label={words.checks} aria-busy={busy}>
          <h2 className="mb-2 text-base font-semibold">{words.checks}</h2>
          {detail.notices.some(({ level }) => level === "alarm") && <p className="mb-2 font-semibold text-no">{words.leakAlarm}</p>}
          {detail.problem !== null && <p role="alert" className="mb-2 border-l-2 border-no bg-no-wash px-3 py-1.5 text-sm">{warningText(detail.problem, language)}</p>}
          {detail.tooFew !== null && <p role="alert" className="mb-2 border-l-2 border-no bg-no-wash px-3 py-1.5 text-sm">{warningText(detail.tooFew, language)}</p>}
          {detail.notices.length === 0 && detail.problem === null && detail.tooFew === null ? <p className="text-sm text-ink-3">{words.allWell}</p> : <Notices notices={detail.notices} />}
        </section>
        {mapping.use !== "hires" && (
          <>
            {!isLocked && <SelectField label={words.key} value={mapping.key ?? ""} onChange={(key) => put({ key: key === "" ? null : key })} choices={columns} />}
            <p className="-mt-3 text-xs text-ink-3">{words.keyHelp(detail.matched)}</p>
          </>
        )}
        {!isLocked && <SelectField label={words.group} value={mapping.group ?? ""} onChange={(group) => put({ group: group === "" ? null : group })} choices={columns} />}
        <div className="flex flex-wrap items-center gap-3">
          {!isLocked && <Button look={table.isMapped ? "outline" : "solid"} disabled={busy || detail.problem !== null} onClick={() => void send(mapping, true)}>{busy ? words.checking : words.saveMapping}</Button>}
          {table.isMapped && mapping.use === "comments" && <Link href={`/insights/data/${table.id}/label`} className={hasLabels ? "text-sm underline underline-offset-4" : GO}>{labels.title}</Link>}
          {table.isMapped && hasLabels && <Link href={`/insights/${PAGE_OF[mapping.use]}`} className={GO}>{mapping.use === "hires" ? words.planIt : words.trainIt}</Link>}
        </div>
      </div>
    </div>
  );
}
