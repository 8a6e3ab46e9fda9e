/**
 * @file What a tagger finds in a text: labelled spans of characters. The models are files under models/tagger-*; see
 * open-taggers.ts for how they are opened.
 */
import type { Language, Span } from "../../core/types";

/** Labels of the Chinese tagger, as in the ResumeNER data it learned from. */
export const RESUME_LABELS = ["NAME", "CONT", "RACE", "LOC", "ORG", "TITLE", "EDU", "PRO"] as const;
/** CONT: nationality. RACE: ethnic group. EDU: degree. PRO: field of study. TITLE: job title or other standing. */
export type ResumeLabel = (typeof RESUME_LABELS)[number];

/** Labels of the English tagger: what one must be able to do, and what one must know. */
export const SKILL_LABELS = ["SKILL", "KNOWLEDGE"] as const;
export type SkillLabel = (typeof SKILL_LABELS)[number];

/** UTF-16 offsets into the text that was given, end exclusive. */
export interface TaggedSpan extends Span {
  readonly label: ResumeLabel | SkillLabel;
  /** Lowest probability of the labels of its units, 0–1. */
  readonly confidence: number;
}

export interface Taggers {
  /** Names the models by their content; part of every version that depends on their output. */
  readonly version: string;
  /**
   * Chinese: people, organisations, titles, degrees … English: skills and knowledge. Spans of one label never overlap;
   * an English knowledge span may lie inside a skill span.
   *
   * @param text any length; read line by line, neighbouring lines give context
   */
  tagResume(text: string, language: Language): readonly TaggedSpan[];
}
