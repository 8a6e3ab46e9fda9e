/** @file Rating: thumb up in one click; thumb down asks why; pressing again takes it back. Works on any target. */
"use client";

import clsx from "clsx";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { sendFeedback, sendToReview, undoFeedback } from "@/lib/browser/chat";
import { messageOf } from "@/lib/browser/http";
import type { FeedbackRequest, FeedbackView } from "@/lib/contracts/chat";
import { useWords } from "../language/language";
import { IconButton } from "../ui/button";
import { useCan } from "../shell/me";
import { useNotify } from "../ui/toasts";
import { TERMS } from "../words";
import { RatingForm } from "./rating-form";
import { RATING } from "./words";

export interface RatingProps {
  readonly messageId: string;
  readonly target: FeedbackRequest["target"];
  /** All feedback on the message; this control finds its own. */
  readonly feedback: readonly FeedbackView[];
  readonly onChange: (feedback: readonly FeedbackView[]) => void;
  /** What is rated, for those who hear the buttons: "this answer", "source 2", "Mara Lindqvist". */
  readonly of: string;
  readonly small?: boolean;
}

export function Rating({ messageId, target, feedback, onChange, of, small = false }: RatingProps) {
  const words = useWords(RATING);
  const terms = useWords(TERMS);
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const isMine = (entry: FeedbackView) => entry.target.type === target.type && entry.target.id === target.id;
  const mine = feedback.find(isMine);
  const others = feedback.filter((entry) => !isMine(entry));

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    } finally {
      setBusy(false);
    }
  };
  const undo = (entry: FeedbackView) =>
    attempt(async () => {
      await undoFeedback(entry.id);
      onChange(others);
      notify({ text: words.takenBack });
    });
  const rate = (request: Pick<FeedbackRequest, "verdict" | "reasons" | "comment">) =>
    attempt(async () => {
      const saved = await sendFeedback({ messageId, target, ...request });
      onChange([...others, saved]);
      setAsking(false);
      if (saved.review === "private" && target.type !== "candidate") notify({ text: words.keptPrivate, action: { label: words.sendToReview, run: () => void send() } });
      else notify({ text: saved.review === "queued" ? words.thanks : words.notReviewed, action: { label: terms.undo, run: () => void undo(saved) } });
    });
  const send = () =>
    attempt(async () => {
      await sendToReview(messageId);
      notify({ text: words.sent });
    });

  const isReviewed = useCan("ratings:own");
  const size = small ? "sm" : "md";
  const icon = small ? 13 : 15;
  const look = "data-[mine=true]:bg-press data-[mine=true]:text-ink";
  return (
    <div role="group" aria-label={words.rate(of)} className="inline-flex">
      <IconButton
        label={mine?.verdict === "up" ? words.takeBackHelpful(of) : words.helpful(of)}
        icon={<ThumbsUp size={icon} fill={mine?.verdict === "up" ? "currentColor" : "none"} />}
        pressed={mine?.verdict === "up"}
        size={size}
        disabled={busy}
        className={clsx(look, mine?.verdict !== "up" && "text-ink-3!")}
        onClick={() => void (mine?.verdict === "up" ? undo(mine) : rate({ verdict: "up", reasons: [], comment: "" }))}
      />
      <Popover.Root open={asking} onOpenChange={setAsking}>
        <Popover.Anchor asChild>
          <span>
            <IconButton
              label={mine?.verdict === "down" ? words.takeBackNotHelpful(of) : words.notHelpful(of)}
              icon={<ThumbsDown size={icon} fill={mine?.verdict === "down" ? "currentColor" : "none"} />}
              pressed={mine?.verdict === "down"}
              size={size}
              disabled={busy}
              aria-haspopup="dialog"
              aria-expanded={asking}
              className={clsx(look, mine?.verdict !== "down" && "text-ink-3!")}
              onClick={() => (mine?.verdict === "down" ? void undo(mine) : setAsking(true))}
            />
          </span>
        </Popover.Anchor>
        <Popover.Portal>
          <Popover.Content
            aria-label={words.whatWasWrongWith(of)}
            side="top"
            align="start"
            sideOffset={6}
            collisionPadding={12}
            className="z-50 w-[min(22rem,92vw)] rounded-lg bg-sheet p-4 shadow-float focus:outline-none"
          >
            <RatingForm busy={busy} isReviewed={isReviewed && target.type !== "candidate"} onSend={(reasons, comment) => void rate({ verdict: "down", reasons, comment })} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
