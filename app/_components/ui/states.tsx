/** @file What a panel shows when it has nothing to show: waiting, empty, failed. */
"use client";

import { RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { ApiError } from "@/lib/browser/http";
import { problemOf, UNFORESEEN } from "@/lib/browser/problem";
import { useLanguage, useWords } from "../language/language";
import { TERMS } from "../words";
import { Button } from "./button";

/** Rows of quiet bars with the height of the real rows, so that nothing moves when these arrive. */
export function WaitingRows({ rows = 8, height = 48, label }: { rows?: number; height?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="animate-arrive">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex items-center gap-6 border-b border-rule" style={{ height }}>
          <span className="h-2.5 rounded-sm bg-press" style={{ width: `${38 - ((row * 7) % 16)}%` }} />
          <span className="h-2.5 w-[12%] rounded-sm bg-press" />
          <span className="ml-auto h-2.5 w-[8%] rounded-sm bg-press" />
        </div>
      ))}
    </div>
  );
}

export function FailedPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const terms = useWords(TERMS);
  const language = useLanguage();
  const { sentence, detail } = error instanceof ApiError ? problemOf(error, language) : { sentence: UNFORESEEN[language], detail: null };
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-2 border-l-2 border-no bg-no-wash px-4 py-3 text-sm">
      <div className="min-w-0 flex-1">
        <p>{sentence}</p>
        {detail !== null && (
          <p lang="en" className="text-xs text-ink-2">
            {detail}
          </p>
        )}
      </div>
      {onRetry && (
        <Button size="sm" onClick={onRetry}>
          <RotateCw size={13} aria-hidden /> {terms.tryAgain}
        </Button>
      )}
    </div>
  );
}

interface EmptyPanelProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyPanel({ title, children, action }: EmptyPanelProps) {
  return (
    <div className="mx-auto max-w-md px-4 py-16">
      <h2 className="text-lg font-semibold tracking-tight first-letter:uppercase">{title}</h2>
      <div className="mt-2 text-base text-ink-2">{children}</div>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
