/**
 * @file In-batch contrastive loss: every other passage of the batch is a wrong answer to a query.
 */
import { axisSize, type Value } from "../graph/value";
import { sum } from "../ops/broadcast";
import { add, multiply, scale } from "../ops/elementwise";
import { constant } from "../ops/leaves";
import { gemm } from "../ops/matrix";
import { reshape, slice, swapLast } from "../ops/movement";
import { logSoftmax } from "../ops/normalise";

export interface ContrastiveOptions {
  /** Multiplies cosine similarity; = 1 / temperature; > 0, usual 10–100. */
  readonly scale: number;
  /** Also passage → query over the first B passages; the loss is then the mean of both directions. */
  readonly symmetric: boolean;
  /** Float32 [B, P], 1 = this passage is no wrong answer to this query (a duplicate, another right one). */
  readonly ignore?: Value;
}

/** Added to an ignored score: its share of the softmax becomes 0. */
const IGNORED = -1e4;

/**
 * Softmax cross-entropy of each query against all passages (InfoNCE, "multiple negatives ranking").
 *
 * @param queries float32 [B, H], rows of length 1
 * @param passages float32 [P ≥ B, H], rows of length 1; row i < B is the right one for query i, rows ≥ B are extra
 * (hard) negatives
 * @returns scalar, nats, mean over the batch
 * @source van den Oord et al. 2018, arXiv:1807.03748, eq. 4; Henderson et al. 2017, arXiv:1705.00652
 */
export function contrastiveLoss(queries: Value, passages: Value, options: ContrastiveOptions): Value {
  const count = axisSize(queries.shape, 0);
  const similar = gemm(queries, passages, { transposeB: true, alpha: options.scale }); // [B, P]
  const scores = options.ignore ? add(similar, scale(options.ignore, IGNORED)) : similar;
  const forward = diagonalLoss(scores);
  if (!options.symmetric) return forward;
  return scale(add(forward, diagonalLoss(swapLast(slice(scores, 1, 0, count)))), 0.5);
}

/** −mean of log softmax(scores)[i, i]. @param scores [B, P ≥ B] */
function diagonalLoss(scores: Value): Value {
  const [rows, columns] = [axisSize(scores.shape, 0), axisSize(scores.shape, 1)];
  const pick = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) pick[i * columns + i] = -1 / rows;
  return reshape(sum(multiply(logSoftmax(scores), constant(pick, [rows, columns])), [0, 1]), []);
}
