/** @file LevelMark: a level from 0 to 4 as four squares, filled as far as somebody is, outlined as far as is asked for. */
import clsx from "clsx";

const STEPS = [1, 2, 3, 4] as const;

interface LevelMarkProps {
  readonly have: number;
  readonly needed?: number;
  /** Read out. */
  readonly label: string;
}

export const LevelMark = ({ have, needed = 0, label }: LevelMarkProps) => (
  <span role="img" aria-label={label} title={label} className="inline-flex gap-0.5 align-middle">
    {STEPS.map((step) => (
      <span key={step} className={clsx("size-2.5 rounded-sm border", step <= have ? "border-ink bg-ink" : step <= needed ? "border-ink-2 bg-transparent" : "border-rule bg-transparent")} />
    ))}
  </span>
);
