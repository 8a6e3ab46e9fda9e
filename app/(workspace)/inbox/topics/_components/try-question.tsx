/** @file Trying a question against the list as it stands on the page, saved or not. */
"use client";

import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { TextField } from "@/app/_components/ui/field";
import { useResource } from "@/app/_components/use-resource";
import { langOf } from "@/app/_components/words";
import { checkTopics } from "@/lib/browser/ask-hr";
import { messageOf } from "@/lib/browser/http";
import type { SensitiveTopic } from "@/lib/contracts/sensitive-topics";
import { useSettled } from "../../../audit/_components/use-settled";
import { TOPICS } from "./words";

export function TryQuestion({ topics }: { topics: readonly SensitiveTopic[] }) {
  const words = useWords(TOPICS);
  const language = useLanguage();
  const [question, setQuestion] = useState("");
  const key = useSettled(question.trim() === "" ? "" : JSON.stringify([question, topics]), 400);
  const found = useResource(key === "" ? null : key, (signal) => checkTopics(question, topics, signal));
  const names = topics.filter((topic) => found.data?.includes(topic.id)).map((topic) => topic.name[language]);
  return (
    <div className="mt-5 max-w-[46rem] rounded-md border border-rule-2 bg-desk px-4 pt-3 pb-4">
      <TextField label={words.tryTitle} value={question} maxLength={2000} lang={langOf(question)} onChange={(event) => setQuestion(event.target.value)} />
      <p aria-live="polite" className="mt-2 min-h-5 text-sm">
        {found.error !== undefined && <span className="text-no">{messageOf(found.error)}</span>}
        {found.data && (names.length > 0 ? <strong className="font-semibold">{words.touches(names.join(language === "zh" ? "、" : ", "))}</strong> : words.touchesNone)}
      </p>
    </div>
  );
}
