/** @file The page of sensitive topics: switch on and off, edit words and exceptions in both languages, try a question. */
"use client";

import { ArrowLeft, Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { loadTopics, saveTopics } from "@/lib/browser/ask-hr";
import { messageOf } from "@/lib/browser/http";
import type { SensitiveTopic, SensitiveTopicsView } from "@/lib/contracts/sensitive-topics";
import { TopicRow } from "./topic-row";
import { TryQuestion } from "./try-question";
import { TOPICS } from "./words";

export function TopicsScreen() {
  const words = useWords(TOPICS);
  const view = useResource("topics", loadTopics);
  return (
    <div className="hairline-scroll h-full overflow-y-auto">
      {view.data ? (
        <Editor key={view.data.editedAt ?? "own"} view={view.data} onSaved={view.reload} />
      ) : (
        <>
          <ScreenHead title={words.title} />
          <div className="px-5 sm:px-8">
            {view.error !== undefined ? <FailedPanel error={view.error} onRetry={view.reload} /> : <WaitingRows rows={8} height={52} label={words.loading} />}
          </div>
        </>
      )}
    </div>
  );
}

const wordCount = (topic: SensitiveTopic): number => topic.words.en.length + topic.words.zh.length;

function Editor({ view, onSaved }: { view: SensitiveTopicsView; onSaved: () => void }) {
  const words = useWords(TOPICS);
  const formats = useFormats();
  const language = useLanguage();
  const notify = useNotify();
  const [topics, setTopics] = useState<readonly SensitiveTopic[]>(view.topics);
  const [open, setOpen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const changed = topics !== view.topics;
  const change = (id: string, part: Partial<SensitiveTopic>) => setTopics(topics.map((topic) => (topic.id === id ? { ...topic, ...part } : topic)));
  const add = () => {
    const id = `own-${Date.now().toString(36)}`;
    setTopics([...topics, { id, name: { ...words.newTopic }, on: true, words: { en: [], zh: [] }, exceptions: { en: [], zh: [] } }]);
    setOpen(id);
  };
  const save = async () => {
    setBusy(true);
    try {
      await saveTopics(topics);
      notify({ text: words.saved });
      onSaved();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    } finally {
      setBusy(false);
    }
  };
  const on = topics.filter((topic) => topic.on);
  return (
    <>
      <ScreenHead title={words.title} summary={words.summary(on.length, on.reduce((sum, topic) => sum + wordCount(topic), 0))}>
        {changed && <span className="text-sm text-ink-3">{words.unsaved}</span>}
        <Button look="solid" disabled={!changed || busy} onClick={() => void save()}>
          {words.save}
        </Button>
      </ScreenHead>
      <div className="px-5 pb-12 sm:px-8">
        <Link href="/inbox" className="inline-flex items-center gap-1.5 text-sm text-ink-2 underline decoration-rule-2 underline-offset-4 hover:decoration-ink">
          <ArrowLeft size={14} aria-hidden /> {words.back}
        </Link>
        <p className="mt-3 max-w-[46rem] text-sm text-ink-2">{words.says}</p>
        <p className="mt-1 text-xs text-ink-3">{view.editedAt === null ? words.cadres : words.edited(formats.day(view.editedAt))}</p>
        <TryQuestion topics={topics} />
        <ul className="mt-6 max-w-[60rem] border-t border-rule">
          {topics.map((topic) => (
            <li key={topic.id} className="border-b border-rule">
              <TopicRow
                topic={topic}
                name={topic.name[language]}
                count={words.words(wordCount(topic))}
                open={open === topic.id}
                onToggle={() => setOpen(open === topic.id ? null : topic.id)}
                onChange={(part) => change(topic.id, part)}
                onRemove={() => setTopics(topics.filter((other) => other.id !== topic.id))}
              />
            </li>
          ))}
        </ul>
        <Button className="mt-4" onClick={add}>
          <Plus size={15} aria-hidden /> {words.add}
        </Button>
      </div>
    </>
  );
}
