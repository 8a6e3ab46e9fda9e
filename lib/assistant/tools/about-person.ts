/** @file "Does Greta Hollenbach know Kubernetes, and where did she use it?", "and her German?": what one résumé says, quoted. */
import type { Citation } from "../../contracts/evidence";
import { say } from "../answer/say";
import { saidOf } from "../recruiting/whom";
import { namedPeople } from "../recruiting/named";
import type { NamedThing, PersonPoint } from "../recruiting/types";
import type { AskRequest } from "../types";
import { NOTHING_RETRIEVED, type Tool } from "./tool";

const ASKS = /\b(?:does|do|did|has|have|can|is|was|are|know|knows|speak|speaks|use[ds]?|used|where|when|what|how|any|and)\b|会|懂|用过|有没有|是否|哪里|多久|经验|吗|呢/i;

/** Named in the question, or whose résumé the last answer quoted when the question says "she". */
function personOf(question: string, { recruiting, history }: AskRequest): NamedThing | null {
  if (!recruiting || !ASKS.test(question)) return null;
  const named = namedPeople(question, recruiting.people);
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  return saidOf(question, history, recruiting.people);
}

export const aboutPerson: Tool = {
  name: "about-person",
  capability: "recruiting",
  recognise: ({ original }, request) => (personOf(original, request) ? 0.94 : 0),
  async run({ original, language }, { request, tell }) {
    const person = personOf(original, request);
    tell({ type: "status", stage: "retrieve" });
    const points = person && request.recruiting ? await request.recruiting.port.about(person.id, without(original, person.name)) : [];
    const citations: Citation[] = [];
    const lines = points.map((point) => {
      const own = point.citations.map((citation): Citation => ({ ...citation, number: citations.length + 1 + point.citations.indexOf(citation) }));
      citations.push(...own);
      return line(point, own, language === "zh");
    });
    const name = person?.name ?? "";
    const text = lines.length > 0 ? `${name}${language === "zh" ? "：" : ": "}\n${lines.join("\n")}` : language === "zh" ? `请说出想了解 ${name} 的哪一点，例如一项技能或一门语言。` : `Name what you would like to know of ${name}: a skill, a language, a degree.`;
    say(text, tell);
    citations.forEach((citation) => tell({ type: "citation", citation }));
    return { ...NOTHING_RETRIEVED, answer: { outcome: citations.length > 0 ? "answered" : lines.length > 0 ? "none" : "chat", text, citations, candidates: [], confidence: 1, suggestions: [] } };
  },
};

const without = (question: string, name: string): string => name.split(/\s+/).reduce((text, part) => (part.length > 2 ? text.replace(new RegExp(part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "giu"), " ") : text), question.replace(name, " "));

function line({ about, state, posts }: PersonPoint, citations: readonly Citation[], isChinese: boolean): string {
  const marks = citations.map(({ number }) => `[${number}]`).join(" ");
  const where = posts.length === 0 ? "" : isChinese ? `，见于：${posts.join("；")}` : `, at: ${posts.join("; ")}`;
  const says = isChinese ? { shown: "简历中有体现", near: "仅有相近内容", none: "简历中未提及" }[state] : { shown: "the résumé shows it", near: "only something near it", none: "the résumé does not say" }[state];
  return `• ${about}${isChinese ? "：" : ": "}${says}${where} ${marks}`.trimEnd();
}
