/** @file What is said of the configured language model to whoever is about to ask: apart from opening it, for every page says it. */
import type { Env, LanguageModelSettings } from "../config/env";
import type { LanguageModelNotice } from "../contracts/people";

/** What people are told before they ask; null when answers are quoted. */
export function languageModelNotice({ languageModel }: Pick<Env, "languageModel">): LanguageModelNotice | null {
  if (!languageModel) return null;
  return { model: languageModel.model, host: hostOf(languageModel) };
}

/** Null: this process. */
export function hostOf(settings: LanguageModelSettings): string | null {
  return settings.kind === "server" ? new URL(settings.baseUrl).host : null;
}
