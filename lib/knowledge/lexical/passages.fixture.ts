/** @file Small invented passages for tests of the lexical index and the knowledge base. */
import type { ChunkId, DocumentId } from "../../core/types";
import { detectLanguage } from "../../core/language";
import type { Passage } from "../types";

/** @param parts what differs from an untitled passage of its own document */
export function passageOf(id: string, text: string, parts: { document?: string; title?: string; headings?: string[]; source?: string; ordinal?: number } = {}): Passage {
  return {
    id: id as ChunkId,
    documentId: (parts.document ?? id) as DocumentId,
    documentTitle: parts.title ?? "",
    source: parts.source ?? "",
    kind: "policy",
    language: detectLanguage(text),
    ordinal: parts.ordinal ?? 0,
    start: 0,
    end: text.length,
    page: null,
    headings: parts.headings ?? [],
    text,
  };
}
