/** @file `cadre train base --average`: reads the models, averages them, writes a model folder. */
import path from "node:path";
import { AppError } from "../core/errors";
import { emitEncoder } from "../engine/onnx/emit-encoder";
import { averageWeights } from "../improvement/base/average-weights";
import { readHubEncoder } from "../runtime/hub-weights";
import { writeHubEncoder } from "../runtime/hub-write";

/**
 * @param models `<model folder>=<share>`, separated by commas; the first one gives config and tokenizer
 * @returns the folder that was written: <out>/model
 * @throws AppError "config/invalid"; as readHubEncoder
 */
export async function averageBase(models: string, out: string): Promise<string> {
  const parts = models.split(",").map((part) => {
    const [, folder = "", share = ""] = /^(.+)=([\d.]+)$/.exec(part.trim()) ?? [];
    if (folder === "") throw new AppError("config/invalid", `--average takes <model folder>=<share>, separated by commas; got "${part}".`);
    return { folder: path.resolve(folder), share: Number(share) };
  });
  const read = await Promise.all(parts.map(async ({ folder, share }) => ({ folder, share, hub: await readHubEncoder(folder) })));
  const [first] = read;
  if (!first) throw new AppError("config/invalid", "--average needs a model.");
  const parameters = averageWeights(read.map(({ folder, share, hub }) => ({ name: path.basename(folder), parameters: hub.parameters, share })));
  const folder = path.join(out, "model");
  const card = `# Average of weights\n\n${parts.map(({ folder: from, share }) => `- ${path.basename(path.dirname(from))}/${path.basename(from)}: ${share}`).join("\n")}\n`;
  await writeHubEncoder(folder, { config: first.hub.config, parameters, pooling: first.hub.pooling }, { precision: "fp16", tokenizer: first.folder, card, emit: emitEncoder, replace: true });
  return folder;
}
