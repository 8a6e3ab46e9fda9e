/** @file Button and IconButton: the only two things that look like a button. Ink, never amber: amber is evidence. */
import clsx from "clsx";
import type { ComponentPropsWithRef, ReactNode } from "react";
import { Hint } from "./hint";

const LOOKS = {
  solid: "bg-ink text-paper hover:bg-ink-2 disabled:bg-press disabled:text-ink-3",
  outline: "border border-rule-2 bg-sheet text-ink hover:border-ink-3 hover:bg-press disabled:text-ink-3",
  quiet: "text-ink-2 hover:bg-press hover:text-ink disabled:text-ink-3",
  danger: "bg-no text-paper hover:opacity-90 disabled:opacity-50",
} as const;

type ButtonProps = ComponentPropsWithRef<"button"> & { look?: keyof typeof LOOKS; size?: "sm" | "md" };

export function Button({ look = "outline", size = "md", className, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={clsx(
        "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors",
        size === "md" ? "h-9 px-3.5 text-sm" : "h-7 px-2.5 text-xs",
        "coarse:min-h-10 disabled:pointer-events-none",
        LOOKS[look],
        className,
      )}
      {...rest}
    />
  );
}

type IconButtonProps = Omit<ComponentPropsWithRef<"button">, "children"> & {
  /** Read out, and shown as a hint. */
  label: string;
  icon: ReactNode;
  pressed?: boolean;
  size?: "sm" | "md";
  side?: "top" | "bottom" | "left" | "right";
};

export function IconButton({ label, icon, pressed, size = "md", side = "top", className, ...rest }: IconButtonProps) {
  return (
    <Hint text={label} side={side}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        className={clsx(
          "inline-flex shrink-0 items-center justify-center rounded-md transition-colors disabled:pointer-events-none disabled:text-rule-2",
          size === "md" ? "size-8" : "size-6.5",
          "coarse:size-10",
          pressed ? "text-ink" : "text-ink-3 hover:bg-press hover:text-ink",
          className,
        )}
        {...rest}
      >
        {icon}
      </button>
    </Hint>
  );
}
