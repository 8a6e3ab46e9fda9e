/** @file The company's own skills: choose a table, see what it would change or what is wrong with it, take it in; names that corrections teach, and words for reading openings. */
"use client";

import { ArrowLeft, Download } from "lucide-react";
import Link from "next/link";
import { useRef, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { TERMS } from "@/app/_components/words";
import { importCompanySkills, loadCompanySkills } from "@/lib/browser/company-skills";
import { messageOf } from "@/lib/browser/http";
import type { CompanySkillsChange, CompanySkillsPage } from "@/lib/contracts/company-skills";
import { RECRUITING } from "../../recruiting-words";
import { Changes } from "./changes";
import { TaughtReading } from "./taught-reading";
import { TaughtSkills } from "./taught-skills";
import { COMPANY_SKILLS, EXAMPLE_TABLE } from "./words";

const COLUMNS = ["name", "name_zh", "kind", "aliases", "aliases_zh", "parent", "related"] as const;
const LINK = "inline-flex items-center gap-1.5 text-sm underline decoration-rule-2 underline-offset-4 hover:decoration-ink coarse:min-h-10";

export function SkillsScreen() {
  const words = useWords(COMPANY_SKILLS);
  const recruiting = useWords(RECRUITING);
  const terms = useWords(TERMS);
  const { data, error, reload } = useResource("company-skills", loadCompanySkills);
  return (
    <div className="flex h-full flex-col">
      <Link href="/jobs" className="inline-flex items-center gap-1 px-5 pt-4 text-xs text-ink-3 hover:text-ink sm:px-8 coarse:min-h-10">
        <ArrowLeft size={12} aria-hidden /> {recruiting.allOpenings}
      </Link>
      <ScreenHead title={words.title} summary={data ? words.summary(data.rows.length, data.shipped) : terms.loading} />
      <div className="hairline-scroll min-h-0 flex-1 overflow-auto px-5 pb-10 sm:px-8">
        {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
        {!data && error === undefined && <WaitingRows rows={6} height={40} label={terms.loading} />}
        {data && (
          <div className="max-w-[56rem] space-y-6">
            <p className="max-w-[44rem] text-sm text-ink-2">{words.says}</p>
            <Import page={data} onTaken={reload} />
            <Rows page={data} />
            <TaughtSkills onTaken={reload} />
            <TaughtReading />
          </div>
        )}
      </div>
    </div>
  );
}

interface Looked {
  readonly csv: string;
  readonly change: CompanySkillsChange | null;
  /** Line by line what is wrong; null: nothing. */
  readonly wrong: string | null;
}

function Import({ page, onTaken }: { page: CompanySkillsPage; onTaken: () => void }) {
  const words = useWords(COMPANY_SKILLS);
  const notify = useNotify();
  const file = useRef<HTMLInputElement>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [busy, setBusy] = useState(false);
  const look = async (chosen: File) => {
    setBusy(true);
    const csv = await chosen.text();
    try {
      setLooked({ csv, change: await importCompanySkills({ csv, apply: false }), wrong: null });
    } catch (error) {
      setLooked({ csv, change: null, wrong: messageOf(error) });
    }
    setBusy(false);
  };
  const take = async (csv: string) => {
    setBusy(true);
    try {
      await importCompanySkills({ csv, apply: true });
      setLooked(null);
      notify({ text: words.applied });
      onTaken();
    } catch (error) {
      setLooked({ csv, change: null, wrong: messageOf(error) });
    }
    setBusy(false);
  };
  return (
    <section aria-label={words.choose}>
      <p className="max-w-[44rem] text-sm text-ink-3">{words.how}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        <input ref={file} type="file" accept=".csv,text/csv" aria-label={words.choose} className="sr-only" tabIndex={-1} onChange={(event) => { const chosen = event.target.files?.[0]; event.target.value = ""; if (chosen) void look(chosen); }} />
        <Button disabled={busy} onClick={() => file.current?.click()}>{busy ? words.reading : words.choose}</Button>
        <a href={asAddress(EXAMPLE_TABLE)} download="skills-example.csv" className={LINK}><Download size={13} aria-hidden /> {words.template}</a>
        {page.rows.length > 0 && <a href={asAddress(asCsv(page.rows))} download="company-skills.csv" className={LINK}><Download size={13} aria-hidden /> {words.current}</a>}
      </div>
      {looked?.wrong && (
        <div role="alert" className="mt-4 max-w-[44rem] border-l-2 border-no pl-4">
          <p className="font-medium text-no">{words.wrong}</p>
          <p className="mt-1 text-sm whitespace-pre-line">{looked.wrong}</p>
        </div>
      )}
      {looked?.change && (
        <Changes change={looked.change}>
          <Button look="solid" disabled={busy || isSame(looked.change)} onClick={() => void take(looked.csv)}>{words.apply}</Button>
          <Button look="quiet" onClick={() => setLooked(null)}>{words.cancel}</Button>
        </Changes>
      )}
    </section>
  );
}

const isSame = ({ added, changed, removed }: CompanySkillsChange): boolean => added.length + changed.length + removed.length === 0;
const asAddress = (csv: string): string => `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${csv}`)}`;
const asCsv = (rows: CompanySkillsPage["rows"]): string => [COLUMNS.join(","), ...rows.map((row) => COLUMNS.map((column) => (/[",\n]/.test(row[column]) ? `"${row[column].replaceAll('"', '""')}"` : row[column])).join(","))].join("\n");

function Rows({ page }: { page: CompanySkillsPage }) {
  const words = useWords(COMPANY_SKILLS);
  if (page.rows.length === 0) return <p className="border-t border-rule pt-4 text-sm text-ink-3">{words.none}</p>;
  return (
    <div role="region" aria-label={words.title} tabIndex={0} className="hairline-scroll overflow-x-auto">
      <table className="w-full min-w-[34rem] border-collapse text-left text-sm">
        <thead>
          <tr className="label h-9 border-b border-rule-2">
            {[words.head.name, words.head.zh, words.head.aliases, words.head.parent].map((name) => <th key={name} scope="col" className="pr-4 font-[550]">{name}</th>)}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.name} className="border-b border-rule align-top">
              <th scope="row" className="py-2 pr-4 text-left font-medium">{row.name}</th>
              <td lang="zh" className="py-2 pr-4 text-ink-2">{row.name_zh}</td>
              <td className="py-2 pr-4 text-ink-2">{[row.aliases, row.aliases_zh].filter((one) => one !== "").join("; ").replaceAll(";", "; ").replace(/\s+/g, " ")}</td>
              <td className="py-2 text-ink-2">{row.parent}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
