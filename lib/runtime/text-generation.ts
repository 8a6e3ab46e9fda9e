/**
 * @file Text generation in this process with transformers.js: messages in, pieces of text out as they are generated.
 * One reply at a time. Computing a long prompt keeps the JavaScript thread; each further token gives it a turn.
 */
import type * as TransformersModule from "@huggingface/transformers";
import { AppError, isAppError } from "../core/errors";
import type { Device } from "./session";
import { resolveGenerationFiles, type GenerationFiles, type GenerationSource } from "./text-generation-files";

export interface ChatTurn {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

export interface GenerateOptions {
  /** Tokens of the reply, at most. */
  readonly maxTokens: number;
  /** Ends it before the next token. */
  readonly signal?: AbortSignal;
}

export interface TextGenerator {
  /** Greedy: the same messages give the same text. @throws AppError "language-model/failed" */
  generate(turns: readonly ChatTurn[], options: GenerateOptions): AsyncIterable<string>;
  close(): Promise<void>;
}

export interface TextGeneratorOptions extends GenerationSource {
  readonly device: "auto" | Device;
}

type Transformers = typeof TransformersModule;
type Tokenizer = Awaited<ReturnType<Transformers["AutoTokenizer"]["from_pretrained"]>>;
type Model = Awaited<ReturnType<Transformers["AutoModelForCausalLM"]["from_pretrained"]>>;
interface Loaded {
  readonly transformers: Transformers;
  readonly tokenizer: Tokenizer;
  readonly model: Model;
}

/** @throws AppError "model/not-found", "model/unsupported" */
export async function loadTextGenerator(options: TextGeneratorOptions): Promise<TextGenerator> {
  const loaded = await load(await resolveGenerationFiles(options), options.device);
  /** The reply under way; the next one waits for it. */
  let busy: Promise<void> = Promise.resolve();
  return {
    async *generate(turns, generateOptions) {
      const before = busy;
      let release: () => void = () => undefined;
      busy = new Promise((resolve) => (release = resolve));
      try {
        await before;
        if (generateOptions.signal?.aborted) throw failed("the reply was not wanted any more before it began");
        yield* stream(loaded, turns, generateOptions);
      } finally {
        release();
      }
    },
    async close() {
      await busy;
      await loaded.model.dispose();
    },
  };
}

async function load({ folder, dtype, hasExternalData }: GenerationFiles, device: "auto" | Device): Promise<Loaded> {
  const transformers = await import("@huggingface/transformers");
  transformers.env.allowRemoteModels = false;
  try {
    const tokenizer = await transformers.AutoTokenizer.from_pretrained(folder, { local_files_only: true });
    const model = await transformers.AutoModelForCausalLM.from_pretrained(folder, {
      local_files_only: true,
      dtype,
      device: device === "auto" ? "cpu" : device,
      use_external_data_format: hasExternalData,
      // As lib/runtime/session.ts: waiting threads sleep, and warnings of the graph's optimiser are not printed.
      session_options: { logSeverityLevel: 3, extra: { session: { intra_op: { allow_spinning: "0" }, inter_op: { allow_spinning: "0" } } } },
    });
    return { transformers, tokenizer, model };
  } catch (cause) {
    throw new AppError("model/unsupported", `The model in ${folder} cannot be run by transformers.js as a text-generation model: ${String(cause)}`, {
      cause,
      userMessage: "This model cannot be used for text generation.",
    });
  }
}

const failed = (message: string, cause?: unknown): AppError => new AppError("language-model/failed", message, { cause, context: { reason: "error" } });

async function* stream({ transformers, tokenizer, model }: Loaded, turns: readonly ChatTurn[], { maxTokens, signal }: GenerateOptions): AsyncGenerator<string> {
  const inputs = toInputs(tokenizer, turns);
  const window = windowOf(model);
  const length = inputs.input_ids.dims.at(-1) ?? 0;
  if (length + 16 > window) throw failed(`the prompt has ${length} tokens, the model's window ${window}`);
  const stop = new transformers.InterruptableStoppingCriteria();
  const onAbort = (): void => stop.interrupt();
  signal?.addEventListener("abort", onAbort, { once: true });
  const queue = createQueue();
  const streamer = new transformers.TextStreamer(tokenizer, { skip_prompt: true, skip_special_tokens: true, callback_function: (text: string) => queue.push(text) });
  const generated = Promise.resolve(model.generate({ ...inputs, max_new_tokens: Math.min(maxTokens, window - length), do_sample: false, streamer, stopping_criteria: stop })).then(
    () => queue.end(null),
    (error: unknown) => queue.end(isAppError(error) ? error : failed("the model failed while it generated", error)),
  );
  try {
    yield* queue.pieces();
  } finally {
    stop.interrupt();
    signal?.removeEventListener("abort", onAbort);
    await generated;
  }
}

interface Inputs {
  readonly input_ids: { readonly dims: readonly number[] };
}

/** By the model's own chat template; without one as paragraphs. Templates that know no system role get it in the question. */
function toInputs(tokenizer: Tokenizer, turns: readonly ChatTurn[]): Inputs {
  if (!tokenizer.chat_template) return tokenizer(`${turns.map((turn) => turn.content).join("\n\n")}\n\nAnswer:`);
  const apply = (conversation: readonly ChatTurn[]): Inputs =>
    tokenizer.apply_chat_template([...conversation], { add_generation_prompt: true, tokenize: true, return_dict: true, ...{ enable_thinking: false } });
  try {
    return apply(turns);
  } catch (cause) {
    const system = turns.filter((turn) => turn.role === "system").map((turn) => turn.content);
    const [first, ...rest] = turns.filter((turn) => turn.role !== "system");
    if (system.length === 0 || !first) throw failed("the model's chat template refuses the conversation", cause);
    return apply([{ role: first.role, content: [...system, first.content].join("\n\n") }, ...rest]);
  }
}

function windowOf(model: Model): number {
  const config = model.config as unknown as Record<string, unknown>;
  const window = config["max_position_embeddings"] ?? config["n_positions"];
  return typeof window === "number" ? window : 2048;
}

/** Pieces pushed by a callback → an async iteration. */
function createQueue() {
  const waiting: string[] = [];
  let ended: { error: AppError | null } | undefined;
  let wake: () => void = () => undefined;
  return {
    push(text: string): void {
      if (text !== "") waiting.push(text);
      wake();
    },
    end(error: AppError | null): void {
      ended = { error };
      wake();
    },
    async *pieces(): AsyncGenerator<string> {
      for (;;) {
        for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) yield piece;
        if (ended) {
          if (ended.error) throw ended.error;
          return;
        }
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}
