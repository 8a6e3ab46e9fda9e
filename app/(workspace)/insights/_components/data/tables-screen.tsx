/** @file Imported tables: what each is for, its state and hash; import, map, delete. */
"use client";

import clsx from "clsx";
import { useState } from "react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Trash2, Upload } from "lucide-react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { Button, IconButton } from "@/app/_components/ui/button";
import { ConfirmDialog } from "@/app/_components/ui/dialog";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { ApiError, messageOf } from "@/lib/browser/http";
import { deleteTable, loadTables, takeInDemoTable } from "@/lib/browser/insights";
import type { TableList, TableView } from "@/lib/contracts/insights";
import { InsightsFrame, OffPanel } from "../frame/insights-frame";
import { INSIGHTS } from "../words";
import { ImportDialog } from "./import-dialog";

export function TablesScreen() {
  const words = useWords(INSIGHTS);
  const router = useRouter();
  const { data, error, reload } = useResource("insights:tables", loadTables);
  const [importing, setImporting] = useState(false);
  const isOff = error instanceof ApiError && error.code === "insights/off";
  return (
    <InsightsFrame title={words.tables} summary={words.tablesSays} actions={data && <Button look="solid" onClick={() => setImporting(true)}><Upload size={15} aria-hidden /> {words.import}</Button>}>
      {isOff && <OffPanel does={words.tablesSays} />}
      {!data && !isOff && (error === undefined ? <WaitingRows rows={6} label={words.loading} /> : <FailedPanel error={error} onRetry={reload} />)}
      {data && <Tables list={data} onChanged={reload} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} onImported={(id) => router.push(`/insights/data/${id}`)} />}
    </InsightsFrame>
  );
}

function Tables({ list, onChanged }: { list: TableList; onChanged: () => void }) {
  const words = useWords(INSIGHTS);
  const [asked, setAsked] = useState<TableView | null>(null);
  const notify = useNotify();
  const remove = async (table: TableView): Promise<void> => {
    setAsked(null);
    try {
      await deleteTable(table.id);
      notify({ text: words.deleted });
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
    }
    onChanged();
  };
  return (
    <div className="flex flex-col gap-8">
      {list.tables.length === 0 ? <EmptyPanel title={words.noTables}><p>{words.noTablesSays}</p></EmptyPanel> : <TableRows tables={list.tables} onDelete={setAsked} />}
      {list.demo.length > 0 && <DemoTables demo={list.demo} />}
      {asked && <ConfirmDialog open onOpenChange={() => setAsked(null)} title={words.deleteTitle(asked.name)} consequence={words.deleteSays(asked.versions)} action={words.deleteTable} onConfirm={() => void remove(asked)} />}
    </div>
  );
}

/** Columns (use, rows, hash, day) that a phone has no room for: use and rows stand under the name there. */
const WIDE_ONLY: ReadonlySet<number> = new Set([1, 2, 4, 5]);

function TableRows({ tables, onDelete }: { tables: readonly TableView[]; onDelete: (table: TableView) => void }) {
  const words = useWords(INSIGHTS);
  const formats = useFormats();
  const { head } = words;
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm tabular">
        <thead>
          <tr className="text-left text-xs text-ink-3">
            {[head.name, head.use, head.rows, head.state, head.hash, head.imported].map((title, at) => <th key={title} scope="col" className={clsx("py-1.5 pr-4 font-medium", WIDE_ONLY.has(at) && "max-sm:hidden")}>{title}</th>)}
            <th scope="col"><span className="sr-only">{words.deleteTable}</span></th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table.id} className="border-t border-rule">
              <th scope="row" className="min-w-36 py-2 pr-4 text-left font-medium"><Link href={`/insights/data/${table.id}`} className="underline-offset-4 hover:underline">{table.number > 1 ? `${table.name} (${table.number})` : table.name}</Link><span className="mt-0.5 block text-xs font-normal text-ink-3 sm:hidden">{words.useName[table.use]} · {words.rows(table.rows)}</span></th>
              <td className="pr-4 whitespace-nowrap max-sm:hidden">{words.useName[table.use]}</td>
              <td className="pr-4 whitespace-nowrap max-sm:hidden">{formats.number(table.rows)}{table.removedRows > 0 && <span className="ml-1 text-xs text-ink-3">{words.removedRows(table.removedRows)}</span>}</td>
              <td className="pr-4 sm:whitespace-nowrap">
                {!table.isMapped ? words.toMap : table.use === "hires" ? words.forPlans : words.usedBy(table.versions)}
                {table.alarms > 0 && <span className="ml-2 text-no">{words.alarms(table.alarms)}</span>}
              </td>
              <td className="pr-4 whitespace-nowrap text-ink-3 max-sm:hidden">{table.sha256?.slice(0, 10) ?? "–"}</td>
              <td className="pr-4 whitespace-nowrap text-ink-3 max-sm:hidden">{formats.day(table.createdAt)}</td>
              <td className="text-right"><IconButton size="sm" label={`${words.deleteTable}: ${table.name}`} icon={<Trash2 size={14} />} onClick={() => onDelete(table)} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DemoTables({ demo }: { demo: TableList["demo"] }) {
  const words = useWords(INSIGHTS);
  const language = useLanguage();
  const router = useRouter();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const take = async (id: string): Promise<void> => {
    setBusy(true);
    try {
      router.push(`/insights/data/${await takeInDemoTable(id, language)}`);
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
      setBusy(false);
    }
  };
  return (
    <section>
      <h2 className="mb-2 text-sm font-semibold">{words.fromDemo}</h2>
      <ul className="flex flex-wrap gap-2">
        {demo.map(({ id, name, use }) => (
          <li key={id} className="max-w-full"><Button className="h-auto! min-h-9 max-w-full flex-wrap py-1.5 text-left whitespace-normal!" disabled={busy} onClick={() => void take(id)}>{words.takeIn(name[language])} <span className="text-ink-3">{words.useName[use]}</span></Button></li>
        ))}
      </ul>
    </section>
  );
}
