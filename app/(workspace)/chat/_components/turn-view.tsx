/** @file One question and what came of it: being written, answered, stopped or failed. */
"use client";

import clsx from "clsx";
import { Pencil, RotateCw } from "lucide-react";
import { CandidateRow } from "@/app/_components/evidence/candidate-card";
import { useWords } from "@/app/_components/language/language";
import { Button, IconButton } from "@/app/_components/ui/button";
import { langOf } from "@/app/_components/words";
import type { FeedbackView } from "@/lib/contracts/chat";
import type { CandidateCard } from "@/lib/contracts/evidence";
import { AnswerBody } from "./answer-body";
import { AskHr } from "./ask-hr";
import { ASK_HR } from "./ask-hr-words";
import { AnswerTools } from "./answer-tools";
import { failureText } from "./failure-text";
import { VerifiedLine } from "./hr-reply";
import { GrowthCard } from "./growth-card";
import { OutcomeLine } from "./outcome-line";
import { RecruitingCard } from "./recruiting-card";
import type { Live, Shown, Turn } from "./thread-state";
import type { Asks } from "./use-asks";
import { CHAT } from "./words";

interface TurnViewProps {
  readonly turn: Turn;
  readonly busy: boolean;
  readonly onAgain: () => void;
  readonly onShow: (index: number) => void;
  readonly onRated: (messageId: string, feedback: readonly FeedbackView[]) => void;
  readonly onEdit: () => void;
  readonly onAsk: (question: string) => void;
  readonly asks: Asks;
}

export function TurnView(props: TurnViewProps) {
  const words = useWords(CHAT);
  const { turn, busy } = props;
  const shown = turn.answers[turn.shown];
  return (
    <article aria-label={turn.question} className="group/turn border-t border-rule py-9 first:border-t-0">
      <div className="flex max-w-[40rem] items-start gap-3">
        <h2 lang={langOf(turn.question)} className="min-w-0 flex-1 text-lg font-semibold tracking-tight whitespace-pre-line">
          {turn.question}
        </h2>
        <IconButton
          label={words.editAndAsk}
          icon={<Pencil size={14} />}
          disabled={busy}
          onClick={props.onEdit}
          className="opacity-0 group-focus-within/turn:opacity-100 group-hover/turn:opacity-100 coarse:opacity-100"
        />
      </div>
      <div className="mt-4">
        {turn.live ? <LiveAnswer live={turn.live} /> : shown && <FinishedAnswer {...props} shown={shown} />}
        {!turn.live && (turn.failure || !shown) && (
          <AskAgain
            says={failureText(turn.failure, words)}
            failed={turn.failure !== null && turn.failure.code !== "stopped"}
            busy={busy}
            onAgain={props.onAgain}
          />
        )}
      </div>
    </article>
  );
}

interface AskAgainProps {
  readonly says: string;
  /** Something went wrong; false: somebody stopped it, or it was cut short. */
  readonly failed: boolean;
  readonly busy: boolean;
  readonly onAgain: () => void;
}

function AskAgain({ says, failed, busy, onAgain }: AskAgainProps) {
  const words = useWords(CHAT);
  return (
    <div
      role={failed ? "alert" : undefined}
      className={clsx(
        "flex max-w-[40rem] flex-wrap items-center gap-x-4 gap-y-2 border-l-2 px-4 py-3 text-sm",
        failed ? "border-no bg-no-wash" : "border-rule-2 bg-desk",
      )}
    >
      <p className="min-w-0 flex-1 whitespace-pre-line">{says}</p>
      <Button size="sm" disabled={busy} onClick={onAgain}>
        <RotateCw size={13} aria-hidden /> {words.askAgain}
      </Button>
    </div>
  );
}

function FinishedAnswer(props: TurnViewProps & { shown: Shown }) {
  const words = useWords(CHAT);
  const askHr = useWords(ASK_HR);
  const { turn, shown, onAsk } = props;
  const { answer } = shown;
  const rating = {
    messageId: shown.id,
    feedback: shown.feedback,
    onChange: (feedback: readonly FeedbackView[]) => props.onRated(shown.id, feedback),
  };
  if (shown.state !== "complete" && answer.text === "" && answer.citations.length + answer.candidates.length === 0) {
    const says = shown.state === "stopped" ? words.stoppedEarly : words.restarted;
    return <AskAgain says={says} failed={false} busy={props.busy} onAgain={props.onAgain} />;
  }
  return (
    <>
      <OutcomeLine answer={answer} stopped={shown.state === "stopped"} />
      {answer.verified && (
        <div className="mb-3 max-w-[40rem]">
          <VerifiedLine at={answer.verified.verifiedAt} says={askHr.servedSays} />
        </div>
      )}
      {answer.understoodAs !== null && (
        <p className="mb-3 max-w-[40rem] text-sm text-ink-3">
          {words.understoodAs}
          <span lang={langOf(answer.understoodAs)} className="text-ink-2">{answer.understoodAs}</span>
        </p>
      )}
      <AnswerBody text={answer.text} citations={answer.citations} certain={answer.outcome !== "closest"} rating={rating} />
      {answer.candidates.length > 0 && <CandidateList candidates={answer.candidates} rating={rating} />}
      {answer.growth && <GrowthCard card={answer.growth} />}
      {answer.recruiting && <RecruitingCard card={answer.recruiting} />}
      {answer.wording && answer.wording.fallback === null && (
        <p lang={langOf(answer.wording.note)} className="mt-4 max-w-[40rem] text-xs text-ink-3">
          {answer.wording.note}
        </p>
      )}
      <AnswerTools
        turn={turn}
        shown={shown}
        busy={props.busy}
        onAgain={props.onAgain}
        onShow={props.onShow}
        onRated={rating.onChange}
      />
      <AskHr messageId={shown.id} question={turn.question} asks={props.asks} offered={answer.outcome === "none" || answer.outcome === "closest"} />
      {answer.suggestions.length > 0 && <Suggestions list={answer.suggestions} onAsk={onAsk} busy={props.busy} />}
    </>
  );
}

function LiveAnswer({ live }: { live: Live }) {
  const words = useWords(CHAT);
  const caret = (
    <span aria-hidden className="ml-0.5 inline-block h-[1.05em] w-[2px] translate-y-[0.18em] animate-caret bg-ink" />
  );
  const started = live.text !== "" || live.citations.length > 0 || live.candidates.length > 0;
  return (
    <>
      <p className="mb-3 text-sm text-ink-3">{words.stages[live.stage]}</p>
      {started && <AnswerBody text={live.text} citations={live.citations} certain caret={caret} />}
      {live.candidates.length > 0 && <CandidateList candidates={live.candidates} />}
    </>
  );
}

function CandidateList({ candidates, rating }: { candidates: readonly CandidateCard[]; rating?: Parameters<typeof CandidateRow>[0]["rating"] }) {
  const words = useWords(CHAT);
  return (
    <ol aria-label={words.candidateList} className="mt-4 max-w-[58.5rem] border-b border-rule">
      {candidates.map((candidate) => (
        <CandidateRow key={candidate.documentId} candidate={candidate} rating={rating} />
      ))}
    </ol>
  );
}

function Suggestions({ list, onAsk, busy }: { list: readonly string[]; onAsk: (question: string) => void; busy: boolean }) {
  const words = useWords(CHAT);
  return (
    <ul aria-label={words.suggestions} className="mt-4 flex max-w-[40rem] flex-wrap gap-x-5 gap-y-1.5">
      {list.map((question) => (
        <li key={question}>
          <button
            type="button"
            disabled={busy}
            lang={langOf(question)}
            onClick={() => onAsk(question)}
            className="text-left text-sm text-ink-2 underline decoration-rule-2 underline-offset-4 hover:text-ink hover:decoration-ink coarse:min-h-10"
          >
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
