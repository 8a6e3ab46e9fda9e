/** @file CvCheckScreen: text in, roles and gaps out, all in the browser; sharing is a press of its own. */
"use client";

import { useId, useState, type DragEvent } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { INPUT } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { findSkills, linesOf, rankRoles, type CvRole, type CvSkill } from "@/lib/browser/cv-check";
import { openCvEncoder } from "@/lib/browser/cv-encoder";
import { changeSkill, loadCvCheckData } from "@/lib/browser/growth";
import { ApiError, messageOf } from "@/lib/browser/http";
import { FileProblem, readFileText } from "@/lib/browser/read-file";
import type { CvCheckData } from "@/lib/contracts/growth-cv";
import { GrowthFrame } from "../../_components/growth-frame";
import { Roles } from "./roles";
import { CV } from "./words";

interface Checked {
  readonly data: CvCheckData;
  readonly found: readonly CvSkill[];
  readonly roles: readonly CvRole[];
  /** Outside the company's roles; those that the CV covers a good part of. */
  readonly occupations: readonly CvRole[];
  readonly device: string;
}

/** Named in a CV, and nothing said about how well: works with guidance, until the owner says more. */
const SHARED_LEVEL = 2;
/** Less of an occupation is no help to anybody. */
const LEAST_COVERED = 0.3;

export function CvCheckScreen() {
  const words = useWords(CV);
  const language = useLanguage();
  const notify = useNotify();
  const id = useId();
  const [text, setText] = useState("");
  const [stage, setStage] = useState<"idle" | "loading" | "reading" | "sharing">("idle");
  const [checked, setChecked] = useState<Checked | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    try {
      setText(await readFileText(file));
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      notify({ text: words.problem[error.problem], failed: true });
    }
  };
  const check = async () => {
    try {
      setStage("loading");
      const data = await loadCvCheckData();
      const encoder = await openCvEncoder();
      setStage("reading");
      const found = await findSkills(linesOf(text), data.skills, encoder.embed);
      setChecked({ data, found, roles: rankRoles(found, data.roles).slice(0, 6), occupations: rankRoles(found, data.occupations).filter(({ coverage }) => coverage >= LEAST_COVERED).slice(0, 3), device: words.devices[encoder.device] });
    } catch (error) {
      if (!(error instanceof ApiError)) console.warn("cv check:", error instanceof Error ? error.name : "failed");
      notify({ text: error instanceof ApiError ? messageOf(error, language) : words.failed, failed: true });
    }
    setStage("idle");
  };
  const shareable = checked?.found.filter(({ how, skillId }) => how === "named" && !checked.data.held.includes(skillId)) ?? [];
  const share = async () => {
    setStage("sharing");
    try {
      for (const { skillId, line } of shareable) await changeSkill({ skillId, level: SHARED_LEVEL, shared: false, evidence: [{ kind: "cv", text: line.slice(0, 300), on: null }] });
      setChecked((before) => before && { ...before, data: { ...before.data, held: [...before.data.held, ...shareable.map(({ skillId }) => skillId)] } });
      notify({ text: words.shared(shareable.length) });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
    setStage("idle");
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  return (
    <GrowthFrame title={words.title} summary={words.summary}>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-2">
        <section onDragOver={(event) => event.preventDefault()} onDrop={drop}>
          <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
            {words.paste}
          </label>
          <textarea id={id} rows={16} value={text} onChange={(event) => setText(event.target.value)} className={`${INPUT} py-2 font-serif`} />
          <div className="mt-3 flex flex-wrap items-center gap-3">
            <Button look="solid" disabled={stage !== "idle" || text.trim().length < 20} onClick={() => void check()}>
              {words.check}
            </Button>
            <label className="rounded-sm text-sm text-ink-3 underline underline-offset-4 hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink coarse:py-2">
              {words.choose}
              <input type="file" accept=".md,.markdown,.txt,.pdf,.docx" className="sr-only" onChange={(event) => void take(event.target.files?.[0])} />
            </label>
            <span className="text-sm text-ink-3 coarse:hidden">{words.drop}</span>
          </div>
          <p role="status" className="mt-3 min-h-5 text-sm text-ink-2">
            {stage === "loading" ? words.loading : stage === "reading" ? words.reading : checked ? words.device(checked.device) : ""}
          </p>
          {shareable.length > 0 && (
            <div className="mt-4 border-t border-rule pt-4">
              <Button disabled={stage !== "idle"} onClick={() => void share()}>
                {words.share(shareable.length)}
              </Button>
              <p className="mt-1.5 text-xs text-ink-3">{words.shareSays}</p>
            </div>
          )}
        </section>
        {checked && (
          <div className="min-w-0 space-y-10">
            <Roles roles={checked.roles} skills={checked.data.skills} />
            {checked.occupations.length > 0 && <Roles kind="occupations" roles={checked.occupations} skills={checked.data.skills} />}
          </div>
        )}
      </div>
    </GrowthFrame>
  );
}
