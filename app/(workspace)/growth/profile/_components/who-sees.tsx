/** @file WhoSees: the four consents, and in plain words what each of the others sees now. */
"use client";

import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Check } from "@/app/_components/ui/field";
import { changeProfile } from "@/lib/browser/growth";
import type { Consents, GrowthProfileView } from "@/lib/contracts/growth";
import type { Apply } from "./profile-screen";
import { PROFILE } from "./words";

const NOBODY: Consents = { manager: false, experts: false, groups: false, graph: false };

export function WhoSees({ profile, apply }: { profile: GrowthProfileView; apply: Apply }) {
  const words = useWords(PROFILE);
  const formats = useFormats();
  const { share } = profile;
  const set = (change: Partial<Consents>, said = words.saved) => void apply(() => changeProfile({ share: { ...share, ...change } }), said);
  const findable = profile.skills.filter(({ shared }) => shared).length;
  const rows = [
    [words.you, words.seesAll],
    [words.manager, share.manager ? words.managerSees : words.managerPlanOnly],
    [words.colleagues, [share.experts && findable > 0 && words.colleaguesSee(findable), share.graph && words.colleaguesSeeGraph].filter(Boolean).join("; ") || words.nothing],
    [words.ld, share.groups ? words.ldSees : words.nothing],
  ];
  return (
    <section aria-labelledby="who">
      <h2 id="who" className="mb-1 text-sm font-semibold">
        {words.who}
      </h2>
      <Check checked={share.manager} onChange={(manager) => set({ manager })} label={words.managers(profile.person.manager)} />
      <Check checked={share.experts} onChange={(experts) => set({ experts })} label={words.experts} />
      <Check checked={share.groups} onChange={(groups) => set({ groups })} label={words.groups} />
      <Check checked={share.graph} onChange={(graph) => set({ graph })} label={words.graph} />
      <dl className="mt-3 text-xs">
        {rows.map(([who, what]) => (
          <div key={who} className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-2 border-t border-rule py-1.5">
            <dt className="text-ink-3">{who}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      {profile.consentedAt && (
        <p className="mt-2 flex flex-wrap items-center justify-between gap-2 text-xs text-ink-3">
          {words.since(formats.day(profile.consentedAt))}
          <Button size="sm" onClick={() => set(NOBODY, words.withdrawn)}>
            {words.withdraw}
          </Button>
        </p>
      )}
    </section>
  );
}
