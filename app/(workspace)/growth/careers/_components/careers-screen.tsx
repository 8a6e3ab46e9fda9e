/** @file CareersScreen: the lattice as a picture, the way to one role, and everything as a table. */
"use client";

import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { loadCareers } from "@/lib/browser/growth-network";
import { GoalField } from "../../_components/goal-field";
import { GrowthFrame } from "../../_components/growth-frame";
import { Lattice } from "./lattice";
import { RolePanel } from "./role-panel";
import { RoleTable } from "./role-table";
import { CAREERS } from "./words";

export function CareersScreen() {
  const words = useWords(CAREERS);
  const language = useLanguage();
  const careers = useResource("growth careers", loadCareers);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data } = careers;
  const here = data?.roles.find(({ id }) => id === data.here);
  const role = data?.roles.find(({ id }) => id === chosen);
  return (
    <GrowthFrame title={words.title} summary={data && words.summary(data.roles.length, here?.title[language] ?? null)}>
      {careers.waiting && <WaitingRows rows={6} height={72} label={words.title} />}
      {careers.error !== undefined && <FailedPanel error={careers.error} onRetry={careers.reload} />}
      {data?.roles.length === 0 && <EmptyPanel title={words.empty}>{words.emptySays}</EmptyPanel>}
      {data && data.roles.length > 0 && (
        <div className="space-y-10">
          <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_19rem]">
            <Lattice careers={data} chosen={chosen} onChoose={setChosen} />
            {role ? <RolePanel key={role.id} role={role} careers={data} /> : <p className="text-sm text-ink-3">{words.choose}</p>}
          </div>
          <RoleTable careers={data} onChoose={setChosen} />
          <section aria-label={words.elsewhere} className="max-w-2xl">
            <GoalField label={words.elsewhere} />
          </section>
        </div>
      )}
    </GrowthFrame>
  );
}
