/** @file The frame of every insights page: title, its places as a line of links, what it shows while insights are off. */
"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef, type ReactNode } from "react";
import { useWords } from "@/app/_components/language/language";
import { useScrollable } from "@/app/_components/use-scrollable";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { INSIGHTS } from "../words";

const PLACES = [
  ["/insights", "overview"],
  ["/insights/data", "data"],
  ["/insights/attrition", "attrition"],
  ["/insights/performance", "performance"],
  ["/insights/clusters", "clusters"],
  ["/insights/channels", "channels"],
  ["/insights/text", "text"],
  ["/insights/synthetic", "synthetic"],
] as const;

interface InsightsFrameProps {
  readonly title: string;
  readonly summary?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function InsightsFrame({ title, summary, actions, children }: InsightsFrameProps) {
  const words = useWords(INSIGHTS);
  const pathname = usePathname();
  const nav = useRef<HTMLElement>(null);
  const stop = useScrollable(nav);
  useEffect(() => {
    // On a phone the tabs are wider than the screen: the one that is open is brought into sight.
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname]);
  const isHere = (path: string): boolean => pathname === path || (path !== "/insights" && pathname.startsWith(`${path}/`));
  return (
    <div className="flex h-full flex-col">
      <ScreenHead title={title} summary={summary}>{actions}</ScreenHead>
      <nav ref={nav} tabIndex={stop} aria-label={words.title} className="hairline-scroll overflow-x-auto border-b border-rule px-5 sm:px-8">
        <ul className="flex gap-5">
          {PLACES.map(([path, name]) => (
            <li key={path}>
              <Link href={path} aria-current={isHere(path) ? "page" : undefined} className={clsx("block border-b-2 py-2 text-sm whitespace-nowrap", isHere(path) ? "border-ink font-semibold" : "border-transparent text-ink-2 hover:text-ink")}>
                {words.pages[name]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="hairline-scroll min-h-0 flex-1 overflow-auto px-5 pt-6 pb-12 sm:px-8">{children}</div>
    </div>
  );
}

/** What a page would do, and the way to the approval. */
export function OffPanel({ does }: { does: string }) {
  const words = useWords(INSIGHTS);
  return (
    <div className="max-w-xl">
      <h2 className="text-lg font-semibold tracking-tight">{words.isOff}</h2>
      <p className="mt-2 text-ink-2">{words.offHere}</p>
      <p className="mt-3 border-l-2 border-marker-line pl-3 font-serif">{does}</p>
      <p className="mt-5"><Link href="/insights" className="font-medium underline underline-offset-4">{words.toApproval}</Link></p>
    </div>
  );
}
