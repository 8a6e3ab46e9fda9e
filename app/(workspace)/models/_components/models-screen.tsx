/** @file Models: what serves, versions as a timeline, one of them in detail; train, schedule, promote, roll back. */
"use client";

import { useEffect, useState } from "react";
import { CalendarClock, Undo2 } from "lucide-react";
import { useWords } from "@/app/_components/language/language";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { messageOf } from "@/lib/browser/http";
import { cancelTraining, loadModels, promoteVersion, rollBackVersion, trainNow } from "@/lib/browser/models";
import type { ModelsView, TrainingKind, VersionView } from "@/lib/contracts/learning";
import { AdvancedTraining } from "./advanced-training";
import { ENCODER } from "./encoder-words";
import { ReasonDialog } from "./reason-dialog";
import { ScheduleDialog } from "./schedule-dialog";
import { RunRows, VersionRows, History } from "./timeline";
import { MODELS } from "./words";
import { VersionDetail } from "./version-detail";

const WHILE_TRAINING_MS = 2_000;

export function ModelsScreen() {
  const words = useWords(MODELS);
  const models = useResource("models", loadModels);
  const { data, reload } = models;
  const isTraining = data?.runs.some(({ state }) => state === "queued" || state === "running") ?? false;
  useEffect(() => {
    if (!isTraining) return;
    const timer = setInterval(reload, WHILE_TRAINING_MS);
    return () => clearInterval(timer);
  }, [isTraining, reload]);
  if (!data) {
    return (
      <>
        <ScreenHead title={words.title} />
        <div className="px-5 sm:px-8">{models.error === undefined ? <WaitingRows rows={10} height={44} label={words.loading} /> : <FailedPanel error={models.error} onRetry={reload} />}</div>
      </>
    );
  }
  return <Models view={data} reload={reload} isTraining={isTraining} />;
}

interface ModelsProps {
  readonly view: ModelsView;
  readonly reload: () => void;
  readonly isTraining: boolean;
}

function Models({ view, reload, isTraining }: ModelsProps) {
  const words = useWords(MODELS);
  const encoder = useWords(ENCODER);
  const notify = useNotify();
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked, setAsked] = useState<VersionView | null>(null);
  const [planning, setPlanning] = useState(false);
  const [busy, setBusy] = useState(false);
  const selected = view.versions.find(({ id }) => id === chosen) ?? view.versions[0];
  const run = async (work: () => Promise<string | null>) => {
    setBusy(true);
    try {
      const text = await work();
      if (text !== null) notify({ text });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    } finally {
      setBusy(false);
      reload();
    }
  };
  const promote = (version: VersionView, reason: string) =>
    run(async () => {
      const { serving, receipts, building } = await promoteVersion(version.id, reason);
      return building ? encoder.buildingNow(serving) : words.promoted(serving, receipts);
    });
  const train = (kind: TrainingKind) => run(async () => ((await trainNow(kind)), null));
  const mayTrain = !busy && !isTraining && view.labels.questions >= view.labels.least;
  return (
    <div className="flex h-full flex-col">
      <ScreenHead title={words.title} summary={<Summary view={view} />}>
        {view.mayManage && view.previous !== null && (
          <Button disabled={busy} onClick={() => void run(async () => words.rolledBack((await rollBackVersion()).serving))}>
            <Undo2 size={15} aria-hidden /> {words.rollBack(view.previous)}
          </Button>
        )}
        {view.mayManage && <Button onClick={() => setPlanning(true)}><CalendarClock size={15} aria-hidden /> {words.schedule}</Button>}
        {view.mayManage && <AdvancedTraining disabled={!mayTrain} onTrain={() => void train("encoder")} />}
        {view.mayManage && <Button look="solid" disabled={!mayTrain} onClick={() => void train("ranking")}>{words.train}</Button>}
      </ScreenHead>
      <div role="region" aria-label={words.title} tabIndex={0} className="hairline-scroll grid min-h-0 flex-1 content-start gap-x-8 gap-y-6 overflow-auto px-5 pb-10 sm:px-8 lg:grid-cols-[20rem_1fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <ServingNote view={view} />
          <RunRows runs={view.runs} mayManage={view.mayManage} onCancel={(id) => void run(async () => ((await cancelTraining(id)), null))} />
          <VersionRows view={view} selected={selected?.id ?? null} onSelect={setChosen} />
          <History view={view} />
        </div>
        <div className="min-w-0">
          {selected ? (
            <VersionDetail key={selected.id} version={selected} view={view} busy={busy} onPromote={(version) => (version.verdict === "refused" && version.state !== "trial" && view.previous !== version.number ? setAsked(version) : void promote(version, ""))} />
          ) : (
            <EmptyPanel title={words.emptyTitle}>
              <p>{words.empty}</p>
              <p className="mt-3 border-l-2 border-marker-line pl-3 font-serif">{words.emptyExample}</p>
            </EmptyPanel>
          )}
        </div>
      </div>
      {asked && <ReasonDialog version={asked} onClose={() => setAsked(null)} onReason={(reason) => (setAsked(null), void promote(asked, reason))} />}
      {planning && <ScheduleDialog schedule={view.schedule} onClose={() => setPlanning(false)} onSaved={() => (setPlanning(false), notify({ text: words.saved }), reload())} />}
    </div>
  );
}

function Summary({ view }: { view: ModelsView }) {
  const words = useWords(MODELS);
  const { labels, trial, serving } = view;
  const parts = [trial ? words.onTrial(serving) : words.serves(serving), words.labels(labels.questions, labels.passages), words.fresh(labels.sinceLast)];
  return <>{parts.join(" · ")}</>;
}

function ServingNote({ view }: { view: ModelsView }) {
  const words = useWords(MODELS);
  const { trial, labels, drift } = view;
  const percent = ({ n, of }: { n: number; of: number }): string => `${Math.round((100 * n) / of)} %`;
  return (
    <div className="flex flex-col gap-2 text-sm text-ink-2">
      {labels.questions < labels.least && <p>{words.tooFew(labels.least)}</p>}
      {labels.demo > 0 && <p className="text-ink-3">{words.demoLabels(labels.demo)}</p>}
      {drift.map(({ kind, now, before, p, days }) => (
        <p key={kind} className="border-l-2 border-no pl-3 text-ink tabular">{words.drift[kind](percent(now), percent(before), p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`, days)}</p>
      ))}
      {trial && (
        <div className="border-l-2 border-marker-line pl-3 tabular">
          <p className="text-ink">{words.trial(trial.now.down, trial.now.rated, trial.before.down, trial.before.rated)}</p>
          <p className="text-xs text-ink-3">{words.trialRule(trial.p.toFixed(3), trial.alpha, trial.least)}</p>
        </div>
      )}
    </div>
  );
}
