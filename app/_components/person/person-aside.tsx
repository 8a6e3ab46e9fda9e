/** @file What stands beside a person's work: languages, certificates, contact, personal facts folded away, warnings. */
"use client";

import { warningText } from "@/lib/browser/problem";
import type { ProfileOutput } from "@/lib/contracts/profile";
import { useLanguage, useWords } from "../language/language";
import { FactLink, type ResumeOf } from "./fact-link";
import { Part } from "./person-page";
import { PERSON } from "./words";

export function PersonAside({ profile, resume }: { profile: ProfileOutput; resume: ResumeOf }) {
  const words = useWords(PERSON);
  const language = useLanguage();
  return (
    <div className="space-y-7 text-sm">
      {profile.warnings.length > 0 && (
        <Part title={words.warnings}>
          <ul className="space-y-1.5 text-ink-2">
            {profile.warnings.map((warning) => (
              <li key={warning}>{warningText(warning, language)}</li>
            ))}
          </ul>
        </Part>
      )}
      {profile.languages.length > 0 && (
        <Part title={words.languages}>
          <ul className="space-y-1">
            {profile.languages.map((language) => (
              <li key={language.span.start} className="flex flex-wrap items-baseline gap-x-2">
                <FactLink resume={resume} span={language.span} value={language.value} />
                {language.level && language.level.value !== language.value && <span className="text-ink-3">{language.level.value.replace(/\s+/g, " ")}</span>}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {profile.certifications.length > 0 && (
        <Part title={words.certifications}>
          <ul className="space-y-1">
            {profile.certifications.map((certificate) => (
              <li key={certificate.span.start}>
                <FactLink resume={resume} span={certificate.span} value={certificate.value} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {profile.contacts.length > 0 && (
        <Part title={words.contact}>
          <dl className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-2 gap-y-1">
            {profile.contacts.map((contact) => (
              <div key={contact.span.start} className="contents">
                <dt className="text-ink-3">{words.contactKind[contact.kind]}</dt>
                <dd className="min-w-0 break-words">
                  <FactLink resume={resume} span={contact.span} value={contact.value} />
                </dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {profile.personal.length > 0 && (
        <details className="text-ink-2">
          <summary className="cursor-pointer text-ink-3 hover:text-ink coarse:min-h-9">{words.personal}</summary>
          <p className="py-1.5 text-xs text-ink-3">{words.personalSays}</p>
          <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-2 gap-y-1">
            {profile.personal.map((fact) => (
              <div key={fact.span.start} className="contents">
                <dt className="text-ink-3">{words.personalKind[fact.kind]}</dt>
                <dd>
                  <FactLink resume={resume} span={fact.span} value={fact.value} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}
