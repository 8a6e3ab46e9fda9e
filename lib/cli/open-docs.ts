/**
 * @file A folder given with --docs → an assistant over a throw-away store, for `cadre ask` and `cadre eval answers`.
 */
import { createAssistant } from "../assistant/assistant";
import { UNKNOWN_PERSON } from "../assistant/candidates/person";
import type { Assistant } from "../assistant/types";
import { DOCUMENT_KINDS, type DocumentKind } from "../core/types";
import { env } from "../config/env";
import type { LocalEncoder } from "../runtime/encoder";
import { openLanguageModel } from "../server/language-model";
import { UsageError, type CommandIo } from "./command";
import { openEvalEncoder } from "./eval-encoder";
import { openMemoryStore, type MemoryStore } from "./memory-store";

export interface DocsAssistant {
  readonly assistant: Assistant;
  readonly store: MemoryStore;
  readonly encoder: LocalEncoder;
  /** Answers are worded by the configured language model. */
  readonly hasLanguageModel: boolean;
  readonly close: () => Promise<void>;
}

export interface OpenDocsOptions {
  readonly folder: string;
  readonly encoder: string | undefined;
  readonly kind: string | undefined;
  readonly io: CommandIo;
}

/** Close it afterwards. @throws AppError "eval/bad-input", "model/…"; UsageError for an unknown kind */
export async function openDocs({ folder, encoder: model, kind, io }: OpenDocsOptions): Promise<DocsAssistant> {
  const known: DocumentKind | undefined = DOCUMENT_KINDS.find((name) => name === kind);
  if (kind !== undefined && !known) throw new UsageError(`--kind: use ${DOCUMENT_KINDS.join(", ")}`);
  const encoder = await openEvalEncoder(model === undefined ? {} : { encoder: model });
  const store = await openMemoryStore({ folder, encoder, learned: encoder.learned, note: io.note, ...(known ? { kind: known } : {}) });
  io.note(`${store.files.size} documents, ${store.knowledge.passageCount} passages${store.failed.length ? `, ${store.failed.length} could not be read` : ""}`);
  const describePerson = (id: string) => store.files.get(id)?.person ?? UNKNOWN_PERSON;
  const languageModel = await openLanguageModel(env());
  await languageModel?.ready;
  const close = async () => {
    await languageModel?.close();
    await encoder.close();
  };
  return { assistant: createAssistant({ knowledge: store.knowledge, describePerson, wording: languageModel?.wordedBy ?? null }), store, encoder, hasLanguageModel: languageModel !== null, close };
}

/** `--mode`. @throws UsageError */
export function parseMode(mode: string | undefined): "hybrid" | "dense" | "lexical" {
  const known = (["hybrid", "dense", "lexical"] as const).find((name) => name === (mode ?? "hybrid"));
  if (!known) throw new UsageError(`--mode: use hybrid, dense or lexical, not "${mode}"`);
  return known;
}
