/** @file RolePanel: the way to one role: steps between, time, what is missing, openings, and what promotion asks for as quoted policy. */
"use client";

import Link from "next/link";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { useReader } from "@/app/_components/reader/reader-context";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { loadCareer } from "@/lib/browser/growth-network";
import type { CareerRoleView, CareersView } from "@/lib/contracts/growth-network";
import { LevelMark } from "../../_components/level-mark";
import { hoursText, moneyText, percentOf } from "../../_components/money";
import { QuotedPolicy } from "../../_components/quoted-policy";
import { Reach } from "../../_components/reach";
import { targetHref } from "../../_components/target-href";
import { GROWTH } from "../../_components/words";
import { CAREERS } from "./words";

export function RolePanel({ role, careers }: { role: CareerRoleView; careers: CareersView }) {
  const words = useWords(CAREERS);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const reader = useReader();
  const detail = useResource(`growth career ${role.id}`, (signal) => loadCareer(role.id, signal));
  const months = role.hours === null ? 0 : Math.ceil(role.hours / Math.max(0.5, careers.hoursPerWeek) / 4.33);
  const titleOf = (id: string) => careers.roles.find((each) => each.id === id)?.title[language] ?? id;
  return (
    <section aria-labelledby="role" className="space-y-4 text-sm">
      <div>
        <h2 id="role" className="text-lg font-semibold tracking-tight">
          {role.title[language]}
        </h2>
        <p className="text-ink-3">{[words.grade(role.grade), role.department, ...role.sites].join(" · ")}</p>
        {role.band && <p className="text-ink-3 tabular">{words.band(moneyText(role.band.from, language), moneyText(role.band.to, language))}</p>}
      </div>
      <div>
        <Reach before={role.coverage} label={terms.covered(percentOf(role.coverage))} />
        <p className="mt-1 text-xs text-ink-3 tabular">{terms.covered(percentOf(role.coverage))}</p>
        <p className="text-xs text-ink-3 tabular">{role.hours === null ? words.unknown : role.hours === 0 ? words.nothing : words.hours(hoursText(role.hours), months)}</p>
      </div>
      {detail.waiting && <WaitingRows rows={3} height={32} label={words.way} />}
      {detail.error !== undefined && <FailedPanel error={detail.error} onRetry={detail.reload} />}
      {detail.data && role.id !== careers.here && (
        <div>
          <h3 className="font-semibold">{words.way}</h3>
          {detail.data.path ? (
            <>
              <p>{detail.data.path.roles.map(titleOf).join(" → ")}</p>
              <p className="text-ink-2">{detail.data.path.reason[language]}</p>
            </>
          ) : (
            <p className="text-ink-2">{words.noWay}</p>
          )}
        </div>
      )}
      {detail.data && detail.data.missing.length > 0 && (
        <div>
          <h3 className="font-semibold">{words.missing}</h3>
          <ul className="mt-1 space-y-1">
            {detail.data.missing.slice(0, 6).map(({ skillId, have, needed }) => (
              <li key={skillId} className="flex items-center justify-between gap-3">
                {detail.data?.names[skillId]?.[language] ?? skillId}
                <LevelMark have={have} needed={needed} label={`${have} / ${needed}`} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {role.openings.length > 0 && (
        <div>
          <h3 className="font-semibold">{words.opening}</h3>
          {role.openings.map(({ id, title }) => (
            <button key={id} type="button" onClick={() => reader.open({ documentId: id, title, passage: null })} className="block underline underline-offset-4">
              {title}
            </button>
          ))}
        </div>
      )}
      <Link href={targetHref({ kind: "role", id: role.id, text: "" })} className="inline-flex h-9 items-center rounded-md bg-ink px-3.5 font-medium text-paper hover:bg-ink-2">
        {words.plan}
      </Link>
      <details>
        <summary className="py-1 font-semibold">{words.promotion}</summary>
        <p className="mb-2 text-xs text-ink-3">{words.promotionSays}</p>
        <QuotedPolicy topic="promotion" />
      </details>
    </section>
  );
}
