/** @file Names that corrections teach: what each would do for and where it stands; one click takes it in or leaves it out. */
"use client";

import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { langOf, TERMS } from "@/app/_components/words";
import { answerTaughtSkill, loadTaughtSkills } from "@/lib/browser/company-skills";
import { messageOf } from "@/lib/browser/http";
import type { TaughtAnswer, TaughtSkills as Page } from "@/lib/contracts/taught-skills";
import { TAUGHT } from "./taught-words";

/** @param onTaken the company's table has changed */
export function TaughtSkills({ onTaken }: { onTaken: () => void }) {
  const words = useWords(TAUGHT);
  const terms = useWords(TERMS);
  const notify = useNotify();
  const { data, error, reload } = useResource("taught-skills", loadTaughtSkills);
  const [busy, setBusy] = useState(false);
  const answer = async (said: TaughtAnswer, done: string) => {
    setBusy(true);
    try {
      await answerTaughtSkill(said);
      notify({ text: done });
      if (said.as === "name" || said.as === "skill") onTaken();
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
    }
    setBusy(false);
    reload();
  };
  return (
    <section aria-labelledby="taught" className="border-t border-rule pt-4">
      <h2 id="taught" className="font-semibold tracking-tight">{words.title}</h2>
      {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
      {!data && error === undefined && <WaitingRows rows={2} height={40} label={terms.loading} />}
      {data && <p className="mt-1 max-w-[44rem] text-sm text-ink-3">{data.proposals.length > 0 ? words.says : words.none}</p>}
      {data && data.proposals.length > 0 && (
        <ul className="mt-2 border-t border-rule">
          {data.proposals.map((one) => <Proposal key={one.words} one={one} busy={busy} onAnswer={(as, done) => void answer({ words: one.words, as }, done)} />)}
        </ul>
      )}
      {data && data.more > 0 && <p className="mt-2 text-sm text-ink-3">{words.more(data.more)}</p>}
      {data && data.left.length > 0 && (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer text-ink-2">{words.left(data.left.length)}</summary>
          <ul className="mt-1">
            {data.left.map((name) => (
              <li key={name} className="flex items-center gap-3 py-1">
                <span lang={langOf(name)}>{name}</span>
                <Button size="sm" look="quiet" disabled={busy} aria-label={terms.doTo(words.offer, name)} onClick={() => void answer({ words: name, as: "offer" }, words.offered(name))}>{words.offer}</Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface ProposalProps {
  readonly one: Page["proposals"][number];
  readonly busy: boolean;
  readonly onAnswer: (as: TaughtAnswer["as"], done: string) => void;
}

function Proposal({ one: { words: name, of, corrected, stands }, busy, onAnswer }: ProposalProps) {
  const words = useWords(TAUGHT);
  const terms = useWords(TERMS);
  const language = useLanguage();
  const skill = of?.[language];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        <span lang={langOf(name)} className="font-medium">{name}</span> <span className="text-sm text-ink-2">{skill === undefined ? words.alone : words.would(skill)}</span>
        <p className="text-xs text-ink-3 tabular">{words.corrected(corrected)} · {words.stands(stands.openings, stands.resumes)}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {skill !== undefined && <Button size="sm" look="solid" disabled={busy} aria-label={terms.doTo(words.asName(skill), name)} onClick={() => onAnswer("name", words.taken(name))}>{words.asName(skill)}</Button>}
        <Button size="sm" disabled={busy} aria-label={terms.doTo(words.asSkill, name)} onClick={() => onAnswer("skill", words.taken(name))}>{words.asSkill}</Button>
        <Button size="sm" look="quiet" disabled={busy} aria-label={terms.doTo(words.leave, name)} onClick={() => onAnswer("leave", words.leftOut(name))}>{words.leave}</Button>
      </div>
    </li>
  );
}
