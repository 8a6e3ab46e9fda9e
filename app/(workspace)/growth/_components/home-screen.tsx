/** @file This week: the next step first, then what waits for one, then where one could go. Quiet when there is nothing to do. */
"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { langOf } from "@/app/_components/words";
import { useResource } from "@/app/_components/use-resource";
import { loadGrowthHome } from "@/lib/browser/growth";
import type { GrowthHome } from "@/lib/contracts/growth";
import { GoalField } from "./goal-field";
import { GrowthFrame } from "./growth-frame";
import { hoursText, percentOf } from "./money";
import { NextStep } from "./next-step";
import { Reach } from "./reach";
import { targetHref } from "./target-href";
import { GROWTH, HOME } from "./words";

export function HomeScreen() {
  const words = useWords(HOME);
  const terms = useWords(GROWTH);
  const home = useResource("growth home", loadGrowthHome);
  const { data } = home;
  const plan = data?.plans.find(({ status }) => status === "active");
  return (
    <GrowthFrame title={data ? words.greeting(firstName(data.name)) : terms.title} summary={data && (data.profile.skills === 0 ? words.emptyProfile : words.yourProfile(data.profile.skills, data.profile.confirmed))}>
      {home.waiting && <WaitingRows rows={5} height={84} label={words.next} />}
      {home.error !== undefined && <FailedPanel error={home.error} onRetry={home.reload} />}
      {data && (
        <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="min-w-0 space-y-10">
            {plan ? <NextStep plan={plan} onChanged={home.reload} /> : <NoPlan data={data} />}
            {data.suggestions.length > 0 && <Near home={data} />}
          </div>
          <div className="space-y-9">
            <Waiting home={data} />
            <Programmes home={data} />
            <p className="text-xs text-ink-3">{words.private}</p>
          </div>
        </div>
      )}
    </GrowthFrame>
  );
}

/** Chinese names are called whole. */
const firstName = (name: string): string => (/\p{Script=Han}/u.test(name) ? name : (name.split(" ")[0] ?? name));

function NoPlan({ data }: { data: GrowthHome }) {
  const words = useWords(HOME);
  const language = useLanguage();
  const finished = data.plans.find(({ status }) => status === "done");
  return (
    <section aria-labelledby="goal">
      {finished && <p className="mb-6 border-l-2 border-yes pl-4 text-base">{words.finishedSays(finished.target.title[language])}</p>}
      <h2 id="goal" className="text-2xl font-semibold tracking-tight">
        {finished ? words.another : words.noPlan}
      </h2>
      <p className="mt-2 max-w-2xl text-base text-ink-2">{words.noPlanSays}</p>
      <GoalField className="mt-5 max-w-2xl" />
    </section>
  );
}

function Near({ home }: { home: GrowthHome }) {
  const words = useWords(HOME);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  return (
    <section aria-labelledby="near">
      <h2 id="near" className="text-lg font-semibold tracking-tight">
        {words.near}
      </h2>
      <p className="text-sm text-ink-3">{words.nearSays}</p>
      <ul className="mt-3 grid gap-x-8 sm:grid-cols-2">
        {home.suggestions.map((choice) => (
          <li key={`${choice.ref.kind} ${choice.ref.id ?? ""}`} className="border-t border-rule">
            <Link href={targetHref(choice.ref)} className="group block py-3">
              <span className="flex items-baseline justify-between gap-3">
                <span lang={langOf(choice.title[language])} className="text-base font-medium underline decoration-transparent underline-offset-4 group-hover:decoration-ink">
                  {choice.title[language]}
                </span>
                <span className="text-sm whitespace-nowrap text-ink-2 tabular">{terms.percent(percentOf(choice.coverage ?? 0))}</span>
              </span>
              <span className="text-xs text-ink-3">{choice.about[language]}</span>
              <Reach before={choice.coverage ?? 0} label={terms.covered(percentOf(choice.coverage ?? 0))} className="mt-2" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting({ home }: { home: GrowthHome }) {
  const words = useWords(HOME);
  const items = [
    { n: home.approvals, text: words.approvals(home.approvals), href: "/growth/team" },
    { n: home.mentorRequests, text: words.requests(home.mentorRequests), href: "/growth/network" },
    { n: home.asked, text: words.confirmations(home.asked), href: "/growth/profile" },
  ].filter(({ n }) => n > 0);
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="text-sm font-semibold">
        {words.waiting}
      </h2>
      <ul className="mt-1">
        {items.map(({ href, text }) => (
          <li key={href} className="border-t border-rule">
            <Link href={href} className="flex items-center justify-between gap-3 py-2.5 text-sm hover:underline hover:underline-offset-4">
              {text} <ArrowRight size={14} aria-hidden className="shrink-0 text-ink-3" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Programmes({ home }: { home: GrowthHome }) {
  const words = useWords(HOME);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  if (home.programmes.length === 0) return null;
  return (
    <section aria-labelledby="programmes">
      <h2 id="programmes" className="text-sm font-semibold">
        {words.programmes}
      </h2>
      <ul className="mt-1">
        {home.programmes.map((programme) => (
          <li key={programme.id} className="border-t border-rule">
            <Link href={targetHref({ kind: "programme", id: programme.id, text: "" })} className="group block py-2.5">
              <span className="block text-sm font-medium underline decoration-transparent underline-offset-4 group-hover:decoration-ink">{programme.title[language]}</span>
              <span className="mt-0.5 line-clamp-2 block text-xs text-ink-2">{programme.summary[language]}</span>
              <span className="mt-0.5 block text-xs text-ink-3 tabular">
                {words.steps(programme.steps)} · {terms.hours(hoursText(programme.hours))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
