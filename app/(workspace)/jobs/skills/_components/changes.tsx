/** @file What a table of skills would change: new ones, changed cells, those that go. */
"use client";

import type { ReactNode } from "react";
import { useWords } from "@/app/_components/language/language";
import { langOf, termOf } from "@/app/_components/words";
import type { CompanySkillsChange } from "@/lib/contracts/company-skills";
import { COMPANY_SKILLS } from "./words";

/** @param children what to do about it */
export function Changes({ change, children }: { change: CompanySkillsChange; children: ReactNode }) {
  const words = useWords(COMPANY_SKILLS);
  const { added, changed, removed, over } = change;
  return (
    <div className="mt-4 rounded-lg border border-rule-2 bg-sheet px-5 py-4">
      <p className="font-medium">{words.changes(change.skills)}</p>
      {added.length + changed.length + removed.length === 0 && <p className="mt-1 text-sm text-ink-3">{words.nothing}</p>}
      <div className="hairline-scroll mt-2 max-h-80 space-y-3 overflow-auto text-sm">
        {added.length > 0 && (
          <Group name={words.added(added.length)}>
            {added.map((one) => (
              <li key={one.name} className="border-b border-rule py-1.5">
                <span className="font-medium">{one.name}</span> {one.name_zh && <span lang="zh">{one.name_zh}</span>}{" "}
                <span className="text-ink-3">{[one.aliases && words.also(one.aliases), one.parent && words.under(one.parent)].filter(Boolean).join(" · ")}</span>
              </li>
            ))}
          </Group>
        )}
        {changed.length > 0 && (
          <Group name={words.changed(changed.length)}>
            {changed.map((one) => (
              <li key={one.name} className="border-b border-rule py-1.5">
                <span className="font-medium">{one.name}</span>
                {one.fields.map(({ column, before, after }) => <span key={column} lang={langOf(after)} className="block text-ink-2">{termOf(words.column, column)}: {words.from(before, after)}</span>)}
              </li>
            ))}
          </Group>
        )}
        {removed.length > 0 && <Group name={words.removed(removed.length)}>{removed.map((name) => <li key={name} className="border-b border-rule py-1.5 text-no">{name}</li>)}</Group>}
      </div>
      {over.length > 0 && <p className="mt-3 text-xs text-ink-3">{words.over(over.join(", "))}</p>}
      <div className="mt-4 flex flex-wrap gap-2">{children}</div>
    </div>
  );
}

const Group = ({ name, children }: { name: string; children: ReactNode }) => (
  <section>
    <h3 className="label">{name}</h3>
    <ul className="mt-1 border-t border-rule">{children}</ul>
  </section>
);
