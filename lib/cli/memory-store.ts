/**
 * @file Memory store: a folder of documents → knowledge base in memory, for commands that leave no trace. Same flow as
 * ingestion (extract → chunk → embed), no database, nothing kept on disk. Document ids are paths relative to the folder.
 */
import { readFile, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { AppError, toAppError } from "../core/errors";
import type { Encoder } from "../core/encoder";
import type { DocumentId, DocumentKind } from "../core/types";
import { createExactIndex } from "../knowledge/index/exact-index";
import { createLexicalIndex } from "../knowledge/lexical";
import { createKnowledgeBase, type KnowledgeBase } from "../knowledge/retrieval/knowledge-base";
import { extractDocument } from "../knowledge/extract/extract-document";
import { pagesWithin } from "../knowledge/chunk/page-of";
import type { LearnedRanking } from "../knowledge/retrieval/learned-ranking";
import type { Passage } from "../knowledge/types";
import { processFile } from "../server/ingest/process-file";
import { kindOfPath, kindOfText } from "./guess-kind";

export interface StoredFile {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly text: string;
  readonly person: { readonly name: string | null; readonly title: string | null; readonly location: string | null; readonly years: number | null };
}

export interface MemoryStore {
  readonly knowledge: KnowledgeBase;
  /** By document id, which is the path. */
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly failed: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

export interface MemoryStoreOptions {
  readonly folder: string;
  readonly encoder: Encoder;
  /** What was learned on this encoder; left out: ranks as shipped. */
  readonly learned?: LearnedRanking | null;
  /** Left out: told from path and content, file by file. */
  readonly kind?: DocumentKind;
  /** One line per file that cannot be read. */
  readonly note?: (text: string) => void;
}

const READABLE = new Set([".md", ".markdown", ".txt", ".html", ".htm", ".pdf", ".docx", ".csv"]);

/** @throws AppError "eval/bad-input" when the folder is missing or none of its files can be read */
export async function openMemoryStore({ folder, encoder, kind, note, learned = null }: MemoryStoreOptions): Promise<MemoryStore> {
  const paths = await listFiles(folder);
  if (paths.length === 0) throw new AppError("eval/bad-input", `${folder} holds no document (${[...READABLE].join(", ")})`);
  const knowledge = createKnowledgeBase({ encoder, vectors: createExactIndex(encoder.dimension), lexical: createLexicalIndex(), learned: () => learned });
  const files = new Map<string, StoredFile>();
  const failed: { path: string; code: string; message: string }[] = [];
  for (const name of paths) {
    try {
      const file = await addFile({ knowledge, encoder, folder, name, kind });
      files.set(name, file);
    } catch (thrown) {
      const error = toAppError(thrown);
      failed.push({ path: name, code: error.code, message: error.userMessage });
      note?.(`${name}: ${error.userMessage} [${error.code}]`);
    }
  }
  if (files.size === 0) throw new AppError("eval/bad-input", `none of the ${paths.length} files in ${folder} could be read; the first: ${failed[0]?.path} [${failed[0]?.code}]`);
  return { knowledge, files, failed };
}

interface AddFile {
  readonly knowledge: KnowledgeBase;
  readonly encoder: Encoder;
  readonly folder: string;
  readonly name: string;
  readonly kind: DocumentKind | undefined;
}

async function addFile({ knowledge, encoder, folder, name, kind }: AddFile): Promise<StoredFile> {
  const bytes = await readFile(path.join(folder, name));
  const documentId = name as DocumentId;
  const within = path.posix.join(path.basename(path.resolve(folder)), name);
  const told = kind ?? kindOfPath(within) ?? kindOfText((await extractDocument(bytes, name)).text);
  const { title, text, pages, language, person, chunks } = await processFile({ bytes, source: name, kind: told, documentId, encoder });
  const passages = chunks.map(({ vector: _vector, ...chunk }): Passage => ({ ...chunk, documentId, documentTitle: title, source: name, kind: told, language, laterPages: pagesWithin(pages, chunk) }));
  knowledge.addDocument({ passages, vectors: chunks.map((chunk) => chunk.vector) });
  return { path: name, kind: told, title, text, person };
}

/** Paths relative to the folder with forward slashes, sorted; hidden files and folders left out. */
async function listFiles(folder: string): Promise<string[]> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new AppError("eval/bad-input", `${folder} is not a folder`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && READABLE.has(path.extname(entry.name).toLowerCase()))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((name) => !name.split("/").some((part) => part.startsWith(".")))
    .sort();
}
