/**
 * @file EncoderEmbeddings: our encoder as LangChain's Embeddings, for stores and chains that want one.
 */
import { Embeddings, type EmbeddingsParams } from "@langchain/core/embeddings";
import type { Encoder } from "../../core/encoder";
import { invariant } from "../../core/invariant";

/** Documents and queries share one space; the encoder needs no prefixes. */
export class EncoderEmbeddings extends Embeddings {
  constructor(
    private readonly encoder: Encoder,
    params: EmbeddingsParams = {},
  ) {
    super(params);
  }

  async embedDocuments(documents: string[]): Promise<number[][]> {
    return (await this.encoder.embed(documents)).map((vector) => Array.from(vector));
  }

  async embedQuery(document: string): Promise<number[]> {
    const [vector] = await this.encoder.embed([document]);
    invariant(vector, () => "the encoder gave no vector for one text");
    return Array.from(vector);
  }
}
