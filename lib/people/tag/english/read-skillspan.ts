/**
 * @file SkillSpan sentences: one JSON object per line with tokens and two rows of BIO tags, one for skills and one for
 * knowledge; the two may overlap.
 */
import { z } from "zod";
import { AppError } from "../../../core/errors";
import type { UnitSpan } from "../tag-set";

const line = z.object({ tokens: z.array(z.string()), tags_skill: z.array(z.enum(["B", "I", "O"])), tags_knowledge: z.array(z.enum(["B", "I", "O"])) });

export interface SkillSentence {
  readonly tokens: readonly string[];
  readonly skill: readonly UnitSpan[];
  readonly knowledge: readonly UnitSpan[];
}

/** @throws AppError "eval/bad-input" naming the line */
export function readSkillSpan(text: string): SkillSentence[] {
  const sentences: SkillSentence[] = [];
  text.split("\n").forEach((raw, at) => {
    if (raw.trim() === "") return;
    const read = line.safeParse(parseJson(raw, at));
    if (!read.success || read.data.tags_skill.length !== read.data.tokens.length || read.data.tags_knowledge.length !== read.data.tokens.length) {
      throw new AppError("eval/bad-input", `Line ${at + 1}: expected {"tokens": […], "tags_skill": […], "tags_knowledge": […]}, the three of one length, tags B, I or O.`);
    }
    const { tokens, tags_skill: skill, tags_knowledge: knowledge } = read.data;
    if (tokens.length > 0) sentences.push({ tokens, skill: spansOfBio(skill, "SKILL"), knowledge: spansOfBio(knowledge, "KNOWLEDGE") });
  });
  if (sentences.length === 0) throw new AppError("eval/bad-input", "The file holds no labelled sentence.");
  return sentences;
}

function parseJson(raw: string, at: number): unknown {
  try {
    return JSON.parse(raw);
  } catch (cause) {
    throw new AppError("eval/bad-input", `Line ${at + 1} is not JSON.`, { cause });
  }
}

/** An I that follows no B of its kind begins a span, as the usual scorers read it. */
function spansOfBio(tags: readonly string[], label: string): UnitSpan[] {
  const spans: UnitSpan[] = [];
  let start = -1;
  tags.forEach((tag, at) => {
    if (start >= 0 && tag !== "I") {
      spans.push({ start, end: at, label });
      start = -1;
    }
    if (tag === "B" || (tag === "I" && start < 0)) start = at;
  });
  if (start >= 0) spans.push({ start, end: tags.length, label });
  return spans;
}
