/** @file AskedOfMe: skills that colleagues ask one to confirm; "I can't say" is a good answer and is not told. */
"use client";

import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { TextField } from "@/app/_components/ui/field";
import { confirmSkill } from "@/lib/browser/growth";
import type { GrowthProfileView } from "@/lib/contracts/growth";
import { GROWTH } from "../../_components/words";
import type { Apply } from "./profile-screen";
import { PROFILE } from "./words";

export function AskedOfMe({ profile, apply }: { profile: GrowthProfileView; apply: Apply }) {
  const words = useWords(PROFILE);
  return (
    <section aria-labelledby="asked">
      <h2 id="asked" className="text-lg font-semibold tracking-tight">
        {words.asked}
      </h2>
      <ul className="mt-2">
        {profile.asked.map((asked) => (
          <Asked key={`${asked.employeeId} ${asked.skillId}`} asked={asked} apply={apply} />
        ))}
      </ul>
    </section>
  );
}

function Asked({ asked, apply }: { asked: GrowthProfileView["asked"][number]; apply: Apply }) {
  const words = useWords(PROFILE);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const [text, setText] = useState("");
  const answer = (confirm: boolean) => void apply(() => confirmSkill({ do: "answer", skillId: asked.skillId, employeeId: asked.employeeId, confirm, level: asked.level, text }), words.answered);
  return (
    <li className="border-t border-rule py-3">
      <p className="text-base">{words.askedSays(asked.name, asked.skill[language], terms.levels[asked.level])}</p>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <TextField label={words.confirmText} value={text} maxLength={300} onChange={(event) => setText(event.target.value)} className="min-w-56 flex-1" />
        <Button look="solid" className="h-10" onClick={() => answer(true)}>
          {words.confirm}
        </Button>
        <Button className="h-10" onClick={() => answer(false)}>
          {words.cannot}
        </Button>
      </div>
    </li>
  );
}
