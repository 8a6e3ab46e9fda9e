/** @file `cadre eval skills`: the English tagger on SkillSpan sentences; strict precision, recall and F1 of spans. */
import path from "node:path";
import { projectRoot } from "../../config/paths";
import { evalSkillsOutput } from "../../contracts/taggers";
import { sha256 } from "../../core/hash";
import { tagEnglish } from "../../people/tag/english/english-tagger";
import { readSkillSpan } from "../../people/tag/english/read-skillspan";
import { scoreSpans, type SpanScores } from "../../people/tag/score-spans";
import { ENGLISH_TAGGER, loadFiles, readEnglish } from "../../people/tag/tagger-files";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import { parseCommand, required, type Command } from "../command";
import { readEvalFile } from "../eval-encoder";

export const command: Command = {
  name: "eval skills",
  usage: `cadre eval skills --spans <json> [--model <dir>] [--json]
Skills and knowledge in English job advertisements. A span counts when start, end and kind are right.
  --spans <json>   SkillSpan: one object per line with tokens, tags_skill and tags_knowledge (B, I, O)
  --model <dir>    a folder written by cadre train tagger; default models/${ENGLISH_TAGGER}
  --json           {"precision","recall","f1","sentences","version","skill","knowledge"}`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const { values } = parseCommand(args, { spans: text, model: text, json: { type: "boolean" } });
    const sentences = readSkillSpan(await readEvalFile(required(values.spans, "spans")));
    const files = await loadFiles(values.model ?? path.join(projectRoot(), "models", ENGLISH_TAGGER), ENGLISH_TAGGER);
    const found = tagEnglish(readEnglish(files), sentences.map(({ tokens }) => tokens), BASE_TAXONOMY);
    const skill = scoreSpans(sentences.map((sentence) => sentence.skill), found.map((spans) => spans.skill));
    const knowledge = scoreSpans(sentences.map((sentence) => sentence.knowledge), found.map((spans) => spans.knowledge));
    const both = scoreSpans(sentences.map((sentence) => [...sentence.skill, ...sentence.knowledge]), found.map((spans) => [...spans.skill, ...spans.knowledge]));
    const version = sha256(Buffer.concat(Object.values(files))).slice(0, 12);
    const { precision, recall, f1 } = both;
    const output = evalSkillsOutput.parse({ precision, recall, f1, sentences: sentences.length, version, skill: part(skill), knowledge: part(knowledge) });
    const row = (name: string, scores: SpanScores): string => `${name.padEnd(10)} ${[scores.precision, scores.recall, scores.f1].map((share) => (100 * share).toFixed(2).padStart(6)).join(" ")} ${String(scores.gold).padStart(6)}`;
    io.out(values.json ? JSON.stringify(output) : ["spans           P      R     F1   gold", row("skill", skill), row("knowledge", knowledge), row("both", both)].join("\n"));
    return 0;
  },
};

const part = ({ precision, recall, f1, gold, found }: SpanScores): object => ({ precision, recall, f1, gold, found });
