/** @file What the audit lines of people insights say in words. */
import { termOf } from "@/app/_components/words";
import type { AuditAction } from "@/lib/contracts/audit";
import type { Detail, Facts, Speech } from "./audit-text";
import { INSIGHT_FACTS } from "./insight-audit-words";

const wordsOf = ({ language }: Speech) => INSIGHT_FACTS[language];
const ofText = (facts: Facts, speech: Speech): string => termOf(wordsOf(speech).of, String(facts["of"] ?? facts["use"]));
const rows = (facts: Facts, { words }: Speech): string => words.rows(Number(facts["rows"]));

export const INSIGHT_DETAILS: Readonly<Record<Extract<AuditAction, `insights.${string}`>, Detail>> = {
  "insights.enabled": () => [],
  "insights.disabled": (facts, speech) => [wordsOf(speech).tables(Number(facts["tables"])), wordsOf(speech).versions(Number(facts["versions"]))],
  "insights.table-imported": (facts, speech) => [ofText(facts, speech), rows(facts, speech)],
  "insights.table-mapped": (facts, speech) => [ofText(facts, speech), wordsOf(speech).columns(Number(facts["learned"]), Number(facts["protected"]))],
  "insights.table-deleted": (facts, speech) => [rows(facts, speech), wordsOf(speech).versions(Number(facts["versions"]))],
  "insights.training-started": (facts, speech) => [ofText(facts, speech)],
  "insights.training-cancelled": (facts, speech) => [ofText(facts, speech)],
  "insights.promoted": (facts, speech) => [
    ofText(facts, speech),
    wordsOf(speech).version(Number(facts["version"])),
    wordsOf(speech).instead(Number(facts["from"])),
    termOf(speech.words.gate, String(facts["verdict"])),
    facts["reason"] !== "" && `“${String(facts["reason"])}”`,
  ],
  "insights.rolled-back": (facts, speech) => [ofText(facts, speech), wordsOf(speech).version(Number(facts["version"])), wordsOf(speech).instead(Number(facts["from"]))],
  "insights.person-opened": (facts, speech) => [ofText(facts, speech), wordsOf(speech).version(Number(facts["version"])), facts["person"] === null && wordsOf(speech).outsider],
  "insights.people-listed": (facts, speech) => [ofText(facts, speech), wordsOf(speech).version(Number(facts["version"])), wordsOf(speech).people(Number(facts["shown"]))],
  "insights.comments-read": (facts, speech) => [ofText(facts, speech), wordsOf(speech).comments(Number(facts["shown"]))],
  "insights.contested": () => [],
  "insights.contest-answered": (facts, speech) => [termOf(wordsOf(speech).outcome, String(facts["outcome"]))],
};
