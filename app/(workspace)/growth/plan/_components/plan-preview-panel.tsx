/** @file PlanPreviewPanel: the plan within the limits, or what stands in its way; what more hours buy; other ways; begin. */
"use client";

import clsx from "clsx";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import type { PlanPreview } from "@/lib/contracts/growth";
import { hoursText, moneyText, percentOf } from "../../_components/money";
import { GROWTH } from "../../_components/words";
import { PlanCalendar } from "./plan-calendar";
import { StepList } from "./step-list";
import { PLAN } from "./words";

interface PlanPreviewPanelProps {
  readonly preview: PlanPreview;
  readonly waiting: boolean;
  readonly busy: boolean;
  readonly onAim: (aim: PlanPreview["constraints"]["aim"]) => void;
  readonly onBegin: () => void;
}

/** The proof is of how much is covered: of the fastest and the cheapest plan it says nothing. */
const PROVES_COVERAGE: ReadonlySet<string> = new Set(["most", "deepest"]);

/** (best − this) ÷ best in per cent, from the solver's (best − this) ÷ this; never above 100. */
const belowBest = (relativeGap: number): number => (100 * relativeGap) / (1 + relativeGap);

export function PlanPreviewPanel({ preview, waiting, busy, onAim, onBegin }: PlanPreviewPanelProps) {
  const words = useWords(PLAN);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const formats = useFormats();
  const { plan, infeasible, more } = preview;
  if (infeasible) {
    return (
      <section aria-labelledby="infeasible" className="border-l-2 border-no pl-4">
        <h2 id="infeasible" className="text-lg font-semibold tracking-tight">
          {words.infeasible}
        </h2>
        <p className="mt-1 text-base text-ink-2">{infeasible.sentence[language]}</p>
        {infeasible.relaxations.length > 0 && <p className="mt-3 text-sm font-medium">{words.relax}</p>}
        <ul className="mt-1 list-disc pl-5 text-sm text-ink-2">
          {infeasible.relaxations.map((relaxation) => (
            <li key={relaxation.sentence.en}>{relaxation.sentence[language]}</li>
          ))}
        </ul>
      </section>
    );
  }
  if (!plan || plan.steps.length === 0) return <p className="max-w-2xl border-l-2 border-rule-2 pl-4 text-base text-ink-2">{words.noSteps}</p>;
  const facts = [plan.finish ? words.planFor(terms.hours(hoursText(plan.hours)), formats.day(plan.finish)) : null, plan.price.amount > 0 ? words.price(moneyText(plan.price, language)) : terms.free, words.brings(percentOf(plan.coverageBefore), percentOf(plan.coverageAfter))];
  return (
    <section aria-labelledby="plan" aria-busy={waiting} className={clsx("transition-opacity", waiting && "opacity-60")}>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <h2 id="plan" className="text-lg font-semibold tracking-tight">
            {words.title}
          </h2>
          <p className="text-sm text-ink-2 tabular">{facts.filter(Boolean).join(" · ")}</p>
          {PROVES_COVERAGE.has(plan.aim) && <p className="text-xs text-ink-3 tabular">{plan.relativeGap <= 0.0005 ? words.proven : words.within(belowBest(plan.relativeGap).toFixed(1))}</p>}
        </div>
        <Button look="solid" disabled={busy || waiting} onClick={onBegin}>
          {words.begin}
        </Button>
      </div>
      <div className="mt-5">
        <PlanCalendar steps={plan.steps} />
      </div>
      <div className="mt-4">
        <StepList plan={plan} names={preview.names} />
      </div>
      {more && (
        <p className="mt-6 max-w-2xl border-l-2 border-ink pl-4 text-base">
          <strong className="block text-sm font-semibold">{words.more}</strong>
          {more.sentence[language]}
        </p>
      )}
      {preview.alternatives.length > 0 && <Alternatives preview={preview} onAim={onAim} />}
      {plan.open.length > 0 && (
        <details className="mt-6 border-t border-rule">
          <summary className="py-3 text-sm font-medium">{words.open}</summary>
          <ul className="pb-3 text-sm text-ink-2">
            {plan.open.map((item) => (
              <li key={item.skillId} className="py-1">
                <span className="font-medium text-ink">{preview.names[item.skillId]?.[language] ?? item.skillId}</span> {item.reason[language]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Alternatives({ preview, onAim }: Pick<PlanPreviewPanelProps, "preview" | "onAim">) {
  const words = useWords(PLAN);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const formats = useFormats();
  return (
    <div className="hairline-scroll mt-8 overflow-x-auto">
      <h3 className="text-sm font-semibold">{words.alternatives}</h3>
      <table className="mt-1 w-full min-w-[32rem] text-left text-sm tabular">
        <thead>
          <tr className="text-xs text-ink-3">
            <th className="py-1.5 pr-4 font-medium">{words.choice}</th>
            <th className="py-1.5 pr-4 font-medium">{words.reaches}</th>
            <th className="py-1.5 pr-4 font-medium">{words.takes}</th>
            <th className="py-1.5 pr-4 font-medium">{words.costs}</th>
            <th className="py-1.5 pr-4 font-medium">{words.until}</th>
            <th aria-label={words.take} />
          </tr>
        </thead>
        <tbody>
          {preview.alternatives.map((other) => (
            <tr key={other.aim} className="border-t border-rule">
              <th scope="row" className="py-2 pr-4 font-medium">
                {terms.aim[other.aim]}
              </th>
              <td className="py-2 pr-4">{terms.percent(percentOf(other.coverageAfter))}</td>
              <td className="py-2 pr-4">{terms.hours(hoursText(other.hours))}</td>
              <td className="py-2 pr-4">{other.price.amount > 0 ? moneyText(other.price, language) : terms.free}</td>
              <td className="py-2 pr-4">{other.finish ? formats.day(other.finish) : ""}</td>
              <td className="py-2 text-right">
                <Button size="sm" onClick={() => onAim(other.aim)}>
                  {words.take}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
