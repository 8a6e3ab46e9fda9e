/** @file WhoSees: the four consents, and in plain words what each of the others sees now. Every kind of sharing has its line. */
"use client";

import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Check } from "@/app/_components/ui/field";
import { changeProfile } from "@/lib/browser/growth";
import type { Consents, GrowthProfileView } from "@/lib/contracts/growth";
import { AUDIENCES, SHARINGS } from "@/lib/contracts/growth-sharing";
import type { Apply } from "./profile-screen";
import { SHARING } from "./sharing-words";
import { PROFILE } from "./words";

const NOBODY: Consents = { manager: false, experts: false, groups: false, graph: false };

export function WhoSees({ profile, apply }: { profile: GrowthProfileView; apply: Apply }) {
  const words = useWords(PROFILE);
  const sharing = useWords(SHARING);
  const formats = useFormats();
  const { share, sharedNow } = profile;
  const set = (change: Partial<Consents>, said = words.saved) => void apply(() => changeProfile({ share: { ...share, ...change } }), said);
  const rows = AUDIENCES.map((audience) => ({ who: sharing.people[audience], what: sharedNow.filter(({ what }) => SHARINGS[what] === audience).map(({ what, count }) => sharing.what[what](count)) }));
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
        {[{ who: sharing.you, what: [sharing.seesAll] }, ...rows].map(({ who, what }) => (
          <div key={who} className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-2 border-t border-rule py-1.5">
            <dt className="text-ink-3">{who}</dt>
            <dd>{what.length === 0 ? sharing.nothing : what.length === 1 ? what[0] : what.map((line) => <p key={line} className="not-first:mt-1">{line}</p>)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-xs text-ink-3">
        {sharing.approvalSays} {sharing.ownOrder} {sharing.elsewhere}
      </p>
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
