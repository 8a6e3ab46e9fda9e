/** @file Reach: how much of a target is there, as a ruler: what was there, what has been gained, what the plan will add. Ink only; amber is evidence. */
import clsx from "clsx";

interface ReachProps {
  /** 0–1 each. */
  readonly before: number;
  readonly now?: number;
  readonly after?: number;
  /** Read out; the picture says the same. */
  readonly label: string;
  readonly className?: string;
}

const share = (value: number) => `${Math.round(Math.min(1, Math.max(0, value)) * 1000) / 10}%`;

export const Reach = ({ before, now = before, after = now, label, className }: ReachProps) => (
  <div role="img" aria-label={label} className={clsx("relative h-2 w-full rounded-full bg-press", className)}>
    <span className="absolute inset-y-0 left-0 rounded-full border border-ink-3 transition-[width] duration-500" style={{ width: share(after) }} />
    <span className="absolute inset-y-0 left-0 rounded-full bg-ink-3 transition-[width] duration-500" style={{ width: share(now) }} />
    <span className="absolute inset-y-0 left-0 rounded-full bg-ink" style={{ width: share(before) }} />
  </div>
);
