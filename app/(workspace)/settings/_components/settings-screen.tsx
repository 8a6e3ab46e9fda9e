/** @file Settings, a section each: what an HR lead may set, and what only administrators see. */
"use client";

import { useState, type ReactNode } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { useCan, useMe } from "@/app/_components/shell/me";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { Check, TextField } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { messageOf } from "@/lib/browser/http";
import { renameCompany, switchModule } from "@/lib/browser/settings";
import type { ModuleView, RetentionSettings } from "@/lib/contracts/setup";
import { RemoveDemoDialog } from "./remove-demo-dialog";
import { Retention } from "./retention";
import { SETTINGS } from "./words";

interface SettingsProps {
  readonly modules: readonly ModuleView[];
  readonly retention: RetentionSettings;
  readonly demo: boolean;
  readonly builtInDatabase: boolean;
}

export function SettingsScreen({ modules, retention, demo, builtInDatabase }: SettingsProps) {
  const words = useWords(SETTINGS);
  const manages = useCan("company:manage");
  const [removing, setRemoving] = useState(false);
  return (
    <div className="flex h-full flex-col">
      <ScreenHead title={words.title} summary={words.summary} />
      <div className="hairline-scroll min-h-0 flex-1 overflow-auto px-5 pb-12 sm:px-8">
        <div className="max-w-3xl">
          {manages && <Company />}
          {manages && <Modules modules={modules} />}
          <Section title={words.kept} says={words.keptSays}>
            <Retention settings={retention} />
          </Section>
          {manages && builtInDatabase && <Section title={words.powerLoss} says={words.powerLossSays} />}
          {manages && demo && (
            <Section title={words.demo} says={words.demoSays}>
              <Button onClick={() => setRemoving(true)}>{words.removeDemo}</Button>
            </Section>
          )}
        </div>
      </div>
      {removing && <RemoveDemoDialog onClose={() => setRemoving(false)} />}
    </div>
  );
}

function Section({ title, says, children }: { title: string; says: string; children?: ReactNode }) {
  return (
    <section className="grid gap-x-10 gap-y-3 border-b border-rule py-6 last:border-0 md:grid-cols-[15rem_minmax(0,1fr)]">
      <div>
        <h2 className="text-base font-semibold">{title}</h2>
      </div>
      <div>
        <p className="text-sm text-ink-2">{says}</p>
        {children && <div className="mt-4">{children}</div>}
      </div>
    </section>
  );
}

function Company() {
  const words = useWords(SETTINGS);
  const notify = useNotify();
  const { company } = useMe();
  const [name, setName] = useState(company);
  const save = async () => {
    try {
      await renameCompany(name);
      notify({ text: words.saved });
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
    }
  };
  return (
    <Section title={words.company} says={words.companyHelp}>
      <form
        className="flex items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label={words.companyName} value={name} required maxLength={120} onChange={(event) => setName(event.target.value)} className="w-full max-w-sm" />
        <Button type="submit" className="h-10!" disabled={name.trim() === "" || name === company}>
          {words.save}
        </Button>
      </form>
    </Section>
  );
}

function Modules({ modules }: { modules: readonly ModuleView[] }) {
  const words = useWords(SETTINGS);
  const language = useLanguage();
  const notify = useNotify();
  const [shown, setShown] = useState(modules);
  const [busy, setBusy] = useState<string | null>(null);
  const change = async (module: ModuleView, on: boolean) => {
    setBusy(module.id);
    try {
      setShown(await switchModule(module.id, on));
      notify({ text: words.switched(module.name[language], on) });
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
    } finally {
      setBusy(null);
    }
  };
  return (
    <Section title={words.modules} says={words.modulesSays}>
      <ul className="border-t border-rule">
        {shown.map((module) => (
          <li key={module.id} className="flex items-baseline gap-4 border-b border-rule py-1.5">
            <div className="min-w-0 flex-1">
              <Check checked={module.on} disabled={busy === module.id} onChange={(on) => void change(module, on)} label={<span className="font-medium">{module.name[language]}</span>} help={module.about[language]} />
            </div>
            <span className="text-xs text-ink-3">{module.on ? words.on : words.off}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
