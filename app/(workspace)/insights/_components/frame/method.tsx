/** @file Method and limits, one click away. */
"use client";

import type { ReactNode } from "react";

export const Method = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="border-t border-rule pt-3 text-sm">
    <summary className="cursor-pointer font-semibold">{title}</summary>
    <div className="mt-2 flex max-w-prose flex-col gap-2 text-ink-2">{children}</div>
  </details>
);
