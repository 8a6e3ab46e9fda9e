/**
 * @file The configured language model: where it is, whether it leaves this machine, and opening it. Nothing is contacted
 * before a question is to be worded; a model in process begins to load when the services open.
 */
import { existsSync } from "node:fs";
import { createLoadingModel } from "../assistant/language-model/loading-model";
import type { LanguageModel } from "../assistant/language-model/language-model";
import type { WordedBy } from "../assistant/types";
import { ANSWER, LANGUAGE_MODEL } from "../config/defaults";
import type { Env, LanguageModelSettings } from "../config/env";
import { dataPaths } from "../config/paths";
import { toAppError } from "../core/errors";
import { HUB_HOSTS } from "../runtime/hub";
import { generationFolder } from "../runtime/text-generation-files";
import { hostOf } from "./language-model-notice";

type Settings = Pick<Env, "languageModel" | "device" | "dataDir">;

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Hosts outside this machine that it makes the server reach. */
export function languageModelHosts({ languageModel, dataDir }: Settings): string[] {
  if (!languageModel) return [];
  if (languageModel.kind === "server") {
    const { hostname } = new URL(languageModel.baseUrl);
    return LOOPBACK.test(hostname) ? [] : [hostname];
  }
  const { folder } = generationFolder({ model: languageModel.model, cacheDir: dataPaths(dataDir).models });
  return existsSync(folder) ? [] : [...HUB_HOSTS];
}

/** True when passages travel in the clear beyond this machine. */
export function isUnencrypted(settings: LanguageModelSettings): boolean {
  return settings.kind === "server" && new URL(settings.baseUrl).protocol === "http:" && !LOOPBACK.test(new URL(settings.baseUrl).hostname);
}

export interface OpenedLanguageModel {
  readonly wordedBy: WordedBy;
  /** Settles when it can be asked, or never will be. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** @returns null when none is configured. Never throws for a model that does not work: questions are answered by quotation. */
export async function openLanguageModel(settings: Settings): Promise<OpenedLanguageModel | null> {
  if (!settings.languageModel) return null;
  const { model, ready } = settings.languageModel.kind === "server" ? await openServer(settings.languageModel) : openInProcess(settings, settings.languageModel.model);
  const wordedBy = { model, limits: { ...LANGUAGE_MODEL, maxQuotedChars: ANSWER.maxQuotedChars } };
  return { wordedBy, ready, close: () => model.close() };
}

interface Opened {
  readonly model: LanguageModel;
  readonly ready: Promise<void>;
}

async function openServer(settings: Extract<LanguageModelSettings, { kind: "server" }>): Promise<Opened> {
  const [{ CompatibleChat }, { createChatAgent }] = await Promise.all([import("../assistant/adapters/compatible-chat"), import("../assistant/adapters/chat-agent")]);
  const chat = new CompatibleChat({ baseUrl: settings.baseUrl, model: settings.model, apiKey: settings.apiKey, maxTokens: LANGUAGE_MODEL.maxTokens });
  const model = createChatAgent({ chat, name: settings.model, host: hostOf(settings), maxPassageChars: LANGUAGE_MODEL.maxPassageChars, searches: true });
  return { model, ready: Promise.resolve() };
}

function openInProcess({ device, dataDir }: Settings, name: string): Opened {
  const maxPassageChars = LANGUAGE_MODEL.maxPassageCharsInProcess;
  const model = createLoadingModel({
    name,
    host: null,
    maxPassageChars,
    load: async () => {
      const [{ loadTextGenerator }, { GeneratorChat }, { createChatAgent }] = await Promise.all([import("../runtime/text-generation"), import("../assistant/adapters/generator-chat"), import("../assistant/adapters/chat-agent")]);
      const generator = await loadTextGenerator({ model: name, device, cacheDir: dataPaths(dataDir).models });
      const chat = new GeneratorChat(generator, LANGUAGE_MODEL.maxTokensInProcess);
      return createChatAgent({ chat, name, host: null, maxPassageChars, searches: false, close: () => generator.close() });
    },
    onFailure: (error) => process.stderr.write(`  The language model ${name} cannot be used, answers are quoted: ${toAppError(error).message}\n`),
  });
  return { model, ready: model.ready };
}
