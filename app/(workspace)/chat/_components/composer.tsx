/** @file Composer: the question field. Enter asks, Shift+Enter breaks the line, Esc stops. Says who will read it. */
"use client";

import { ArrowUp, Square } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type Ref } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { ChatsKept } from "@/app/_components/retention";
import { useConnectionLost } from "@/app/_components/shell/connection";
import { draftKey, moveDraft, useDraft } from "@/app/_components/shell/drafts";
import { useMe } from "@/app/_components/shell/me";
import { useTouchedTopics } from "./use-touched-topics";
import { COMPOSER } from "./words";

export interface ComposerHandle {
  /** Puts a question into the field and the cursor behind it. */
  readonly edit: (question: string) => void;
}

interface ComposerProps {
  readonly ref: Ref<ComposerHandle>;
  readonly busy: boolean;
  readonly onAsk: (question: string) => void;
  readonly onStop: () => void;
  /** ↑ in an empty field. */
  readonly onEditLast: () => void;
}

const MAX_CHARS = 2000;

export function Composer({ ref, busy, onAsk, onStop, onEditLast }: ComposerProps) {
  const words = useWords(COMPOSER);
  const { id: person, languageModel } = useMe();
  const lost = useConnectionLost();
  const draft = draftKey(person, usePathname().split("/")[2] ?? null);
  const [text, setText] = useDraft(draft);
  const before = useRef(draft);
  useEffect(() => {
    // What is typed while a new conversation gets its id belongs to that one.
    const unnamed = draftKey(person, null);
    if (before.current === unnamed && draft !== unnamed && busy) moveDraft(unnamed, draft);
    before.current = draft;
  }, [draft, person, busy]);
  const field = useRef<HTMLTextAreaElement>(null);
  const topics = useTouchedTopics(text);
  const language = useLanguage();
  const tooLong = text.trim().length > MAX_CHARS;

  useImperativeHandle(ref, () => ({
    edit: (question) => {
      setText(question);
      const element = field.current;
      element?.focus();
      requestAnimationFrame(() => element?.setSelectionRange(question.length, question.length));
    },
  }));
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${Math.min(element.scrollHeight, 200)}px`;
  }, [text]);

  const submit = () => {
    const question = text.trim();
    if (!question || busy || tooLong || lost) return;
    setText("");
    onAsk(question);
  };
  return (
    <form
      aria-label={words.label}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="flex items-end gap-2 rounded-lg border border-rule-2 bg-sheet p-1.5 pl-4 transition-colors focus-within:border-ink">
        <textarea
          ref={field}
          data-main-field
          value={text}
          rows={1}
          aria-label={words.label}
          aria-describedby="composer-note"
          aria-invalid={tooLong}
          placeholder={words.placeholder}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            // A Chinese input method uses Enter to accept a word: that is not "ask".
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Enter" && !event.shiftKey) {
              event.preventDefault();
              submit();
            } else if (event.key === "Escape" && busy) {
              event.preventDefault();
              onStop();
            } else if (event.key === "ArrowUp" && text === "") {
              event.preventDefault();
              onEditLast();
            }
          }}
          className="hairline-scroll min-h-9 flex-1 resize-none bg-transparent py-1.5 text-base outline-none"
        />
        {busy ? (
          <button
            type="button"
            aria-label={words.stop}
            onClick={onStop}
            className="grid size-9 shrink-0 place-items-center rounded-md bg-ink text-paper hover:bg-ink-2 coarse:size-11"
          >
            <Square size={12} fill="currentColor" aria-hidden />
          </button>
        ) : (
          <button
            type="submit"
            aria-label={words.ask}
            disabled={text.trim() === "" || tooLong || lost}
            className="grid size-9 shrink-0 place-items-center rounded-md bg-ink text-paper transition-colors hover:bg-ink-2 disabled:bg-press disabled:text-ink-3 coarse:size-11"
          >
            <ArrowUp size={17} strokeWidth={2.2} aria-hidden />
          </button>
        )}
      </div>
      <p id="composer-note" className="mt-2 px-1 text-xs text-ink-3">
        {tooLong ? (
          <span className="text-no tabular">
            {words.tooLong(text.trim().length, MAX_CHARS)}
          </span>
        ) : lost ? (
          words.offline
        ) : (
          <>
            {words.aiNotice} {topics.length > 0 ? words.sensitive(topics.join(language === "zh" ? "、" : ", ")) : words.whoReads} <ChatsKept />
            {languageModel && (languageModel.host === null || topics.length === 0) && (
              <> {languageModel.host === null ? words.wordedBy(languageModel.model) : words.wordedElsewhere(languageModel.model, languageModel.host)}</>
            )}
          </>
        )}
      </p>
    </form>
  );
}
