/** @file What the audit lines of recruiting work say in words. */
import { termOf } from "@/app/_components/words";
import type { AuditAction } from "@/lib/contracts/audit";
import { personText, type Detail, type Facts, type Speech } from "./audit-text";
import { RECRUITING_FACTS } from "./recruiting-audit-words";

const wordsOf = ({ language }: Speech) => RECRUITING_FACTS[language];
const nothing: Detail = () => [];
const candidates = (facts: Facts, speech: Speech): string => wordsOf(speech).candidates(Number(facts["shown"]));
const hidden = (facts: Facts, speech: Speech) => facts["masked"] === true && wordsOf(speech).masked;
const until = (facts: Facts, speech: Speech) => typeof facts["until"] === "string" && wordsOf(speech).until(facts["until"].slice(0, 10));
const person = (facts: Facts, speech: Speech) => typeof facts["to"] === "string" && personText(facts["to"], speech);

type RecruitingAction = Extract<AuditAction, `opening.${string}` | `application.${string}` | `shortlist.${string}` | `evidence.${string}` | `candidate.${string}` | `fairness.${string}` | `weights.${string}` | `taxonomy.${string}` | `reading.${string}`>;

export const RECRUITING_DETAILS: Readonly<Record<RecruitingAction, Detail>> = {
  "opening.taken-up": nothing,
  "opening.read": (facts, speech) => [candidates(facts, speech), hidden(facts, speech)],
  "opening.changed": (facts, speech) => (Array.isArray(facts["fields"]) ? facts["fields"].map((field) => termOf(wordsOf(speech).fields, field)) : []),
  "opening.requirements-corrected": (facts, speech) => [wordsOf(speech).corrected(Number(facts["changes"]))],
  "opening.member-added": (facts, speech) => [person(facts, speech)],
  "opening.member-removed": (facts, speech) => [person(facts, speech)],
  "opening.scored": (facts, speech) => [wordsOf(speech).run(Number(facts["run"])), wordsOf(speech).moved(Number(facts["moved"])), typeof facts["impact"] === "string" && termOf(wordsOf(speech).impact, facts["impact"])],
  "application.added": (facts, speech) => [candidates(facts, speech)],
  "application.read": hiddenOnly,
  "application.moved": (facts, speech) => [wordsOf(speech).move(termOf(wordsOf(speech).stage, String(facts["from"])), termOf(wordsOf(speech).stage, String(facts["to"]))), hidden(facts, speech)],
  "application.noted": nothing,
  "application.compared": (facts, speech) => [candidates(facts, speech), hidden(facts, speech)],
  "application.drafted": nothing,
  "shortlist.changed": (facts, speech) => [candidates(facts, speech)],
  "shortlist.shared": (facts, speech) => [person(facts, speech), until(facts, speech), hidden(facts, speech)],
  "shortlist.share-ended": (facts, speech) => [person(facts, speech)],
  "shortlist.opened": (facts, speech) => [candidates(facts, speech), hidden(facts, speech)],
  "shortlist.answered": (facts, speech) => [termOf(wordsOf(speech).verdict, String(facts["verdict"]))],
  "evidence.exported": (facts, speech) => [facts["application"] === null && wordsOf(speech).whole, wordsOf(speech).fingerprint(String(facts["sha256"]).slice(0, 12))],
  "candidate.opened": (facts, speech) => [Number(facts["others"]) > 0 && wordsOf(speech).others(Number(facts["others"]))],
  "candidate.linked": (facts, speech) => [termOf(wordsOf(speech).person, String(facts["verdict"]))],
  "candidate.exported": nothing,
  "candidate.kept": (facts, speech) => [until(facts, speech)],
  "candidate.erased": (facts, speech) => [wordsOf(speech).places(Number(facts["rows"])), facts["clean"] === true ? wordsOf(speech).clean : wordsOf(speech).unclean],
  "weights.proposed": (facts, speech) => [wordsOf(speech).pairs(Number(facts["pairs"])), termOf(wordsOf(speech).gate, String(facts["verdict"]))],
  "weights.served": (facts, speech) => [wordsOf(speech).versions(Number(facts["from"]), Number(facts["version"])), typeof facts["verdict"] === "string" && termOf(wordsOf(speech).gate, facts["verdict"]), typeof facts["reason"] === "string" && facts["reason"] !== "" && facts["reason"]],
  "taxonomy.imported": (facts, speech) => [wordsOf(speech).rows(Number(facts["skills"]))],
  "reading.taught": taught,
  "reading.forgotten": taught,
  "fairness.read": nothing,
  "fairness.imported": (facts, speech) => [wordsOf(speech).rows(Number(facts["rows"]))],
  "fairness.deleted": (facts, speech) => [wordsOf(speech).rows(Number(facts["rows"]))],
  "fairness.exported": nothing,
};

function taught(facts: Facts, speech: Speech): string[] {
  const words = wordsOf(speech);
  return [termOf(words.cuePlace, String(facts["place"])), termOf(words.cueMeans, String(facts["means"])), words.taughtBy(Number(facts["openings"]), Number(facts["people"]))];
}

function hiddenOnly(facts: Facts, speech: Speech): (string | false)[] {
  return [hidden(facts, speech)];
}
