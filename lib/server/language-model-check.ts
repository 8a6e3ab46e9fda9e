/**
 * @file What `cadre doctor` says about the language model: where questions and passages go, whether they travel in the
 * clear, whether the server answers and knows the model. Sends no question and no passage.
 */
import type { DoctorOutput } from "../contracts/cli";
import type { Env, LanguageModelSettings } from "../config/env";
import { dataPaths } from "../config/paths";
import { toAppError } from "../core/errors";
import { resolveGenerationFiles } from "../runtime/text-generation-files";
import { isUnencrypted } from "./language-model";

type Check = DoctorOutput["checks"][number];

const NAME = "language model";
const ANSWER_MS = 5_000;

/** Never throws. The server is asked for its list of models; a hub id that is not here yet is fetched, as the start would. */
export async function checkLanguageModel(settings: Pick<Env, "languageModel" | "dataDir">): Promise<Check> {
  const { languageModel } = settings;
  if (!languageModel) return { name: NAME, ok: true, detail: "none: answers are quoted", fix: null };
  return languageModel.kind === "server" ? checkServer(languageModel) : checkInProcess(languageModel.model, dataPaths(settings.dataDir).models);
}

async function checkInProcess(model: string, cacheDir: string): Promise<Check> {
  try {
    const { folder, dtype } = await resolveGenerationFiles({ model, cacheDir });
    return { name: NAME, ok: true, detail: `${model} in process (${folder}, ${dtype})`, fix: null };
  } catch (thrown) {
    return { name: NAME, ok: false, detail: toAppError(thrown).message, fix: "Set CADRE_LLM to a folder in the hub's layout with a text-generation graph, or unset it: answers are then quoted." };
  }
}

async function checkServer(settings: Extract<LanguageModelSettings, { kind: "server" }>): Promise<Check> {
  const { host } = new URL(settings.baseUrl);
  const place = `${settings.model} on ${host}`;
  const clear = isUnencrypted(settings) ? "Questions and passages travel unencrypted to another machine: use https, or a model on this machine." : null;
  try {
    const models = await listModels(settings);
    if (models !== null && !models.includes(settings.model)) return { name: NAME, ok: false, detail: `${host} answers and does not list "${settings.model}"`, fix: `Set CADRE_LLM_MODEL to one of: ${models.slice(0, 8).join(", ") || "(it lists none)"}.` };
    return { name: NAME, ok: true, detail: `${place} answers; it sees questions and the passages found for them`, fix: clear };
  } catch (thrown) {
    return { name: NAME, ok: false, detail: `${place}: ${toAppError(thrown).message}`, fix: "Start that server, or check CADRE_LLM_BASE_URL and CADRE_LLM_API_KEY. Until it answers, questions are answered by quotation." };
  }
}

/** @returns names; null when the server keeps no list (404), which the protocol allows */
async function listModels({ baseUrl, apiKey }: Extract<LanguageModelSettings, { kind: "server" }>): Promise<string[] | null> {
  const response = await fetch(`${baseUrl.replace(/\/+$/, "")}/models`, { redirect: "manual", signal: AbortSignal.timeout(ANSWER_MS), ...(apiKey ? { headers: { authorization: `Bearer ${apiKey}` } } : {}) });
  if (response.status === 404) {
    await response.body?.cancel();
    return null;
  }
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`it answered ${response.status}${response.status >= 300 && response.status < 400 ? ", a redirect, which is never followed" : ""}`);
  }
  const body: unknown = await response.json();
  const list = typeof body === "object" && body !== null && "data" in body && Array.isArray(body.data) ? (body.data as unknown[]) : [];
  return list.flatMap((entry) => (typeof entry === "object" && entry !== null && "id" in entry && typeof entry.id === "string" ? [entry.id] : []));
}
