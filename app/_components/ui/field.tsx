/** @file Form fields: a label above, the control, and below it help or what is wrong. */
"use client";

import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { useId, type ComponentPropsWithRef, type ReactNode } from "react";

export const INPUT =
  "block w-full rounded-md border border-rule-2 bg-sheet px-3 text-base text-ink transition-colors hover:border-ink-3 focus:border-ink focus:outline-1 focus:outline-offset-0 focus:outline-ink aria-invalid:border-no";

type TextFieldProps = Omit<ComponentPropsWithRef<"input">, "id"> & {
  label: string;
  help?: ReactNode;
  error?: string | null;
};

export function TextField({ label, help, error, className, ...rest }: TextFieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        className={clsx(INPUT, "h-10")}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || help ? noteId : undefined}
        {...rest}
      />
      {(error || help) && (
        <p id={noteId} className={clsx("mt-1.5 text-xs", error ? "text-no" : "text-ink-3")}>
          {error ?? help}
        </p>
      )}
    </div>
  );
}

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly hideLabel?: boolean;
  readonly className?: string;
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <div className={props.className}>
      <label htmlFor={id} className={props.hideLabel ? "sr-only" : "mb-1.5 block text-sm font-medium"}>
        {props.label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value as Value)}
          className={clsx(INPUT, "appearance-none pr-9", props.hideLabel ? "h-9 text-sm!" : "h-10")}
        >
          {props.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <ChevronDown size={15} aria-hidden className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-3" />
      </div>
    </div>
  );
}

interface CheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly type?: "checkbox" | "radio";
  readonly name?: string;
  readonly disabled?: boolean;
}

/** A tick box or a radio button with its whole line clickable. */
export function Check({ checked, onChange, label, help, type = "checkbox", name, disabled }: CheckProps) {
  return (
    <label className={clsx("flex gap-2.5 py-1 coarse:py-2", disabled ? "cursor-default text-ink-3" : "cursor-pointer")}>
      <input
        type={type}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-[3px] size-4 shrink-0 accent-ink"
      />
      <span className="text-sm">
        {label}
        {help && <span className="block text-xs text-ink-3">{help}</span>}
      </span>
    </label>
  );
}

export function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {children}
    </fieldset>
  );
}
