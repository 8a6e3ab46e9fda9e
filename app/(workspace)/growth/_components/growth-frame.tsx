/** @file GrowthFrame: the head of every growth screen and the way between them. */
"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef, type ReactNode } from "react";
import { useWords } from "@/app/_components/language/language";
import { useCan } from "@/app/_components/shell/me";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { useScrollable } from "@/app/_components/use-scrollable";
import { GROWTH } from "./words";

interface GrowthFrameProps {
  readonly title: string;
  readonly summary?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function GrowthFrame({ title, summary, actions, children }: GrowthFrameProps) {
  const words = useWords(GROWTH);
  const pathname = usePathname();
  const hasTeam = useCan("growth:team");
  const hasGroups = useCan("growth:organisation");
  const places = [
    { path: "/growth", name: words.overview },
    { path: "/growth/plan", name: words.plan },
    { path: "/growth/careers", name: words.careers },
    { path: "/growth/network", name: words.network },
    { path: "/growth/profile", name: words.profile },
    { path: "/growth/cv-check", name: words.cvCheck },
    { path: "/growth/my-case", name: words.myCase },
    ...(hasTeam ? [{ path: "/growth/team", name: words.team }] : []),
    ...(hasGroups ? [{ path: "/growth/organisation", name: words.organisation }] : []),
  ];
  const nav = useRef<HTMLElement>(null);
  const stop = useScrollable(nav);
  useEffect(() => {
    // On a phone the tabs are wider than the screen: the one that is open is brought into sight.
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname]);
  const isHere = (path: string) => pathname === path || (path !== "/growth" && pathname.startsWith(`${path}/`));
  return (
    <div className="hairline-scroll h-full overflow-y-auto">
      <ScreenHead title={title} summary={summary}>
        {actions}
      </ScreenHead>
      <nav ref={nav} tabIndex={stop} aria-label={words.sections} className="hairline-scroll sticky top-0 z-10 mb-6 overflow-x-auto border-b border-rule bg-paper px-5 sm:px-8">
        <ul className="flex gap-5">
          {places.map(({ path, name }) => (
            <li key={path}>
              <Link
                href={path}
                aria-current={isHere(path) ? "page" : undefined}
                className={clsx("-mb-px block border-b-2 py-2 text-sm whitespace-nowrap coarse:py-3", isHere(path) ? "border-ink font-semibold" : "border-transparent text-ink-2 hover:text-ink")}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="max-w-6xl px-5 pb-20 sm:px-8">{children}</div>
    </div>
  );
}
