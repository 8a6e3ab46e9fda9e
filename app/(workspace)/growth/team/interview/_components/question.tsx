/** @file Question: one question of the interview, what was said, and how it stands. */
"use client";

import { useId } from "react";
import { useWords } from "@/app/_components/language/language";
import { Check, INPUT } from "@/app/_components/ui/field";
import type { InterviewAnswer } from "@/lib/contracts/growth-interviews";
import { MARKS, type QuestionId } from "@/lib/browser/stay-interview";
import { INTERVIEW } from "./words";

interface QuestionProps {
  readonly id: QuestionId;
  readonly answer: InterviewAnswer;
  readonly onChange: (answer: InterviewAnswer) => void;
}

export function Question({ id, answer, onChange }: QuestionProps) {
  const words = useWords(INTERVIEW);
  const field = useId();
  return (
    <li className="border-t border-rule py-5">
      <h2 id={`${field}-question`} className="text-base font-semibold">
        {words.questions[id]}
      </h2>
      <label htmlFor={field} className="mt-2 mb-1 block text-xs text-ink-3">
        {words.notes}
      </label>
      <textarea id={field} rows={3} maxLength={2000} aria-describedby={`${field}-question`} value={answer.notes} onChange={(event) => onChange({ ...answer, notes: event.target.value })} className={`${INPUT} py-2`} />
      <fieldset className="mt-2 flex flex-wrap items-center gap-x-5">
        <legend className="sr-only">{`${words.short[id]}: ${words.mark}`}</legend>
        {MARKS.map((mark) => (
          <Check key={mark} type="radio" name={`${field}-mark`} checked={answer.mark === mark} onChange={() => onChange({ ...answer, mark })} label={words.marks[mark]} />
        ))}
      </fieldset>
    </li>
  );
}
