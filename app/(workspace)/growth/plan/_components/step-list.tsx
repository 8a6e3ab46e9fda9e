/** @file StepList: the plan in order, each step with its reason, days, cost, what it lifts; with a plan that runs, its state and rating. */
"use client";

import clsx from "clsx";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { SelectField } from "@/app/_components/ui/field";
import { langOf } from "@/app/_components/words";
import { STEP_STATES, type PlanStepView, type PlanView } from "@/lib/contracts/growth";
import { hoursText, moneyText } from "../../_components/money";
import { GROWTH } from "../../_components/words";
import { RateStep } from "./rate-step";
import { PLAN } from "./words";

interface StepListProps {
  readonly plan: PlanView;
  readonly names: Readonly<Record<string, { readonly en: string; readonly zh: string }>>;
  /** Left out: a preview. */
  readonly onStatus?: (step: PlanStepView, status: PlanStepView["status"]) => void;
  readonly onRate?: (step: PlanStepView, useful: number, comment: string) => void;
  readonly busy?: boolean;
}

export function StepList(props: StepListProps) {
  const words = useWords(PLAN);
  return (
    <ol aria-label={words.steps}>
      {props.plan.steps.map((step) => (
        <Step key={step.courseId} step={step} {...props} />
      ))}
    </ol>
  );
}

function Step({ step, plan, names, onStatus, onRate, busy }: StepListProps & { step: PlanStepView }) {
  const words = useWords(PLAN);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const formats = useFormats();
  const { currency } = plan.price;
  const facts = [terms.kind[step.kind], terms.hours(hoursText(step.hours)), step.price > 0 ? moneyText({ amount: step.price, currency }, language) : terms.free, formats.list(step.languages.map((each) => terms.languages[each])), step.provider];
  const later = step.neededBy.flatMap((id) => plan.steps.find(({ courseId }) => courseId === id)?.title[language] ?? []);
  const isClosed = step.status === "done" || step.status === "skipped";
  return (
    <li id={step.courseId} className="grid grid-cols-[2rem_minmax(0,1fr)] border-t border-rule py-4 sm:grid-cols-[2rem_minmax(0,1fr)_auto] sm:gap-x-4">
      <span className="pt-0.5 text-sm text-ink-3 tabular">{step.order}</span>
      <div className="min-w-0">
        <h3 lang={langOf(step.title[language])} className={clsx("text-base font-medium", isClosed && "text-ink-3", step.status === "skipped" && "line-through")}>
          {step.title[language]}
        </h3>
        <p className="text-xs text-ink-3 tabular">{facts.filter(Boolean).join(" · ")}</p>
        <p className="mt-1.5 max-w-2xl text-sm text-ink-2">
          <span className="sr-only">{words.why}: </span>
          {step.reason[language]}
        </p>
        {step.retired && <p className="mt-1.5 max-w-2xl text-sm text-no">{step.status === "started" ? words.retiredBegun : words.retiredStep}</p>}
        <p className="mt-1 flex flex-wrap gap-x-4 text-xs text-ink-3 tabular">
          {step.lifts.map(({ skillId, from, to }) => (
            <span key={skillId}>{words.lifts(names[skillId]?.[language] ?? skillId, from, to)}</span>
          ))}
          {later.length > 0 && <span>{words.neededBy(formats.list(later))}</span>}
        </p>
        {onRate && step.status === "done" && <RateStep step={step} {...(busy === undefined ? {} : { busy })} onRate={(useful, comment) => onRate(step, useful, comment)} />}
      </div>
      <div className="col-start-2 mt-2 text-sm sm:col-start-3 sm:mt-0 sm:text-right">
        <p className={clsx("tabular", step.late && "text-no")}>
          {formats.day(step.start)} – {formats.day(step.end)}
          {step.late && ` · ${words.late}`}
        </p>
        {step.session && <p className="text-xs text-ink-3 tabular">{words.session(formats.day(step.session.start), formats.day(step.session.end), step.session.site ?? terms.online)}</p>}
        {onStatus && <SelectField hideLabel label={words.status(step.title[language])} value={step.status} onChange={(status) => !busy && onStatus(step, status)} choices={STEP_STATES.map((state) => ({ value: state, label: terms.status[state] }))} className="mt-1.5 w-36 sm:ml-auto" />}
      </div>
    </li>
  );
}
