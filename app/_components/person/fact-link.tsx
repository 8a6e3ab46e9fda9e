/** @file A value of a profile: choosing it shows the place in the résumé that says so, marked. */
"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useWords } from "../language/language";
import { useReader } from "../reader/reader-context";
import { langOf } from "../words";
import { PERSON } from "./words";

export interface ResumeOf {
  readonly documentId: string;
  readonly title: string;
}

interface FactLinkProps {
  readonly resume: ResumeOf;
  readonly span: { readonly start: number; readonly end: number };
  /** The value as written; also what is read out. */
  readonly value: string;
  readonly children?: ReactNode;
  readonly className?: string;
}

export function FactLink({ resume, span, value, children, className }: FactLinkProps) {
  const words = useWords(PERSON);
  const reader = useReader();
  const shown = value.replace(/\s+/g, " ");
  return (
    <button
      type="button"
      lang={langOf(shown)}
      aria-label={words.place(shown)}
      onClick={() => reader.open({ documentId: resume.documentId, title: resume.title, passage: { start: span.start, end: span.end } })}
      className={clsx("text-left underline decoration-rule-2 underline-offset-4 hover:decoration-marker-line hover:decoration-2 coarse:min-h-9", className)}
    >
      {children ?? shown}
    </button>
  );
}
