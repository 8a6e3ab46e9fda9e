/** @file Roles: those nearest to a CV, or occupations elsewhere, with the lines behind every skill and what is not there. */
"use client";

import clsx from "clsx";
import Link from "next/link";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { langOf } from "@/app/_components/words";
import type { CvRole } from "@/lib/browser/cv-check";
import type { CvCheckData } from "@/lib/contracts/growth-cv";
import { percentOf } from "../../_components/money";
import { Reach } from "../../_components/reach";
import { targetHref } from "../../_components/target-href";
import { CV } from "./words";

interface RolesProps {
  roles: readonly CvRole[];
  skills: CvCheckData["skills"];
  kind?: "roles" | "occupations";
}

export function Roles({ roles, skills, kind = "roles" }: RolesProps) {
  const words = useWords(CV);
  const language = useLanguage();
  const formats = useFormats();
  const nameOf = (id: string) => skills.find((skill) => skill.id === id)?.name[language] ?? id;
  if (roles.length === 0) return <p className="text-base text-ink-2">{words.nothing}</p>;
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind} className="text-lg font-semibold tracking-tight">
        {words[kind]}
      </h2>
      {kind === "occupations" && <p className="mt-1 text-xs text-ink-3">{words.occupationsSay}</p>}
      <ol className="mt-2">
        {roles.map(({ role, coverage, found, missing }, i) => (
          <li key={`${role.ref.kind} ${role.ref.id ?? ""}`} className="border-t border-rule py-3">
            <details open={i === 0 && kind === "roles"}>
              <summary>
                <span className="inline-flex w-[calc(100%-1.5rem)] items-baseline justify-between gap-3 align-top">
                  <span className="text-base font-medium">{role.title[language]}</span>
                  <span className="text-sm whitespace-nowrap text-ink-2 tabular">{words.covers(percentOf(coverage))}</span>
                </span>
                <Reach before={coverage} label={words.covers(percentOf(coverage))} className="mt-1.5" />
              </summary>
              <ul className="mt-3 space-y-2">
                {found.map(({ skillId, line, how }) => (
                  <li key={skillId} className="text-sm">
                    <span className="font-medium">{nameOf(skillId)}</span> <span className="text-xs text-ink-3">{how === "named" ? words.named : words.near}</span>
                    <p lang={langOf(line)} className={clsx("pl-2.5 font-serif text-base", how === "named" ? "border-l-2 border-marker-line" : "border-l-2 border-dotted border-marker-line")}>
                      {line}
                    </p>
                  </li>
                ))}
              </ul>
              {missing.length > 0 && (
                <p className="mt-3 text-sm text-ink-2">
                  <span className="text-ink-3">{words.missing}: </span>
                  {formats.list(missing.map(nameOf))}
                </p>
              )}
              <Link href={targetHref(role.ref)} className="mt-2 inline-block text-sm font-medium underline underline-offset-4">
                {words.plan}
              </Link>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
