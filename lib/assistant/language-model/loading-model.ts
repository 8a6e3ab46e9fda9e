/**
 * @file Loading model: a language model that takes long to load, usable at once. Until it is there every question is
 * answered by quotation and says that the model is still being loaded; if it cannot be loaded, that it failed.
 */
import { modelFailure, type LanguageModel } from "./language-model";

export interface LoadingModelOptions extends Pick<LanguageModel, "name" | "host" | "maxPassageChars"> {
  readonly load: () => Promise<LanguageModel>;
  /** Told once when it cannot be loaded. */
  readonly onFailure: (error: unknown) => void;
}

export interface LoadingModel extends LanguageModel {
  /** Settles when loading has ended, well or not. */
  readonly ready: Promise<void>;
}

export function createLoadingModel({ name, host, maxPassageChars, load, onFailure }: LoadingModelOptions): LoadingModel {
  let loaded: LanguageModel | undefined;
  let failure: unknown;
  const ready = load().then(
    (model) => void (loaded = model),
    (error: unknown) => {
      failure = error ?? new Error("unknown");
      onFailure(error);
    },
  );
  return {
    name,
    host,
    maxPassageChars,
    ready,
    async *write(request) {
      if (failure !== undefined) throw modelFailure("error", "the model could not be loaded", { cause: failure });
      if (!loaded) throw modelFailure("loading", "the model is still being loaded");
      yield* loaded.write(request);
    },
    async close() {
      await ready;
      await loaded?.close();
    },
  };
}
