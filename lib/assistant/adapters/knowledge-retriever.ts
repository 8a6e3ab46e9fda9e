/**
 * @file KnowledgeRetriever: the knowledge base as a LangChain retriever, for chains and agents that plug one in. The
 * permission filter is a constructor argument on purpose: a retriever that sees everything cannot be made by omission.
 */
import type { CallbackManagerForRetrieverRun } from "@langchain/core/callbacks/manager";
import { Document } from "@langchain/core/documents";
import { BaseRetriever, type BaseRetrieverInput } from "@langchain/core/retrievers";
import type { KnowledgeBase, RankedPassage, RetrievalMode } from "../../knowledge/retrieval/knowledge-base";
import type { Passage } from "../../knowledge/types";

export interface KnowledgeRetrieverOptions extends BaseRetrieverInput {
  readonly knowledge: KnowledgeBase;
  /** Applied before ranking: passages it refuses do not exist. */
  readonly mayRead: (passage: Passage) => boolean;
  readonly mode?: RetrievalMode;
  /** Passages returned at most; default 8. */
  readonly k?: number;
}

/** What a retrieved document carries besides its text; offsets are UTF-16 units of the stored text. */
export type PassageMetadata = Record<string, unknown> & {
  readonly documentId: string;
  readonly chunkId: string;
  readonly title: string;
  readonly source: string;
  readonly headings: readonly string[];
  readonly page: number | null;
  readonly start: number;
  readonly end: number;
  readonly score: number;
};

/**
 * @example
 * const retriever = new KnowledgeRetriever({ knowledge, mayRead });
 * const documents = await retriever.invoke("How much leave do I have?");
 */
export class KnowledgeRetriever extends BaseRetriever<PassageMetadata> {
  override lc_namespace = ["cadre", "retrievers"];
  private readonly options: KnowledgeRetrieverOptions;

  static override lc_name(): string {
    return "KnowledgeRetriever";
  }

  constructor(options: KnowledgeRetrieverOptions) {
    super(options);
    this.options = options;
  }

  override async _getRelevantDocuments(query: string, _run?: CallbackManagerForRetrieverRun): Promise<Document<PassageMetadata>[]> {
    const { knowledge, mayRead, mode = "hybrid", k = 8 } = this.options;
    const { passages } = await knowledge.retrieve(query, { mode, k, filter: mayRead });
    return passages.map(toDocument);
  }
}

function toDocument({ passage, score }: RankedPassage): Document<PassageMetadata> {
  const { documentId, id, documentTitle, source, headings, page, start, end, text } = passage;
  return new Document({ id, pageContent: text, metadata: { documentId, chunkId: id, title: documentTitle, source, headings, page, start, end, score } });
}
