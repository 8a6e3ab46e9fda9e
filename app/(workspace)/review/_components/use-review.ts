/**
 * @file The queue in the browser: the next items are loaded before they are needed, a closed item is sent while the next
 * one is on the screen already, drafts are kept as they are made. What could not be sent comes back.
 */
"use client";

import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { useResource } from "@/app/_components/use-resource";
import { loadItem, loadProgress, loadQueue, sendJudgement, undoLastJudgement } from "@/lib/browser/review";
import type { GoldResult, JudgementReply, Progress, QueueView, ReviewItem, ReviewVerdict } from "@/lib/contracts/review";
import { beginDraft, draftReducer, toRequest, type Draft, type DraftAction } from "./draft";

const AUTOSAVE_MS = 700;
const LOADED_AHEAD = 4;

export interface Loaded {
  readonly item: ReviewItem;
  /** When it was put before the reviewer, `performance.now()`. */
  readonly shownAt: number;
}

export interface Review {
  readonly queue: QueueView | undefined;
  readonly queueError: unknown;
  readonly reload: () => void;
  /** Ids that are still to do, the current one first. */
  readonly ids: readonly string[];
  readonly currentId: string | null;
  readonly item: ReviewItem | null;
  readonly itemError: unknown;
  readonly draft: Draft | null;
  readonly dispatch: (action: DraftAction) => void;
  readonly close: (close: { state: "done" | "skipped"; verdict: ReviewVerdict | null; verified?: boolean; with?: readonly DraftAction[] }) => void;
  readonly undo: () => Promise<void>;
  readonly goTo: (id: string) => void;
  readonly progress: Progress | undefined;
  readonly gold: GoldResult | null;
  readonly draftSaved: boolean;
}

/** @param query as `queueQueryOf` gives it  @param told failures, and what became of a verified answer */
export function useReview(query: string, told: { failed: (error: unknown) => void; verified: (what: NonNullable<JudgementReply["verified"]>) => void }): Review {
  const queue = useResource(`queue:${query}`, (signal) => loadQueue(query, signal));
  const progress = useResource("progress", (signal) => loadProgress(signal));
  const [order, setOrder] = useState<{ of: QueueView; ids: readonly string[] } | null>(null);
  if (queue.data && order?.of !== queue.data) setOrder({ of: queue.data, ids: queue.data.items.map((item) => item.id) });
  const ids = order?.ids ?? [];
  const currentId = ids[0] ?? null;
  const setIds = (change: (ids: readonly string[]) => readonly string[]) => setOrder((before) => before && { ...before, ids: change(before.ids) });
  const [gold, setGold] = useState<GoldResult | null>(null);
  const current = useCurrent(currentId, ids);
  const sending = useRef(Promise.resolve());
  const { draftSaved, forget } = useAutosave(currentId, current, sending);

  const close: Review["close"] = ({ with: last = [], ...how }) => {
    const { loaded, draft } = current;
    if (!loaded || !draft) return;
    const request = toRequest(last.reduce(draftReducer, draft), { ...how, durationMs: performance.now() - loaded.shownAt });
    const { id } = loaded.item;
    forget();
    current.drop(id);
    setIds((before) => before.filter((other) => other !== id));
    sending.current = sending.current.then(async () => {
      try {
        const reply = await sendJudgement(id, request);
        if (reply.gold) setGold(reply.gold);
        if (reply.verified) told.verified(reply.verified);
      } catch (error) {
        told.failed(error);
        setIds((before) => [id, ...before.filter((other) => other !== id)]);
      }
      progress.reload();
    });
  };

  const undo = async () => {
    await sending.current;
    const { itemId } = await undoLastJudgement();
    current.drop(itemId);
    setIds((before) => [itemId, ...before.filter((other) => other !== itemId)]);
    progress.reload();
  };

  const goTo = (id: string) => setIds((before) => (before.includes(id) ? [id, ...before.filter((other) => other !== id)] : before));
  return { queue: queue.data, queueError: queue.error, reload: queue.reload, ids, currentId, item: current.loaded?.item ?? null, itemError: current.error, draft: current.draft, dispatch: current.dispatch, close, undo, goTo, progress: progress.data, gold, draftSaved };
}

interface Current {
  readonly loaded: Loaded | null;
  readonly error: unknown;
  readonly draft: Draft | null;
  readonly dispatch: (action: DraftAction) => void;
  readonly drop: (id: string) => void;
}

type CurrentState = { readonly id: string; readonly loaded: Loaded; readonly draft: Draft } | { readonly id: string; readonly error: unknown } | null;
type CurrentAction = { readonly type: "show"; readonly item: ReviewItem } | { readonly type: "fail"; readonly id: string; readonly error: unknown } | { readonly type: "draft"; readonly action: DraftAction };

function currentReducer(state: CurrentState, action: CurrentAction): CurrentState {
  switch (action.type) {
    case "show":
      return { id: action.item.id, loaded: { item: action.item, shownAt: performance.now() }, draft: beginDraft(action.item) };
    case "fail":
      return { id: action.id, error: action.error };
    case "draft":
      return state && "draft" in state ? { ...state, draft: draftReducer(state.draft, action.action) } : state;
  }
}

/** The item on the screen, and the next ones on their way. */
function useCurrent(currentId: string | null, ids: readonly string[]): Current {
  const cache = useRef(new Map<string, Promise<ReviewItem>>());
  const [state, dispatch] = useReducer(currentReducer, null);
  const ahead = ids.slice(0, 1 + LOADED_AHEAD).join(" ");
  useEffect(() => {
    const wanted = ahead.split(" ").filter(Boolean);
    for (const id of wanted) {
      if (cache.current.has(id)) continue;
      const loading = loadItem(id);
      cache.current.set(id, loading);
      // Whoever shows it says why it failed; the next try loads it anew.
      loading.catch(() => cache.current.delete(id));
    }
    for (const id of [...cache.current.keys()]) if (!wanted.includes(id)) cache.current.delete(id);
  }, [ahead]);
  useEffect(() => {
    if (currentId === null) return;
    let left = false;
    const loading = cache.current.get(currentId) ?? loadItem(currentId);
    loading.then(
      (item) => !left && dispatch({ type: "show", item }),
      (error: unknown) => !left && dispatch({ type: "fail", id: currentId, error }),
    );
    return () => {
      left = true;
    };
  }, [currentId]);
  const drop = useCallback((id: string) => cache.current.delete(id), []);
  const change = useCallback((action: DraftAction) => dispatch({ type: "draft", action }), []);
  const here = state?.id === currentId ? state : null;
  return { loaded: here && "loaded" in here ? here.loaded : null, error: here && "error" in here ? here.error : undefined, draft: here && "draft" in here ? here.draft : null, dispatch: change, drop };
}

/** Sends a changed draft when the reviewer pauses. */
function useAutosave(id: string | null, { draft, dispatch }: Current, sending: { current: Promise<void> }): { draftSaved: boolean; forget: () => void } {
  const [savedId, setSavedId] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (id === null || !draft?.dirty || draft.marking) return;
    timer.current = setTimeout(() => {
      const request = toRequest(draft, { state: "draft", verdict: null, durationMs: 0 });
      sending.current = sending.current.then(async () => {
        try {
          await sendJudgement(id, request);
          setSavedId(id);
          dispatch({ type: "saved", of: draft });
        } catch (error) {
          // Closing the item sends everything again and says what is wrong; a lost draft alone is no reason to interrupt.
          console.warn("draft not saved", error instanceof Error ? error.name : "unknown");
        }
      });
    }, AUTOSAVE_MS);
    return () => clearTimeout(timer.current);
  }, [id, draft, dispatch, sending]);
  return { draftSaved: savedId === id && draft?.dirty === false, forget: () => clearTimeout(timer.current) };
}
