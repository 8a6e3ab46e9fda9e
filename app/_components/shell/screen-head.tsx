/** @file The head of a screen: its name, one line of figures, its main actions. */
import type { ReactNode } from "react";

interface ScreenHeadProps {
  readonly title: string;
  readonly summary?: ReactNode;
  readonly children?: ReactNode;
}

export const ScreenHead = ({ title, summary, children }: ScreenHeadProps) => (
  <header className="flex min-h-19 flex-wrap items-center gap-x-4 gap-y-2 px-5 pt-4 pb-3 sm:px-8">
    <div className="min-w-40 flex-1">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      <p className="text-sm text-ink-3 tabular">{summary}</p>
    </div>
    {children && <div className="flex flex-wrap items-center gap-x-4 gap-y-2">{children}</div>}
  </header>
);
