/**
 * @file An occupation as the goal of a question, where the company has no role of that name: "I want to become a paramedic".
 * The company's own roles, openings and programmes go before it, unless the occupation says more ("UX designer" is no
 * "design engineer").
 */
import { baseOccupations } from "../../growth/occupations/shipped/base-occupations";
import { occupationIn, type NamedOccupation } from "../../growth/occupations/shipped/named-in";
import { isAboutPolicy } from "./growth-intent";
import { chineseName, englishWords, shortForms } from "./name-words";
import type { GrowthName, GrowthToolName } from "./types";

/** Five tools ask after the same question, one after the other. */
let last: { readonly question: string; readonly found: NamedOccupation | null } | null = null;

/** @returns the occupation that the question names; null without one */
export function occupationOf(question: string): NamedOccupation | null {
  if (last?.question !== question) last = { question, found: occupationIn(question, baseOccupations()) };
  return last.found;
}

/** @param name what of the company's own is named as well; @returns true: it is the same, or less than the occupation says */
export function isCovered({ text }: NamedOccupation, name: GrowthName): boolean {
  const han = /\p{Script=Han}/u.test(text);
  const said = han ? chineseName(text) : "";
  const forms = name.names.flatMap((each) => shortForms(each).map((form) => form.text));
  if (han) return forms.some((each) => chineseName(each).includes(said) || (each.length > 1 && said.includes(chineseName(each))));
  const words = new Set(englishWords(text).map(({ word }) => word));
  return forms.some((each) => {
    const theirs = new Set(englishWords(each).map(({ word }) => word));
    return [...words].every((word) => theirs.has(word));
  });
}

/** What an occupation asks for, asked about somebody: "what skills does a data scientist need?" */
const ASKS_FOR = /\b(?:what|which) (?:skills?|qualifications?|abilities|competenc(?:y|ies|es))\b.{0,60}\b(?:needs?|haves?|requires?|takes?|must|should)\b|\bskills? (?:of|for|needed|required)\b|(?:需要|要求|要会|要有|具备)(?:哪些|什么|具备)?.{0,8}(?:技能|能力|条件|资格)/i;
/** A wish without "I": "career change to teacher", "become an electrician". */
const WISHES = /^(?:(?:ok(?:ay)?|so|and|please|hi|hello)[,.!\s]+)*(?:how (?:to|does one|do you) become|becom(?:e|ing)|be(?:ing)? an?|career (?:change|switch|move)|retrain|switch(?:ing)?|chang(?:e|ing) career|(?:an? |the )?(?:learning |training )?(?:plan|path|way))\b|\bi(?:['’]d| would)? (?:like|love|want|wish|hope|plan|dream)\b|\bi(?:['’]d| would) rather\b|想(?:当|做|成为|转|改行)|怎(?:么|样)(?:才能)?(?:成为|当|做)|如何(?:成为|当|做)/i;

/** Taken only where nothing else fits: a gap for what it asks, a plan for the wish to be it. */
export function occupationIntent(question: string, { isGoal }: NamedOccupation): { readonly tool: GrowthToolName; readonly sureness: number } | null {
  if (isAboutPolicy(question)) return null;
  if (ASKS_FOR.test(question)) return { tool: "my-gap", sureness: 0.75 };
  return isGoal && WISHES.test(question) ? { tool: "my-plan", sureness: 0.75 } : null;
}

const LEAD = /^(?:(?:ok(?:ay)?|so|and|but|then|rather|well|yes|no|what about|how about|i meant?|the|an?|as an?|那么?|要是|换成|我(?:是说|指的?是)|是)[,，.!\s]*)+/i;
const TAIL = /\s*(?:then|instead|please|呢|吧)?[\s?？.。!！]*$/i;

/** A name and nothing else, as the answer to "which do you mean?" or as another goal: "a sales manager", "那数据分析师呢". */
export function bareOccupation(question: string): NamedOccupation | null {
  const text = question.trim().replace(LEAD, "").replace(TAIL, "");
  const occupation = text.length < 2 ? null : baseOccupations().named(text);
  return occupation && { occupation, text, at: question.indexOf(text), isGoal: true };
}
