/**
 * @file The sizes of a BERT encoder and the tensors it consists of, under the hub's names. Shared by the graph builder,
 * the reader and writer of hub folders, and the trainer; builds nothing itself.
 */

/** exact: x·Φ(x); tanh: its approximation 0.5x(1 + tanh(√(2/π)(x + 0.044715x³))). */
export type Activation = "gelu" | "gelu_tanh" | "relu";

export interface BertConfig {
  readonly vocabSize: number;
  /** Width of a token's state; a multiple of `heads`. */
  readonly hiddenSize: number;
  readonly layers: number;
  readonly heads: number;
  /** Width of the feed-forward layer. */
  readonly intermediateSize: number;
  readonly activation: Activation;
  /** Longest input in tokens, special tokens included. */
  readonly maxPositions: number;
  readonly tokenTypes: number;
  readonly layerNormEps: number;
  /** true: a text's states are averaged by shares that the states themselves decide (`weightedPool`, tensor `IMPORTANCE`). Default false, the plain mean of every hub folder. */
  readonly weighsWords?: boolean;
}

/** What a state's share in its text is read from, a row a head [A, H]; only with `weighsWords`. */
export const IMPORTANCE = "pooling.importance.weight";

type Dims = readonly number[];

/**
 * Every tensor of the encoder without pooler and heads. Linear weights are [out, in].
 *
 * @returns hub name → sizes, in the order of computation
 */
export function bertTensorDims(config: BertConfig): ReadonlyMap<string, Dims> {
  const { hiddenSize: h } = config;
  const dims = new Map<string, Dims>([
    ["embeddings.word_embeddings.weight", [config.vocabSize, h]],
    ["embeddings.position_embeddings.weight", [config.maxPositions, h]],
    ["embeddings.token_type_embeddings.weight", [config.tokenTypes, h]],
    ["embeddings.LayerNorm.weight", [h]],
    ["embeddings.LayerNorm.bias", [h]],
  ]);
  for (let layer = 0; layer < config.layers; layer++) {
    for (const [name, sizes] of layerDims(config)) dims.set(`encoder.layer.${layer}.${name}`, sizes);
  }
  if (config.weighsWords === true) dims.set(IMPORTANCE, [config.heads, h]);
  return dims;
}

function layerDims({ hiddenSize: h, intermediateSize: wide }: BertConfig): [string, Dims][] {
  const linear = (name: string, out: number, into: number): [string, Dims][] => [[`${name}.weight`, [out, into]], [`${name}.bias`, [out]]];
  const norm = (name: string): [string, Dims][] => [[`${name}.weight`, [h]], [`${name}.bias`, [h]]];
  return [
    ...["query", "key", "value"].flatMap((part) => linear(`attention.self.${part}`, h, h)),
    ...linear("attention.output.dense", h, h),
    ...norm("attention.output.LayerNorm"),
    ...linear("intermediate.dense", wide, h),
    ...linear("output.dense", h, wide),
    ...norm("output.LayerNorm"),
  ];
}
