/** @file Choice: one of two or three views, as quiet buttons in a row. */
"use client";

import clsx from "clsx";

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
}

export function Choice<Value extends string>({ legend, value, onChange, choices }: ChoiceProps<Value>) {
  return (
    <div role="group" aria-label={legend} className="-mx-1 flex flex-wrap">
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
          className={clsx("h-8 rounded-md px-2.5 text-sm coarse:h-10", choice.value === value ? "font-semibold text-ink underline decoration-2 underline-offset-[7px]" : "text-ink-2 hover:bg-press")}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
