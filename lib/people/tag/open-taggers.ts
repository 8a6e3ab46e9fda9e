/**
 * @file Opens the taggers that ship and reads a whole text with them: lines and sentences one by one, spans back in the
 * places of the text.
 */
import { createHash } from "node:crypto";
import path from "node:path";
import { BASE_TAXONOMY } from "../taxonomy/base-taxonomy";
import { tagChinese } from "./chinese/chinese-tagger";
import { tagEnglish } from "./english/english-tagger";
import { splitWords } from "./english/words";
import { CHINESE_TAGGER, ENGLISH_TAGGER, loadFiles, readChinese, readEnglish, type TaggerFiles } from "./tagger-files";
import type { ResumeLabel, SkillLabel, TaggedSpan, Taggers } from "./types";

/** The Chinese tagger alone. */
export interface ChineseTagger {
  /** Names the model by its content. */
  readonly version: string;
  /** @param text any length; read line by line, neighbouring lines give context */
  tag(text: string): readonly TaggedSpan[];
}

/**
 * @param modelsFolder holds tagger-zh: models/ of the project
 * @throws AppError "model/not-found" naming the missing file; "model/unsupported" for a broken one
 */
export async function openChineseTagger(modelsFolder: string): Promise<ChineseTagger> {
  const files = await loadFiles(path.join(/* turbopackIgnore: true */ modelsFolder, CHINESE_TAGGER), CHINESE_TAGGER);
  const model = readChinese(files);
  return { version: versionOf([files]), tag: (text) => tagLines(text, (lines) => chineseSpans(lines, tagChinese(model, lines.map((line) => line.text)))) };
}

/**
 * @param modelsFolder holds tagger-zh and tagger-en-skills: models/ of the project
 * @throws AppError "model/not-found" naming the missing file; "model/unsupported" for a broken one
 */
export async function openTaggers(modelsFolder: string): Promise<Taggers> {
  const [chinese, en] = await Promise.all([
    openChineseTagger(modelsFolder),
    loadFiles(path.join(/* turbopackIgnore: true */ modelsFolder, ENGLISH_TAGGER), ENGLISH_TAGGER),
  ]);
  const english = readEnglish(en);
  return {
    version: `${chinese.version}.${versionOf([en], BASE_TAXONOMY.version)}`,
    tagResume(text, language) {
      if (language === "zh") return chinese.tag(text);
      return tagLines(text, (lines) => englishSpans(lines, (words) => tagEnglish(english, words, BASE_TAXONOMY)));
    },
  };
}

function versionOf(files: readonly TaggerFiles[], ...more: readonly string[]): string {
  const hash = createHash("sha256").update(more.join("\n"));
  for (const tagger of files) for (const [name, bytes] of Object.entries(tagger)) hash.update(name).update(bytes);
  return hash.digest("hex").slice(0, 12);
}

interface Line {
  readonly text: string;
  readonly start: number;
}

/** A line, or a sentence of it; what is longer than 400 characters is cut: no sentence is, a broken table may be. */
const LINE = /[^\n。；;！？]{1,400}[。；;！？]?/gu;

function tagLines(text: string, tag: (lines: readonly Line[]) => TaggedSpan[]): TaggedSpan[] {
  const lines = [...text.matchAll(LINE)].map((match) => trimmed(match[0], match.index)).filter((line) => line.text !== "");
  return tag(lines).sort((a, b) => a.start - b.start || b.end - a.end);
}

function trimmed(line: string, start: number): Line {
  const before = line.length - line.trimStart().length;
  return { text: line.trim(), start: start + before };
}

type Spans = readonly { readonly start: number; readonly end: number; readonly label: string; readonly confidence?: number }[];

function chineseSpans(lines: readonly Line[], tagged: readonly Spans[]): TaggedSpan[] {
  return tagged.flatMap((spans, at) => spans.map((span) => ({ start: span.start + (lines[at]?.start ?? 0), end: span.end + (lines[at]?.start ?? 0), label: span.label as ResumeLabel, confidence: span.confidence ?? 0 })));
}

function englishSpans(lines: readonly Line[], tag: (words: string[][]) => readonly { skill: Spans; knowledge: Spans }[]): TaggedSpan[] {
  const words = lines.map((line) => splitWords(line.text));
  const tagged = tag(words.map((line) => line.map((word) => word.text)));
  return tagged.flatMap(({ skill, knowledge }, at) =>
    [...skill, ...knowledge].map((span) => {
      const [first, last] = [words[at]?.[span.start], words[at]?.[span.end - 1]];
      const start = lines[at]?.start ?? 0;
      return { start: start + (first?.start ?? 0), end: start + (last?.end ?? 0), label: span.label as SkillLabel, confidence: span.confidence ?? 0 };
    }),
  );
}
