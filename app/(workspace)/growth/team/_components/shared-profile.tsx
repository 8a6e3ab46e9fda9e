/** @file SharedProfile: all that a report shares with their manager (skills with evidence, plans with steps and progress), and nothing else. */
"use client";

import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { langOf } from "@/app/_components/words";
import { useResource } from "@/app/_components/use-resource";
import { loadSharedProfile } from "@/lib/browser/growth";
import type { SharedPlanView, SharedProfileView } from "@/lib/contracts/growth";
import { EvidenceItem } from "../../_components/evidence-item";
import { LevelMark } from "../../_components/level-mark";
import { moneyText } from "../../_components/money";
import { GROWTH } from "../../_components/words";
import { TEAM } from "./words";

export function SharedProfile({ id, name }: { id: string; name: string }) {
  const words = useWords(TEAM);
  const profile = useResource(`growth shared ${id}`, (signal) => loadSharedProfile(id, signal));
  if (profile.waiting) return <WaitingRows rows={2} height={32} label={words.open(name)} />;
  if (profile.error !== undefined) return <FailedPanel error={profile.error} onRetry={profile.reload} />;
  const { data } = profile;
  if (!data) return null;
  return (
    <div className="mt-1 mb-3 grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <section>
        <h3 className="text-xs font-semibold text-ink-3">{words.skillsHead}</h3>
        {data.skills.length === 0 && <p className="py-2 text-sm text-ink-2">{words.noSkills}</p>}
        <ul aria-label={words.open(name)}>
          {data.skills.map((skill) => (
            <Skill key={skill.skillId} skill={skill} />
          ))}
        </ul>
      </section>
      <section>
        <h3 className="text-xs font-semibold text-ink-3">{words.plansHead}</h3>
        {data.plans.length === 0 && <p className="py-2 text-sm text-ink-2">{words.noPlan}</p>}
        {data.plans.map((plan) => (
          <Plan key={plan.id} plan={plan} name={name} />
        ))}
      </section>
    </div>
  );
}

function Skill({ skill }: { skill: SharedProfileView["skills"][number] }) {
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const name = skill.name[language];
  return (
    <li className="border-t border-rule py-2 text-sm">
      <p className="flex items-center justify-between gap-3">
        <span lang={langOf(name)} className="font-medium">
          {name}
        </span>
        <LevelMark have={skill.level} label={terms.levelOf(skill.level, terms.levels[skill.level])} />
      </p>
      <ul className="mt-1 space-y-1">
        {skill.evidence.map((evidence, i) => (
          <EvidenceItem key={i} evidence={evidence} level={skill.level} />
        ))}
      </ul>
    </li>
  );
}

function Plan({ plan, name }: { plan: SharedPlanView; name: string }) {
  const words = useWords(TEAM);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const formats = useFormats();
  const title = plan.title[language];
  return (
    <div className="border-t border-rule py-2 text-sm">
      <p lang={langOf(title)} className="font-medium">
        {title}
      </p>
      <p className="text-xs text-ink-3 tabular">{[words.steps(plan.progress.done, plan.progress.of), plan.done ? words.finished : plan.finish && words.until(formats.day(plan.finish))].filter(Boolean).join(" · ")}</p>
      <ol aria-label={words.stepsOf(title, name)} className="mt-1">
        {plan.steps.map((step) => (
          <li key={step.courseId} className="flex flex-wrap justify-between gap-x-4 py-1">
            <span lang={langOf(step.title[language])} className={step.status === "skipped" ? "text-ink-3 line-through" : ""}>
              {step.title[language]}
            </span>
            <span className="text-xs text-ink-3 tabular">
              {[terms.kind[step.kind], terms.hours(String(step.hours)), step.price.amount > 0 ? moneyText(step.price, language) : terms.free, `${formats.day(step.start)} – ${formats.day(step.end)}`, step.status === "done" && step.doneOn ? words.doneOn(formats.day(step.doneOn)) : terms.status[step.status], step.late && words.isLate].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
