/** @file `cadre train tagger`: trains one of the two taggers from labelled sentences; the same data and seed give the same files. */
import path from "node:path";
import { env } from "../../config/env";
import { trainTaggerOutput } from "../../contracts/taggers";
import { readVocabularyVectors } from "../../runtime/vocabulary-vectors";
import { CHINESE_RECIPE, trainChinese } from "../../people/tag/chinese/chinese-tagger";
import { readBmes } from "../../people/tag/chinese/read-bmes";
import { ENGLISH_RECIPE, trainEnglish } from "../../people/tag/english/english-tagger";
import { readSkillSpan } from "../../people/tag/english/read-skillspan";
import { CLUSTER_SIZES, clusterWords } from "../../people/tag/english/word-clusters";
import { CHINESE_TAGGER, chineseFiles, ENGLISH_TAGGER, englishFiles, saveFiles, type TaggerFiles } from "../../people/tag/tagger-files";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import { parseCommand, required, UsageError, type Command, type CommandIo } from "../command";
import { readEvalFile } from "../eval-encoder";

export const command: Command = {
  name: "train tagger",
  usage: `cadre train tagger (--bmes <file> | --spans <json>) --out <dir> [--seed n] [--encoder <dir>] [--json]
Trains a conditional random field and writes its files: a few minutes on one core.
  --bmes <file>    Chinese résumés, as cadre eval ner reads them: writes the files of ${CHINESE_TAGGER}
  --spans <json>   English skills, as cadre eval skills reads them: writes the files of ${ENGLISH_TAGGER}
  --out <dir>      folder of the files; those there are replaced
  --seed n         order of sentences and hidden features; default 1
  --encoder <dir>  only with --spans: whose word vectors are clustered; default CADRE_ENCODER
  --json           {"tagger","sentences","seconds","loss","files"}`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const { values } = parseCommand(args, { bmes: text, spans: text, out: text, seed: text, encoder: text, json: { type: "boolean" } });
    const out = path.resolve(required(values.out, "out"));
    const seed = Number(values.seed ?? 1);
    if (!Number.isSafeInteger(seed)) throw new UsageError(`--seed must be a whole number, got "${values.seed}"`);
    if ((values.bmes === undefined) === (values.spans === undefined)) throw new UsageError("give --bmes or --spans, one of them");
    const started = performance.now();
    const trained = values.bmes === undefined ? await english(required(values.spans, "spans"), { seed, encoder: values.encoder ?? env().encoder, io }) : await chinese(values.bmes, seed, io);
    const paths = await saveFiles(out, trained.files);
    const sizes = Object.values(trained.files).map(({ length }, at) => ({ path: paths[at] ?? "", bytes: length }));
    const { tagger, sentences, loss } = trained;
    const output = trainTaggerOutput.parse({ tagger, sentences, loss, seconds: (performance.now() - started) / 1000, files: sizes });
    io.out(values.json ? JSON.stringify(output) : [`${output.tagger}: ${output.sentences} sentences, ${output.seconds.toFixed(0)} s`, ...sizes.map((file) => `${file.path} (${(file.bytes / 1e6).toFixed(2)} MB)`)].join("\n"));
    return 0;
  },
};

interface Trained {
  readonly tagger: string;
  readonly sentences: number;
  readonly loss: number;
  readonly files: TaggerFiles;
}

async function chinese(file: string, seed: number, io: CommandIo): Promise<Trained> {
  const sentences = readBmes(await readEvalFile(file));
  let loss = 0;
  const model = trainChinese(sentences, { ...CHINESE_RECIPE, seed }, (epoch, mean) => {
    loss = mean;
    io.note(`pass ${epoch} of ${CHINESE_RECIPE.runs * CHINESE_RECIPE.epochs}: ${mean.toFixed(3)} nats per sentence`);
  });
  return { tagger: CHINESE_TAGGER, sentences: sentences.length, loss, files: chineseFiles(model) };
}

async function english(file: string, { seed, encoder, io }: { seed: number; encoder: string; io: CommandIo }): Promise<Trained> {
  const sentences = readSkillSpan(await readEvalFile(file));
  const clusters = clusterWords(await readVocabularyVectors(encoder), CLUSTER_SIZES, seed);
  io.note(`${clusters.size} words in clusters`);
  let loss = 0;
  const model = trainEnglish({
    sentences,
    clusters,
    taxonomy: BASE_TAXONOMY,
    recipe: { ...ENGLISH_RECIPE, seed },
    onEpoch: (part, epoch, mean) => {
      loss = mean;
      io.note(`${part}, pass ${epoch} of ${ENGLISH_RECIPE.runs * ENGLISH_RECIPE.epochs}: ${mean.toFixed(3)} nats per sentence`);
    },
  });
  return { tagger: ENGLISH_TAGGER, sentences: sentences.length, loss, files: englishFiles(model) };
}
