/** @file The places of the workspace, by permission. */
"use client";

import clsx from "clsx";
import { BriefcaseBusiness, Equal, FileText, Inbox, LineChart, ChartSpline, ScanEye, ListChecks, MessageSquareText, Network, Scale, ScrollText, SlidersHorizontal, Sprout, ThumbsUp, type LucideIcon, Users, UserSearch } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useLanguage, useWords } from "../language/language";
import { useMe } from "./me";
import { useCounts } from "./notifications-count";
import { NOTIFICATIONS } from "./notifications-words";
import { PLACES } from "./places";
import { SHELL } from "./words";

const ICONS: Readonly<Record<string, LucideIcon>> = {
  "/chat": MessageSquareText,
  "/growth": Sprout,
  "/documents": FileText,
  "/inbox": Inbox,
  "/tasks": ListChecks,
  "/candidates": UserSearch,
  "/review": Scale,
  "/models": LineChart,
  "/feedback": ThumbsUp,
  "/jobs": BriefcaseBusiness,
  "/fairness": Equal,
  "/insights": ChartSpline,
  "/insights/me": ScanEye,
  "/people": Network,
  "/users": Users,
  "/audit": ScrollText,
  "/settings": SlidersHorizontal,
};

export function Navigation() {
  const pathname = usePathname();
  const { permissions } = useMe();
  const language = useLanguage();
  const words = useWords(SHELL);
  return (
    <nav aria-label={words.main} className="shrink-0 px-3">
      <ul className="space-y-px">
        {PLACES.filter((place) => place.permission === null || permissions.includes(place.permission)).map((place) => {
          const Icon = ICONS[place.path];
          const current = isCurrent(pathname, place.path);
          return (
            <li key={place.path}>
              <Link
                href={place.path}
                aria-current={current ? "page" : undefined}
                className={clsx(
                  "flex h-8 items-center gap-2.5 rounded-md px-2 text-sm coarse:h-10",
                  current ? "font-semibold text-ink" : "text-ink-2 hover:bg-press hover:text-ink",
                )}
              >
                {Icon && <Icon size={16} strokeWidth={current ? 2.1 : 1.7} aria-hidden />}
                {place.name[language]}
                {place.path === "/inbox" && <Waiting />}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** A place within another one (what insights say about me) is its own place. */
function isCurrent(pathname: string, path: string): boolean {
  const isWithin = (one: string): boolean => pathname === one || pathname.startsWith(`${one}/`);
  return isWithin(path) && !PLACES.some((other) => other.path.startsWith(`${path}/`) && isWithin(other.path));
}

/** How many questions wait in HR's inbox. */
function Waiting() {
  const words = useWords(NOTIFICATIONS);
  const { inbox } = useCounts();
  if (!inbox) return null;
  return (
    <span className="ml-auto text-xs text-ink-2 tabular">
      <span aria-hidden>{inbox}</span>
      <span className="sr-only">{words.waiting(inbox)}</span>
    </span>
  );
}
