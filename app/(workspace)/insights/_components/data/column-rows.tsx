/** @file The columns of a table with their roles, types and units, and what stands in them. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { INPUT, SelectField } from "@/app/_components/ui/field";
import { COLUMN_KINDS, COLUMN_ROLES, type ColumnReport, type TableDetail, type TableMapping } from "@/lib/contracts/insights";
import { INSIGHTS } from "../words";

interface ColumnRowsProps {
  readonly detail: TableDetail;
  readonly disabled: boolean;
  readonly onChange: (columns: TableMapping["columns"]) => void;
}

export function ColumnRows({ detail, disabled, onChange }: ColumnRowsProps) {
  const words = useWords(INSIGHTS);
  const { mappingHead } = words;
  const { columns } = detail.mapping;
  const put = (name: string, change: Partial<TableMapping["columns"][number]>): void => onChange(columns.map((column) => (column.name === name ? { ...column, ...change } : column)));
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className="sr-only">{words.mappingTitle}</legend>
      <div className="overflow-x-auto">
        <table className="w-full text-sm tabular">
          <thead>
            <tr className="text-left text-xs text-ink-3">
              {[mappingHead.column, mappingHead.role, mappingHead.kind, mappingHead.unit, mappingHead.missing, mappingHead.values].map((title) => <th key={title} scope="col" className="py-1.5 pr-3 font-medium">{title}</th>)}
            </tr>
          </thead>
          <tbody>
            {detail.columns.map((report) => {
              const said = columns.find(({ name }) => name === report.name);
              if (!said) return null;
              return (
                <tr key={report.name} className={`border-t border-rule ${said.role === "ignored" || said.role === "constant" ? "text-ink-3" : ""}`}>
                  <th scope="row" className="max-w-56 py-1 pr-3 text-left font-medium">{report.name}</th>
                  <td className="py-1 pr-3"><SelectField hideLabel className="w-36" label={words.roleOf(report.name)} value={said.role} onChange={(role) => put(report.name, { role })} choices={COLUMN_ROLES.map((role) => ({ value: role, label: words.role[role] }))} /></td>
                  <td className="py-1 pr-3"><SelectField hideLabel className="w-32" label={words.kindOf(report.name)} value={said.kind} onChange={(kind) => put(report.name, { kind })} choices={COLUMN_KINDS.map((kind) => ({ value: kind, label: words.kind[kind] }))} /></td>
                  <td className="py-1 pr-3"><UnitField key={said.unit} name={report.name} unit={said.unit ?? ""} onChange={(unit) => put(report.name, { unit: unit.trim() === "" ? null : unit })} /></td>
                  <td className={`pr-3 text-right ${report.missing > 0 ? "" : "text-ink-3"}`}>{report.missing}</td>
                  <td className="min-w-44 text-xs text-ink-3">{valuesOf(report, words)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}

/** Sent when the field is left, not with every letter. */
function UnitField({ name, unit, onChange }: { name: string; unit: string; onChange: (unit: string) => void }) {
  const words = useWords(INSIGHTS);
  const [text, setText] = useState(unit);
  return <input aria-label={words.unitOf(name)} className={`${INPUT} h-9 w-24! min-w-24 px-2! text-sm!`} maxLength={30} value={text} onChange={(event) => setText(event.target.value)} onBlur={() => text !== unit && onChange(text)} />;
}

const shortNumber = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(2));

function valuesOf({ range, kind, examples, distinct }: ColumnReport, words: (typeof INSIGHTS)["en"]): string {
  if (range && kind === "number") return words.range(shortNumber(range.low), shortNumber(range.median), shortNumber(range.high));
  return examples.length > 0 ? examples.slice(0, 4).join(" · ") : words.distinct(distinct);
}
