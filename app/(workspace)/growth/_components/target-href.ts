/** @file A target as the address of the plan screen, and back. */
import type { TargetRef } from "@/lib/contracts/growth";

const KINDS: readonly TargetRef["kind"][] = ["opening", "role", "occupation", "programme", "text"];

export const targetHref = ({ kind, id, text }: TargetRef): string => `/growth/plan?${new URLSearchParams(kind === "text" ? { text } : { target: `${kind}:${id ?? ""}` }).toString()}`;

/** @returns null when the address names none */
export function targetOf(params: { get(name: string): string | null }): TargetRef | null {
  const text = params.get("text");
  if (text) return { kind: "text", id: null, text: text.slice(0, 2000) };
  const [kind, id] = (params.get("target") ?? "").split(/:(.*)/s);
  const known = KINDS.find((each) => each === kind);
  return known && id ? { kind: known, id, text: "" } : null;
}
