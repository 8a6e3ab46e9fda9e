/**
 * @file About a person: "does she know Kubernetes, and where did she use it?" → for everything that the question asks, what
 * the résumé shows, with the lines and the posts. Quotes only; says plainly what it does not find.
 */
import { fromIsoMonth } from "../../profile/dates";
import type { ExperienceEntry, Profile } from "../../profile/types";
import type { Taxonomy } from "../../taxonomy/types";
import { requirementId } from "../../requirements/requirement-id";
import { namedNeeds } from "../../requirements/named-needs";
import type { Requirement } from "../../requirements/types";
import { skillNeeds } from "../../requirements/skill-needs";
import { BASE_RULESET } from "../base-ruleset";
import { prepareRequest, scoreSubject } from "../score-subject";
import type { EvidenceQuote, EvidenceStanding, MatchSubject } from "../types";

export interface PersonFinding {
  /** What was asked about, in the question's words. */
  readonly about: string;
  /** shown: met by evidence; near: some of it; none: the résumé does not say. */
  readonly state: "shown" | "near" | "none";
  readonly standing: EvidenceStanding;
  readonly evidence: readonly EvidenceQuote[];
  /** Posts whose lines the evidence stands in, in the order of the text. */
  readonly posts: readonly { readonly title: string | null; readonly organisation: string | null; readonly from: string | null; readonly to: string | null; readonly months: number | null }[];
}

export interface PersonAnswer {
  readonly findings: readonly PersonFinding[];
  /** The question is about time in total: the profile's years, with their place. */
  readonly years: Profile["yearsOfExperience"];
}

const FRAME =
  /\b(?:does|do|did|has|have|had|is|are|was|can|could|would|will|he|she|they|him|her|them|his|their|it|the candidate|this (?:person|candidate|one)|any|ever|really|also|know|knows|known|use|used|uses|using|worked?|works|experience(?:d)?|speak|speaks|familiar|good|where|when|which|what|how (?:well|long|often|many|much)|who|about|tell me|and|with|in|at|on|of|to|a|an|the|there|there's|for|from|years?|skills?|knowledge|say|says|show|shows|mention(?:s|ed)?|anything|something|job|company|employer)\b/gi;
const CHINESE_FRAME = /她|他|这位|候选人|此人|是否|有没有|会不会|能不能|会|能|懂|有|吗|呢|什么|哪里|哪儿|在哪|哪家|哪个|怎么|如何|多久|多少年|用过|用|做过|做|了解|熟悉|掌握|经验|经历|公司|工作|过|的|还|以及|并且|和|请问|关于|说|会说|[？?，。]/g;
const HOW_LONG = /how (?:long|many years|much experience)|years of experience|多少年|多久|几年|工作年限/i;

/** @param question English or Chinese; @returns findings in the order asked, empty where it asks for nothing that a résumé can show */
export function answerAboutPerson(question: string, { subject, profile, taxonomy }: { readonly subject: MatchSubject; readonly profile: Profile; readonly taxonomy: Taxonomy }): PersonAnswer {
  const asked = askedFor(question, taxonomy);
  const prepared = prepareRequest({ requirements: asked, title: null }, { ruleset: BASE_RULESET, taxonomy });
  const card = scoreSubject(subject, prepared);
  const findings = card.parts.map(({ name, met, score, standing, evidence }): PersonFinding => ({
    about: name,
    state: met ? "shown" : score > 0 ? "near" : "none",
    standing,
    evidence,
    posts: postsOf(profile.experience, evidence),
  }));
  return { findings, years: HOW_LONG.test(question) && findings.length === 0 ? profile.yearsOfExperience : null };
}

function askedFor(question: string, taxonomy: Taxonomy): Requirement[] {
  const asked = (kind: Requirement["kind"], text: string, any: readonly string[]): Requirement => ({ id: requirementId(kind, text), kind, mustHave: true, weight: 100, any, text, source: null });
  const named = namedNeeds(question).filter(({ kind }) => kind === "language" || kind === "certificate" || kind === "education");
  const known = taxonomy.mentions(question).filter((mention) => !named.some((need) => mention.start < need.end && need.start < mention.end));
  const found = [...named.map((need) => ({ ...asked(need.kind, question.slice(need.start, need.end), need.any), ...(need.level ? { level: need.level } : {}) })), ...known.map(({ skill, text }) => asked("skill", text, [skill.id]))];
  if (found.length > 0) return distinct(found);
  const rest = question.replace(FRAME, " , ").replace(CHINESE_FRAME, " , ").split(/[,;?？，、]+/).map((part) => part.trim()).filter((part) => part.length > 1);
  return distinct(rest.flatMap((part) => skillNeeds(part, taxonomy).map(({ text, any }) => asked(any.length > 0 ? "skill" : "text", text, any))));
}

function distinct(requirements: readonly Requirement[]): Requirement[] {
  return requirements.filter(({ id }, i) => requirements.findIndex((other) => other.id === id) === i);
}

function postsOf(experience: readonly ExperienceEntry[], evidence: readonly EvidenceQuote[]): PersonFinding["posts"] {
  return experience
    .filter(({ span }) => evidence.some((quote) => quote.start < span.end && span.start < quote.end))
    .map(({ title, organisation, start, end, months }) => ({ title: title?.value ?? null, organisation: organisation?.value ?? null, from: start?.value ?? null, to: end?.value ?? null, months: months ?? monthsBetween(start?.value, end?.value) }));
}

function monthsBetween(from: string | undefined, to: string | undefined): number | null {
  return from === undefined || to === undefined ? null : Math.max(0, fromIsoMonth(to) - fromIsoMonth(from) + 1);
}
