/** @file What sort of thing a requirement asks, and at which level, corrected in place. A corrected kind is read anew by the server. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { INPUT } from "@/app/_components/ui/field";
import type { RequirementView } from "@/lib/contracts/recruiting";
import { KINDS } from "./kind-words";

/** Kinds that ask for a level. */
export const LEVELLED: ReadonlySet<RequirementView["kind"]> = new Set(["language", "education"]);

const EDUCATION = ["school", "vocational", "associate", "bachelor", "master", "doctorate"] as const;
const LANGUAGE = ["a1", "a2", "b1", "b2", "c1", "c2", "native"] as const;
const SMALL = `${INPUT} h-7 w-auto! px-1! text-xs! coarse:h-10`;

interface EditProps {
  readonly one: RequirementView;
  readonly onChange: (patch: Partial<RequirementView>) => void;
}

export function Kind({ one, onChange }: EditProps) {
  const words = useWords(KINDS);
  return (
    <select aria-label={words.kindOf(one.text)} value={one.kind} onChange={(event) => onChange({ kind: event.target.value as RequirementView["kind"] })} className={SMALL}>
      {(Object.keys(words.kind) as RequirementView["kind"][]).map((kind) => <option key={kind} value={kind}>{words.kind[kind]}</option>)}
    </select>
  );
}

export function Level({ one, onChange }: EditProps) {
  const words = useWords(KINDS);
  const steps: readonly string[] = one.kind === "education" ? EDUCATION : LANGUAGE;
  const level = one.level ?? "";
  const name = (step: string): string => (one.kind === "education" ? words.education[step as (typeof EDUCATION)[number]] : step === "native" ? words.native : step.toUpperCase());
  return (
    <select aria-label={words.levelOf(one.text)} value={level} onChange={(event) => onChange({ level: event.target.value === "" ? undefined : event.target.value })} className={SMALL}>
      <option value="">{words.anyLevel}</option>
      {level !== "" && !steps.includes(level) && <option value={level}>{level}</option>}
      {steps.map((step) => <option key={step} value={step}>{words.atLeast(name(step))}</option>)}
    </select>
  );
}
