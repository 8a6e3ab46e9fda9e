/** @file TakePart: one's own yes to stand in the picture, what it shows then, and the projects one names. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { Check } from "@/app/_components/ui/field";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { changeProfile, loadProfile } from "@/lib/browser/growth";
import { messageOf } from "@/lib/browser/http";
import type { ProfileChange } from "@/lib/contracts/growth";
import { ProjectsField } from "../../../_components/projects-field";
import { GRAPH } from "./words";

/** @param known projects that others in the picture name */
export function TakePart({ known, onChanged }: { known: readonly string[]; onChanged: () => void }) {
  const words = useWords(GRAPH);
  const notify = useNotify();
  const profile = useResource("growth profile", loadProfile);
  const { data } = profile;
  const save = async (change: ProfileChange, said: string) => {
    try {
      const next = await changeProfile(change);
      profile.change(() => next);
      notify({ text: said });
      onChanged();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };
  return (
    <section aria-labelledby="part" className="text-sm">
      <h2 id="part" className="font-semibold">
        {words.part}
      </h2>
      {profile.waiting && <WaitingRows rows={2} height={40} label={words.part} />}
      {profile.error !== undefined && <FailedPanel error={profile.error} onRetry={profile.reload} />}
      {data && (
        <div className="space-y-3">
          <Check checked={data.share.graph} onChange={(graph) => void save({ share: { ...data.share, graph } }, graph ? words.joined : words.left)} label={words.show} help={words.showSays} />
          {!data.share.graph && <p className="text-xs text-ink-3">{words.notShown}</p>}
          <ProjectsField projects={data.projects} known={known} onChange={(projects) => void save({ projects }, words.saved)} />
        </div>
      )}
    </section>
  );
}
