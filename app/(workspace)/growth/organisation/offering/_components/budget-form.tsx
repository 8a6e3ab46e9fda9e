/** @file BudgetForm: a year's learning budget by site, and up to what people decide by themselves. */
"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { SelectField, TextField } from "@/app/_components/ui/field";
import type { OfferingView } from "@/lib/contracts/growth-offering";
import type { ActOnOffering } from "./offering-screen";
import { OFFERING } from "./words";

const CURRENCIES = ["EUR", "GBP", "CNY"] as const;
type Row = OfferingView["budget"]["sites"][number];

/** "" (every other site) first: it is always there. */
const rowsOf = ({ sites }: OfferingView["budget"]): Row[] => [sites.find(({ site }) => site === "") ?? { site: "", amount: 0, currency: "EUR" }, ...sites.filter(({ site }) => site !== "")];

export function BudgetForm({ budget, act }: { budget: OfferingView["budget"]; act: ActOnOffering }) {
  const words = useWords(OFFERING);
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(budget));
  const [own, setOwn] = useState(String(budget.ownDecision));
  const [busy, setBusy] = useState(false);
  const change = (at: number, row: Partial<Row>) => setRows(rows.map((each, i) => (i === at ? { ...each, ...row } : each)));
  const names = rows.map(({ site }) => site.trim());
  const isWhole = rows.every(({ site, amount }, i) => (i === 0 || site.trim() !== "") && Number.isFinite(amount) && amount >= 0) && new Set(names).size === names.length && Number(own) >= 0 && own !== "";
  const save = async () => {
    setBusy(true);
    await act({ do: "budget", sites: rows.map((row) => ({ ...row })), ownDecision: Number(own) }, () => words.saved);
    setBusy(false);
  };
  return (
    <section aria-labelledby="budget">
      <h2 id="budget" className="text-lg font-semibold tracking-tight">
        {words.budget}
      </h2>
      <p className="text-sm text-ink-3">{words.budgetSays}</p>
      <form
        className="mt-3 space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {rows.map((row, i) => (
          <div key={i} className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[minmax(0,1fr)_9rem_7rem_2.5rem]">
            <TextField label={words.site} value={i === 0 ? words.others : row.site} disabled={i === 0} maxLength={80} onChange={(event) => change(i, { site: event.target.value })} />
            <TextField label={words.amount} type="number" min={0} step={1} value={String(row.amount)} onChange={(event) => change(i, { amount: Number(event.target.value) })} />
            <SelectField label={words.currency} value={row.currency} onChange={(currency) => change(i, { currency })} choices={CURRENCIES.map((value) => ({ value, label: value }))} />
            {i > 0 && (
              <Button look="quiet" aria-label={words.removeSite(row.site)} onClick={() => setRows(rows.filter((_, at) => at !== i))} className="h-10">
                <X size={15} aria-hidden />
              </Button>
            )}
          </div>
        ))}
        <div className="flex flex-wrap items-end gap-3">
          <TextField label={words.ownDecision} type="number" min={0} value={own} onChange={(event) => setOwn(event.target.value)} className="w-72" />
          <Button onClick={() => setRows([...rows, { site: "", amount: 0, currency: rows[0]?.currency ?? "EUR" }])} className="h-10">
            {words.addSite}
          </Button>
          <Button type="submit" look="solid" disabled={busy || !isWhole} className="h-10">
            {words.save}
          </Button>
        </div>
      </form>
    </section>
  );
}
