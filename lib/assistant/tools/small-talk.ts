/**
 * @file Small talk and help: greetings, thanks, "what can you do". Retrieves nothing. The help names what this person can ask about,
 * and of that only what is switched on.
 */
import { phrasesIn, type HelpTopic, type Phrases } from "../phrases";
import type { AskRequest } from "../types";
import { say } from "../answer/say";
import { NOTHING_RETRIEVED, type Tool } from "./tool";

const END = "[\\s!.?,~。！？，～…]*$";
/** Whole questions only: "hi, how much leave do I get?" is a question about leave. */
const KINDS: readonly (readonly ["greeting" | "thanks" | "help", RegExp])[] = [
  ["greeting", new RegExp(`^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|greetings|how are you(?: doing)?(?: today)?|what'?s up|你好|您好|早上好|下午好|晚上好|嗨|哈喽|在吗)(?:[ ,]*(?:there|cadre|all))?${END}`, "i")],
  ["thanks", new RegExp(`^(?:(?:ok(?:ay)?|great|perfect|cool|got it|alright)[ ,!.]*)?(?:many thanks|thanks?(?: you)?(?: (?:so|very) much| a lot)?|thx|cheers|ta|great|perfect|ok(?:ay)?|got it|bye|goodbye|谢谢(?:你|您)?|多谢|好的|明白了|知道了|再见)${END}`, "i")],
  ["help", new RegExp(`^(?:help(?: me)?|(?:who|what) are you|what(?: can|'?s| do) you(?: do| know| help with| help me with)?|what can i ask(?: you)?|how (?:do|can) i use (?:this|you|cadre)|how do(?:es)? (?:this|you|it|cadre) work|what is (?:this|cadre)|帮助|你是谁|你(?:能|会|可以)(?:做|干|帮我?)?(?:什么|啥|做什么|干什么|干嘛)|(?:我)?(?:能|可以)问(?:你)?什么|怎么用|如何使用)${END}`, "i")],
];

function kindOf(question: string): "greeting" | "thanks" | "help" | null {
  return KINDS.find(([, rule]) => rule.test(question.trim()))?.[0] ?? null;
}

/** Why each is there: the port or permission that its own tools ask for. */
const OPEN: Readonly<Record<HelpTopic, (request: AskRequest) => boolean>> = {
  "ask-hr": ({ verified }) => verified !== undefined,
  growth: ({ capabilities, growth }) => capabilities.has("growth") && growth !== undefined,
  candidates: ({ capabilities }) => capabilities.has("candidates"),
  recruiting: ({ capabilities, recruiting }) => capabilities.has("recruiting") && (recruiting?.openings.length ?? 0) > 0,
  insights: ({ capabilities, insights }) => capabilities.has("insights") && insights !== undefined && insights.isOff !== true,
};

const topicsOf = (request: AskRequest): HelpTopic[] => (Object.keys(OPEN) as HelpTopic[]).filter((topic) => OPEN[topic](request));

function suggestionsFor(phrases: Phrases, request: AskRequest): string[] {
  return [...phrases.helpSuggestions, ...topicsOf(request).flatMap((topic) => phrases.helpWith[topic].asks)];
}

export const smallTalk: Tool = {
  name: "small-talk",
  capability: null,
  recognise: ({ original }) => (kindOf(original) ? 1 : 0),
  run: ({ original, language }, { request, tell }) => {
    const phrases = phrasesIn(language);
    const kind = kindOf(original) ?? "help";
    const more = kind === "help" ? topicsOf(request).map((topic) => phrases.helpWith[topic].says) : [];
    const text = [phrases[kind], ...more].join(language === "zh" ? "" : " ");
    say(text, tell);
    const answer = { outcome: "chat" as const, text, citations: [], candidates: [], confidence: 1, suggestions: suggestionsFor(phrases, request) };
    return Promise.resolve({ ...NOTHING_RETRIEVED, answer });
  },
};
