/** @file What the audit lines of growth say in words. */
import type { AuditAction } from "@/lib/contracts/audit";
import type { Detail, Speech } from "./audit-text";
import { GROWTH_FACTS } from "./growth-audit-words";

const wordsOf = ({ language }: Speech) => GROWTH_FACTS[language];

export const GROWTH_DETAILS: Readonly<Record<Extract<AuditAction, `growth.${string}`>, Detail>> = {
  "growth.consent-changed": (facts, speech) => {
    const open = (["manager", "experts", "groups", "graph"] as const).filter((name) => facts[name] === true).map((name) => wordsOf(speech).sees[name]);
    return [open.length === 0 ? wordsOf(speech).private : speech.formats.list(open)];
  },
  "growth.shared-opened": () => [],
  "growth.plan-decided": (facts, speech) => [facts["approved"] === true ? wordsOf(speech).approved : wordsOf(speech).declined],
  "growth.groups-read": (facts, speech) => [wordsOf(speech).groups(Number(facts["groups"]), Number(facts["withheld"]))],
  "growth.courses-imported": (facts, speech) => [String(facts["source"]).toUpperCase(), wordsOf(speech).courses(Number(facts["added"]), Number(facts["changed"]))],
  "growth.course-offered": (facts, speech) => [facts["offered"] === true ? wordsOf(speech).broughtBack : wordsOf(speech).retired],
  "growth.interest-shown": (facts, speech) => [wordsOf(speech).told(Number(facts["told"]))],
  "growth.offering-changed": (facts, speech) => [wordsOf(speech).offering(String(facts["what"]), Number(facts["count"]))],
  "growth.mentor-round": (facts, speech) => [wordsOf(speech).round(Number(facts["pairs"]), Number(facts["unmatched"]))],
  "growth.interview-sent": () => [],
  "growth.interview-decided": (facts, speech) => [facts["kept"] === true ? wordsOf(speech).kept : wordsOf(speech).deleted],
  "growth.network-switched": (facts, speech) => [facts["on"] === true ? wordsOf(speech).on : wordsOf(speech).off],
};
