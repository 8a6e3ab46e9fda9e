/** @file Relations that open something to one person: hiring managers of openings, learning and development for groups. */
"use client";

import type { ReactNode } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { useNotify } from "@/app/_components/ui/toasts";
import { endHiringManager, endLearningPartner } from "@/lib/browser/directory";
import { messageOf } from "@/lib/browser/http";
import type { DirectoryView, LearningPartnerView } from "@/lib/contracts/directory";
import { HiringForm } from "./hiring-form";
import { LearningForm } from "./learning-form";
import { PEOPLE } from "./words";

interface RelationsPanelProps {
  readonly data: DirectoryView;
  readonly onChanged: () => void;
}

export function RelationsPanel({ data, onChanged }: RelationsPanelProps) {
  const words = useWords(PEOPLE);
  const formats = useFormats();
  const notify = useNotify();
  const end = async (name: string, work: () => Promise<void>) => {
    try {
      await work();
      notify({ text: words.ended(name) });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
    onChanged();
  };
  const groupText = ({ kind, group }: LearningPartnerView) => (kind === "company" ? words.wholeCompany : kind === "department" ? words.department(group) : words.site(group));
  return (
    <div className="hairline-scroll min-h-0 flex-1 space-y-10 overflow-auto px-5 pt-3 pb-8 sm:px-8">
      <Section id="hiring" title={words.hiringTitle} says={words.hiringSays} none={data.hiringManagers.length === 0 ? words.noHiring : null}>
        {data.hiringManagers.map((one) => (
          <Row
            key={`${one.openingId} ${one.userId}`}
            name={one.name}
            what={one.opening}
            more={words.untilDay(formats.day(new Date(Date.parse(one.until) - 1).toISOString()))}
            end={data.can.nameManagers ? { label: words.endOf(one.name, one.opening), run: () => void end(one.name, () => endHiringManager({ openingId: one.openingId, userId: one.userId })) } : null}
          />
        ))}
        {data.can.nameManagers && <HiringForm data={data} onNamed={onChanged} />}
      </Section>
      <Section id="learning" title={words.learningTitle} says={words.learningSays} none={data.learningPartners.length === 0 ? words.noLearning : null}>
        {data.learningPartners.map((one) => (
          <Row
            key={`${one.kind} ${one.group} ${one.userId}`}
            name={one.name}
            what={groupText(one)}
            more=""
            end={data.can.manage ? { label: words.endOf(one.name, groupText(one)), run: () => void end(one.name, () => endLearningPartner({ userId: one.userId, kind: one.kind, group: one.group })) } : null}
          />
        ))}
        {data.can.manage && <LearningForm data={data} onNamed={onChanged} />}
      </Section>
    </div>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly none: string | null;
  readonly children: ReactNode;
}

const Section = ({ id, title, says, none, children }: SectionProps) => (
  <section aria-labelledby={id} className="max-w-4xl">
    <h2 id={id} className="text-lg font-semibold tracking-tight">
      {title}
    </h2>
    <p className="mt-1 mb-3 max-w-prose text-sm text-ink-2">{says}</p>
    {none && <p className="border-y border-rule py-3 text-sm text-ink-3">{none}</p>}
    <div>{children}</div>
  </section>
);

interface RowProps {
  readonly name: string;
  readonly what: string;
  readonly more: string;
  readonly end: { readonly label: string; readonly run: () => void } | null;
}

function Row({ name, what, more, end }: RowProps) {
  const words = useWords(PEOPLE);
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-4 border-b border-rule py-1 text-sm">
      <span className="min-w-0 flex-1 basis-44 truncate font-medium">{name}</span>
      <span className="min-w-0 flex-1 basis-60 truncate text-ink-2">{what}</span>
      <span className="basis-32 text-ink-3 tabular">{more}</span>
      {end && (
        <Button size="sm" look="quiet" aria-label={end.label} onClick={end.run}>
          {words.end}
        </Button>
      )}
    </div>
  );
}
