/** @file useThread: one conversation, loaded from and sent to the server; ask, ask again, stop. */
"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { useConversations } from "@/app/_components/shell/conversations";
import { ask, loadConversation, type Ask } from "@/lib/browser/chat";
import { ApiError, isAbort, messageOf } from "@/lib/browser/http";
import type { FeedbackView } from "@/lib/contracts/chat";
import { threadReducer, type Turn } from "./thread-state";

export interface Thread {
  readonly conversationId: string | null;
  readonly turns: readonly Turn[];
  /** An answer is being written. */
  readonly busy: boolean;
  readonly loading: boolean;
  readonly loadError: unknown;
  readonly reload: () => void;
  readonly askNew: (question: string) => void;
  readonly askAgain: (turn: Turn) => void;
  readonly stop: () => void;
  readonly show: (turn: Turn, index: number) => void;
  readonly rated: (messageId: string, feedback: readonly FeedbackView[]) => void;
}

export function useThread(): Thread {
  const pathId = usePathname().split("/")[2] ?? null;
  const [turns, dispatch] = useReducer(threadReducer, []);
  const [loaded, setLoaded] = useState<{ id: string | null; error: unknown }>({ id: null, error: undefined });
  const [round, setRound] = useState(0);
  /** The conversation on screen; undefined: none yet, or it must be loaded again. */
  const active = useRef<string | null | undefined>(null);
  const running = useRef<{ key: string; controller: AbortController } | null>(null);
  const { reload: reloadHistory } = useConversations();

  useEffect(() => {
    // The address changed by itself when a new conversation got its id: that one is already on screen.
    if (pathId === active.current) return;
    active.current = pathId;
    // An answer under way is read to its end by its own loop and stored by the server; it is no longer ours to show.
    running.current = null;
    dispatch({ type: "cleared" });
    if (pathId === null) return;
    const controller = new AbortController();
    loadConversation(pathId, controller.signal).then(
      (conversation) => {
        dispatch({ type: "loaded", conversation });
        setLoaded({ id: pathId, error: undefined });
      },
      (error: unknown) => {
        if (!isAbort(error)) setLoaded({ id: pathId, error });
      },
    );
    return () => {
      controller.abort();
      active.current = undefined;
    };
  }, [pathId, round]);

  const run = useCallback(
    async (key: string, request: Ask) => {
      const controller = new AbortController();
      const mine = { key, controller };
      running.current = mine;
      const isShown = () => running.current === mine;
      try {
        for await (const event of ask(request, controller.signal)) {
          if (event.event === "status" && active.current === null && isShown()) {
            active.current = event.data.conversationId;
            window.history.replaceState(null, "", `/chat/${event.data.conversationId}`);
            setLoaded({ id: event.data.conversationId, error: undefined });
          }
          if (isShown()) dispatch({ type: "event", key, event });
        }
      } catch (error) {
        if (!isShown()) return;
        if (isAbort(error)) dispatch({ type: "stopped", key });
        else dispatch({ type: "failed", key, code: error instanceof ApiError ? error.code : "unknown", message: messageOf(error) });
      } finally {
        if (isShown()) running.current = null;
        reloadHistory();
      }
    },
    [reloadHistory],
  );

  const askNew = useCallback(
    (question: string) => {
      const key = `new-${Date.now()}`;
      dispatch({ type: "asked", key, question });
      void run(key, { conversationId: active.current ?? null, question, regenerate: null });
    },
    [run],
  );
  const askAgain = useCallback(
    (turn: Turn) => {
      dispatch({ type: "asked-again", key: turn.key });
      // A question that the server never took is simply asked; a known one gets another answer.
      const regenerate = turn.questionId ?? turn.begunId;
      void run(turn.key, { conversationId: active.current ?? null, question: turn.question, regenerate });
    },
    [run],
  );
  const stop = useCallback(() => running.current?.controller.abort(), []);
  const show = useCallback((turn: Turn, index: number) => dispatch({ type: "shown", key: turn.key, index }), []);
  const rated = useCallback(
    (messageId: string, feedback: readonly FeedbackView[]) => dispatch({ type: "rated", messageId, feedback }),
    [],
  );
  const reload = useCallback(() => setRound((before) => before + 1), []);

  const isLoaded = pathId === null || loaded.id === pathId;
  return {
    conversationId: pathId,
    turns,
    busy: turns.some((turn) => turn.live !== null),
    loading: !isLoaded,
    loadError: isLoaded && pathId !== null ? loaded.error : undefined,
    reload,
    askNew,
    askAgain,
    stop,
    show,
    rated,
  };
}
