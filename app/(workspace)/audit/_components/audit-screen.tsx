/** @file Audit log: who opened, exported, changed, deleted what, when and from where; filter, check the chain, export. */
"use client";

import { Download, Link2 } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { useCan } from "@/app/_components/shell/me";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { Menu, MenuItem } from "@/app/_components/ui/menu";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { TERMS } from "@/app/_components/words";
import { auditQueryOf, saveAuditLog, verifyChain, type AuditChoice } from "@/lib/browser/audit";
import { messageOf } from "@/lib/browser/http";
import type { AuditVerification } from "@/lib/contracts/audit";
import { AuditFilters } from "./audit-filters";
import { AuditTable } from "./audit-table";
import { AUDIT } from "./audit-words";
import { ChainResult } from "./chain-check";
import { useAuditLog } from "./use-audit-log";
import { useSettled } from "./use-settled";

export function AuditScreen() {
  const words = useWords(AUDIT);
  const terms = useWords(TERMS);
  const readsAll = useCan("audit:read");
  const [choice, setChoice] = useState<AuditChoice>({});
  const query = useSettled(auditQueryOf(choice), 200);
  const log = useAuditLog(query);
  const narrow = (part: AuditChoice) => setChoice({ ...choice, ...part });
  return (
    <div className="flex h-full flex-col">
      <AuditHead query={query} length={log.length} readsAll={readsAll} onExported={log.reload} />
      <AuditFilters choice={choice} onChange={setChoice} people={log.people} names={log.names} readsAll={readsAll} />
      <div className="hairline-scroll @container min-h-0 flex-1 overflow-auto px-5 pb-8 sm:px-8">
        {log.error !== undefined && <FailedPanel error={log.error} onRetry={log.reload} />}
        {!log.lines && log.error === undefined && <WaitingRows rows={14} height={36} label={words.loading} />}
        {log.lines?.length === 0 && <NothingHere isFiltered={query !== ""} onClear={() => setChoice({})} />}
        {log.lines && log.lines.length > 0 && (
          <AuditTable lines={log.lines} names={log.names} onPerson={(person) => narrow({ person })} onDocument={(document) => narrow({ document })} />
        )}
        {log.olderError !== undefined && <FailedPanel error={log.olderError} onRetry={log.loadOlder} />}
        {log.hasOlder && (
          <p className="pt-4">
            <Button onClick={log.loadOlder} disabled={log.loadingOlder}>
              {log.loadingOlder ? terms.loading : words.older}
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}

interface AuditHeadProps {
  readonly query: string;
  readonly length: number | undefined;
  readonly readsAll: boolean;
  readonly onExported: () => void;
}

function AuditHead({ query, length, readsAll, onExported }: AuditHeadProps) {
  const words = useWords(AUDIT);
  const terms = useWords(TERMS);
  const notify = useNotify();
  const mayExport = useCan("audit:export");
  const [result, setResult] = useState<AuditVerification | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    } finally {
      setBusy(false);
    }
  };
  const save = (format: "csv" | "jsonl") =>
    void run(async () => {
      await saveAuditLog(query, format);
      onExported();
    });
  return (
    <>
      <ScreenHead title={words.title} summary={length === undefined ? terms.loading : readsAll ? words.lines(length) : words.accountLinesOnly(length)}>
        <Button disabled={busy} onClick={() => void run(async () => setResult(await verifyChain()))}>
          <Link2 size={15} aria-hidden /> {words.checkChain}
        </Button>
        {mayExport && (
          <Menu
            trigger={
              <Button disabled={busy}>
                <Download size={15} aria-hidden /> {words.export}
              </Button>
            }
          >
            <MenuItem onSelect={() => save("csv")}>{words.csv}</MenuItem>
            <MenuItem onSelect={() => save("jsonl")}>{words.jsonl}</MenuItem>
          </Menu>
        )}
      </ScreenHead>
      {result && <ChainResult result={result} />}
    </>
  );
}

function NothingHere({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const words = useWords(AUDIT);
  const terms = useWords(TERMS);
  if (isFiltered) {
    return (
      <p className="py-8 text-base text-ink-2">
        {words.noneFits}{" "}
        <button type="button" onClick={onClear} className="underline underline-offset-4 hover:text-ink">
          {terms.showAll}
        </button>
      </p>
    );
  }
  return (
    <EmptyPanel title={words.nothingYet}>
      {words.nothingYetSays}
    </EmptyPanel>
  );
}
