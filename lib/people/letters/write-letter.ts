/**
 * @file Letters to applicants, from fixed sentences and what the scorecard found: nothing is generated, equal findings give
 * equal letters. Square brackets hold what only a person knows. A letter is a draft: nothing here sends anything.
 */
import type { LetterKind } from "../../contracts/recruiting-words";
import type { Language } from "../../core/types";
import { flatQuote } from "./flat-quote";

/** The parts of a scorecard that a letter speaks of. */
export interface LetterPart {
  readonly name: string;
  readonly kind: string;
  readonly mustHave: boolean;
  readonly weight: number;
  readonly met: boolean;
  readonly standing: "verified" | "stated" | "missing";
  readonly evidence: readonly { readonly text: string }[];
}

export interface LetterFacts {
  /** Null while the name is hidden. */
  readonly name: string | null;
  readonly opening: string;
  readonly company: string;
  /** Who signs. */
  readonly from: string;
  /** `YYYY-MM-DD`: until when their documents are kept; null: no term was agreed. */
  readonly keptUntil: string | null;
  /** Of the scorecard; empty when nothing was scored. */
  readonly parts: readonly LetterPart[];
}

export interface WrittenLetter {
  readonly subject: string;
  readonly body: string;
  readonly basis: readonly { readonly requirement: string; readonly quote: string | null }[];
}

/** More would make a letter a report. */
const MOST_TOPICS = 3;
const MOST_QUOTED_CHARS = 160;

export function writeLetter(kind: LetterKind, language: Language, facts: LetterFacts): WrittenLetter {
  const words = language === "zh" ? chinese : english;
  const basis = kind === "invitation" ? shown(facts.parts) : kind === "rejection" ? missing(facts.parts) : [];
  const about = basis.length === 0 ? [] : [kind === "invitation" ? words.topics(basis) : words.gaps(basis.map(({ requirement }) => requirement))];
  const paragraphs = [words.greeting(facts.name ?? words.unnamed), ...words[kind](facts), ...about, ...words.after[kind](facts), words.regards(facts)];
  return { subject: words.subject[kind](facts.opening), body: paragraphs.join("\n\n"), basis };
}

/** What their work shows of the job, heaviest first; places and the likeness of the whole are nobody's merit. */
function shown(parts: readonly LetterPart[]): WrittenLetter["basis"] {
  return parts
    .filter(({ met, standing, kind, evidence }) => met && standing === "verified" && kind !== "place" && kind !== "semantic-fit" && evidence.length > 0)
    .sort((a, b) => Number(b.mustHave) - Number(a.mustHave) || b.weight - a.weight || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_TOPICS)
    .map(({ name, evidence }) => ({ requirement: name, quote: flatQuote(evidence[0]?.text ?? "", MOST_QUOTED_CHARS) }));
}

/** Must-haves that were not found. */
function missing(parts: readonly LetterPart[]): WrittenLetter["basis"] {
  return parts.filter(({ met, mustHave, kind }) => mustHave && !met && kind !== "place" && kind !== "semantic-fit").map(({ name }) => ({ requirement: name, quote: null }));
}

type Paragraphs = (facts: LetterFacts) => string[];

interface LetterWords {
  readonly unnamed: string;
  readonly subject: Readonly<Record<LetterKind, (opening: string) => string>>;
  greeting(name: string): string;
  readonly invitation: Paragraphs;
  readonly progress: Paragraphs;
  readonly rejection: Paragraphs;
  topics(basis: WrittenLetter["basis"]): string;
  gaps(requirements: readonly string[]): string;
  readonly after: Readonly<Record<LetterKind, Paragraphs>>;
  regards(facts: LetterFacts): string;
}

const english: LetterWords = {
  unnamed: "[name]",
  subject: { invitation: (opening) => `Your application: ${opening}`, progress: (opening) => `Your application: ${opening}`, rejection: (opening) => `Your application: ${opening}` },
  greeting: (name) => `Dear ${name},`,
  invitation: ({ opening }) => [`Thank you for applying for “${opening}”. We would like to get to know you and suggest a conversation of about 45 minutes.`],
  progress: ({ opening }) => [`Your application for “${opening}” is still with us; we have not decided yet. We expect to be able to tell you more by [day].`],
  rejection: ({ opening }) => [`Thank you for your interest in “${opening}” and the time that you have given it. We have decided for other applicants this time.`],
  topics: (basis) => `We would like to hear more about:\n${basis.map(({ requirement, quote }) => `- ${requirement}${quote ? `: “${quote}”` : ""}`).join("\n")}`,
  gaps: (requirements) => `This opening needs the following, which we did not find in your documents: ${requirements.join("; ")}.`,
  after: {
    invitation: () => ["Would [day] at [time], [by video / at our site], suit you? If not, please name two other times.", "Please tell us if we can make the conversation easier for you in any way."],
    progress: () => ["Thank you for your patience."],
    rejection: ({ keptUntil }) => ["A person made this decision. If you would like to know what it was based on, or think that we missed something, please reply to this message.", `We keep your documents until ${keptUntil ?? "[day]"}; tell us if we should delete them sooner, or may keep them for later openings.`],
  },
  regards: ({ from, company }) => `Kind regards\n${from}\n${company}`,
};

const chinese: LetterWords = {
  unnamed: "［姓名］",
  subject: { invitation: (opening) => `面试邀请：${opening}`, progress: (opening) => `申请进展：${opening}`, rejection: (opening) => `申请结果：${opening}` },
  greeting: (name) => `${name}，您好：`,
  invitation: ({ opening }) => [`感谢您应聘“${opening}”。我们希望与您进一步沟通，时间约 45 分钟。`],
  progress: ({ opening }) => [`您对“${opening}”的申请仍在处理中，我们尚未作出决定，预计在［日期］前答复您。`],
  rejection: ({ opening }) => [`感谢您对“${opening}”的关注以及付出的时间。经考虑，我们这次选择了其他申请人。`],
  topics: (basis) => `我们希望进一步了解：\n${basis.map(({ requirement, quote }) => `- ${requirement}${quote ? `：“${quote}”` : ""}`).join("\n")}`,
  gaps: (requirements) => `该职位需要以下条件，我们在您的材料中未能找到：${requirements.join("；")}。`,
  after: {
    invitation: () => ["请问［日期］［时间］，［视频／现场］是否方便？如不方便，请提供两个其他时间。", "如需我们为面试提供任何便利，敬请告知。"],
    progress: () => ["感谢您的耐心等待。"],
    rejection: ({ keptUntil }) => ["这一决定由人作出。如您希望了解依据，或认为我们有所遗漏，请回复本邮件。", `您的材料将保存至${keptUntil ?? "［日期］"}；如希望提前删除，或同意我们为今后的职位保留，请告知。`],
  },
  regards: ({ from, company }) => `此致\n${from}\n${company}`,
};
