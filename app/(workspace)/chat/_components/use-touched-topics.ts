/** @file useTouchedTopics: the sensitive topics that a question touches while it is being written, by name. */
"use client";

import { useEffect, useState } from "react";
import { useLanguage } from "@/app/_components/language/language";
import { touchedTopics } from "@/lib/browser/ask-hr";
import { isAbort } from "@/lib/browser/http";
import type { SensitiveTopic } from "@/lib/contracts/sensitive-topics";

const SETTLE_MS = 450;
const FROM_CHARS = 3;

/** Asked of our own server a moment after the last key; until it answers, nothing is claimed. */
export function useTouchedTopics(text: string): readonly string[] {
  const language = useLanguage();
  const question = text.trim();
  const [found, setFound] = useState<{ question: string; topics: readonly SensitiveTopic["name"][] }>({ question: "", topics: [] });
  useEffect(() => {
    if (question.length < FROM_CHARS || question.length > 2000) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      touchedTopics(question, controller.signal).then(
        (topics) => setFound({ question, topics }),
        (error: unknown) => {
          if (!isAbort(error)) console.warn("sensitive topics:", error instanceof Error ? error.name : "failed");
        },
      );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [question]);
  // What was found for the words so far stands while more are typed.
  return found.question !== "" && question.startsWith(found.question.slice(0, FROM_CHARS)) ? found.topics.map((name) => name[language]) : [];
}
