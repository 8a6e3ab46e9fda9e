/** @file One labeller's way through the queue: what is shown, label, skip, take back; each label is kept at once, the next comments are fetched when few are left. */
"use client";

import { useRef, useState } from "react";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource, type Resource } from "@/app/_components/use-resource";
import { messageOf } from "@/lib/browser/http";
import { loadLabelQueue, putLabel } from "@/lib/browser/insights";
import type { LabelField } from "@/lib/contracts/insights";
import type { LabelQueue } from "@/lib/contracts/insights-labels";

type Comment = LabelQueue["comments"][number];

/** What undo takes back; a label of null: it was skipped. */
interface Step {
  readonly comment: Comment;
  readonly label: string | null;
}

export interface Labelling {
  readonly queue: Resource<LabelQueue>;
  /** What waits for a label; null: nothing, or everything was skipped. */
  readonly comment: Comment | null;
  readonly choices: readonly string[];
  readonly canUndo: boolean;
  /** The next comments are on their way. */
  readonly isFetching: boolean;
  /** Skipped ones are all that is left. */
  readonly hasSkipped: boolean;
  readonly label: (label: string) => void;
  readonly skip: () => void;
  readonly undo: () => void;
  readonly add: (label: string) => void;
  readonly showSkipped: () => void;
}

export function useLabelling(tableId: string, field: LabelField): Labelling {
  const notify = useNotify();
  const queue = useResource(`insights:labels:${tableId}:${field}`, (signal) => loadLabelQueue(tableId, { field }, signal));
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const [past, setPast] = useState<readonly Step[]>([]);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [isFetching, setFetching] = useState(false);
  const inTurn = useRef<Promise<void>>(Promise.resolve());
  const open = (queue.data?.comments ?? []).filter(({ id }) => !skipped.includes(id));
  const comment = open[0] ?? null;
  // One after the other: what is fetched knows the labels given before.
  const then = (work: () => Promise<void>): void => {
    inTurn.current = inTurn.current.then(work).catch((error: unknown) => {
      notify({ text: messageOf(error), failed: true });
      setPast([]);
      queue.reload();
    });
  };
  const refill = async (after: string): Promise<void> => {
    setFetching(true);
    try {
      const fresh = await loadLabelQueue(tableId, { field, after });
      queue.change(() => fresh);
    } finally {
      setFetching(false);
    }
  };
  const leave = (left: Comment, label: string | null): void =>
    then(async () => {
      if (label !== null) await putLabel(tableId, { field, comment: left.id, label });
      if (open.length <= 1) await refill(left.id);
    });
  return {
    queue,
    comment,
    choices: [...new Set([...(queue.data?.choices ?? []), ...added])],
    canUndo: past.length > 0,
    isFetching,
    hasSkipped: comment === null && skipped.length > 0,
    label: (label) => {
      if (!comment) return;
      setPast((before) => [...before, { comment, label }]);
      queue.change((data) => moved(data, comment, { to: label }));
      leave(comment, label);
    },
    skip: () => {
      if (!comment) return;
      setPast((before) => [...before, { comment, label: null }]);
      setSkipped((before) => [...before, comment.id]);
      leave(comment, null);
    },
    undo: () => {
      const last = past.at(-1);
      if (!last) return;
      setPast((before) => before.slice(0, -1));
      const { comment: taken, label: given } = last;
      setSkipped((before) => before.filter((id) => id !== taken.id));
      queue.change((data) => (given === null ? inFront(data, taken) : moved(data, taken, { from: given })));
      if (given !== null) then(() => putLabel(tableId, { field, comment: taken.id, label: null }));
    },
    add: (label) => setAdded((before) => [...before, label]),
    showSkipped: () => {
      setSkipped([]);
      setPast((before) => before.filter(({ label }) => label !== null));
    },
  };
}

const inFront = (data: LabelQueue, comment: Comment): LabelQueue => ({ ...data, comments: [comment, ...data.comments.filter(({ id }) => id !== comment.id)] });

/** The figures as they are once a comment has its label, or has lost it. */
function moved(data: LabelQueue, comment: Comment, change: { to: string } | { from: string }): LabelQueue {
  const [label, by] = "to" in change ? [change.to, 1] : [change.from, -1];
  const { comments } = by === 1 ? { comments: data.comments.filter(({ id }) => id !== comment.id) } : inFront(data, comment);
  return { ...data, comments, here: data.here + by, waiting: data.waiting - by, counts: { ...data.counts, [label]: (data.counts[label] ?? 0) + by } };
}
