/** @file The reason for a shortlist, prefilled from the scorecard: must-haves that are shown with one line each, and what is open. */
import type { Language } from "../../core/types";
import { flatQuote } from "./flat-quote";
import type { LetterPart } from "./write-letter";

const MOST_SHOWN = 3;
const MOST_CHARS = 900;
const MOST_QUOTED_CHARS = 120;

/** For a person to change; empty when nothing was scored. */
export function shortlistReason(parts: readonly LetterPart[], language: Language): string {
  const musts = parts.filter(({ mustHave, kind }) => mustHave && kind !== "place" && kind !== "semantic-fit");
  const met = musts.filter((part) => part.met);
  const best = (met.length > 0 ? met : parts.filter((part) => part.met && part.kind !== "semantic-fit" && part.kind !== "place")).slice(0, MOST_SHOWN);
  if (musts.length + best.length === 0) return "";
  const line = ({ name, evidence }: LetterPart): string => (evidence[0] ? `${name} ${language === "zh" ? `（“${flatQuote(evidence[0].text, MOST_QUOTED_CHARS)}”）` : `(“${flatQuote(evidence[0].text, MOST_QUOTED_CHARS)}”)`}` : name);
  const open = musts.filter((part) => !part.met).map(({ name }) => name);
  const told = language === "zh"
    ? [musts.length > 0 ? `必备条件符合 ${met.length} / ${musts.length}` : "", best.map(line).join("；"), open.length > 0 ? `待核实：${open.join("；")}` : ""]
    : [musts.length > 0 ? `${met.length} of ${musts.length} must-haves shown` : "", best.map(line).join("; "), open.length > 0 ? `To be asked: ${open.join("; ")}` : ""];
  return told.filter((part) => part !== "").join(language === "zh" ? "。" : ". ").slice(0, MOST_CHARS);
}
