/** @file A number in a table of the channel budget. */
"use client";

import { INPUT } from "@/app/_components/ui/field";

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly optional?: boolean;
  /** What counts while the field is empty. */
  readonly placeholder?: string;
  /** Id of what else is said of it. */
  readonly describedBy?: string | undefined;
}

/** A number or nothing; an empty field means no limit. */
export function NumberField({ label, value, onChange, optional = false, placeholder, describedBy }: NumberFieldProps) {
  return (
    <input
      type="number"
      inputMode="decimal"
      min={0}
      step="any"
      aria-label={label}
      aria-describedby={describedBy}
      placeholder={placeholder}
      className={`${INPUT} h-9 w-full min-w-20 text-right text-sm! tabular placeholder:text-ink-3`}
      value={value ?? ""}
      onChange={(event) => {
        const number = event.target.valueAsNumber;
        if (Number.isNaN(number)) onChange(optional ? undefined : 0);
        else onChange(number);
      }}
    />
  );
}

interface ShareFieldProps {
  readonly label: string;
  /** 0–1 */
  readonly share: number | undefined;
  readonly onChange: (share: number | undefined) => void;
  readonly describedBy?: string;
}

/** A share in per cent; empty means no limit. */
export const ShareField = ({ label, share, onChange, describedBy }: ShareFieldProps) => (
  <NumberField label={label} optional describedBy={describedBy} value={share === undefined ? undefined : Math.round(1000 * share) / 10} onChange={(value) => onChange(value === undefined ? undefined : Math.min(1, Math.max(0, value / 100)))} />
);
