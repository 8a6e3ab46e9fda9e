/** @file ProfileScreen: skills with their evidence, what one wants, who sees what, and what colleagues ask one to confirm. */
"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { loadProfile } from "@/lib/browser/growth";
import { messageOf } from "@/lib/browser/http";
import type { GrowthProfileView, ProfileSkillView } from "@/lib/contracts/growth";
import { GrowthFrame } from "../../_components/growth-frame";
import { InterviewNotes } from "../../_components/interview-notes";
import { AskedOfMe } from "./asked-of-me";
import { SkillDialog } from "./skill-dialog";
import { SkillRow } from "./skill-row";
import { Wishes } from "./wishes";
import { WhoSees } from "./who-sees";
import { PROFILE } from "./words";

export function ProfileScreen() {
  const words = useWords(PROFILE);
  const notify = useNotify();
  const profile = useResource("growth profile", loadProfile);
  const [editing, setEditing] = useState<ProfileSkillView | "new" | null>(null);
  const { data } = profile;
  /** Shows what the server made of it; a failure is said, and nothing changes. */
  const apply = async (work: () => Promise<GrowthProfileView>, said: string): Promise<boolean> => {
    try {
      const next = await work();
      profile.change(() => next);
      notify({ text: said });
      return true;
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
      return false;
    }
  };
  return (
    <GrowthFrame
      title={words.title}
      summary={data && words.summary(data.skills.length)}
      actions={
        data && (
          <Button look="solid" onClick={() => setEditing("new")}>
            <Plus size={15} aria-hidden /> {words.add}
          </Button>
        )
      }
    >
      {profile.waiting && <WaitingRows rows={6} height={64} label={words.title} />}
      {profile.error !== undefined && <FailedPanel error={profile.error} onRetry={profile.reload} />}
      {data && (
        <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="min-w-0 space-y-10">
            {data.asked.length > 0 && <AskedOfMe profile={data} apply={apply} />}
            <InterviewNotes role="employee" />
            <section aria-labelledby="skills">
              <h2 id="skills" className="text-lg font-semibold tracking-tight">
                {words.skills}
              </h2>
              <p className="text-sm text-ink-3">{words.owns}</p>
              {data.skills.length === 0 && <p className="py-8 text-base text-ink-2">{words.none}</p>}
              <ul className="mt-3">
                {data.skills.map((skill) => (
                  <SkillRow key={skill.skillId} skill={skill} apply={apply} onEdit={() => setEditing(skill)} />
                ))}
              </ul>
            </section>
          </div>
          <div className="space-y-10">
            <WhoSees profile={data} apply={apply} />
            <Wishes key={data.person.id} profile={data} apply={apply} />
          </div>
        </div>
      )}
      {editing !== null && <SkillDialog skill={editing === "new" ? null : editing} apply={apply} onClose={() => setEditing(null)} />}
    </GrowthFrame>
  );
}

export type Apply = (work: () => Promise<GrowthProfileView>, said: string) => Promise<boolean>;
