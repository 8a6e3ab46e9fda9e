/**
 * @file Matcher: requests and subjects → scorecards, with the encoder where there is one. The only asynchronous step is
 * embedding; what is scored is decided by scoreSubject, which is pure.
 */
import type { Encoder } from "../../core/encoder";
import type { Taxonomy } from "../taxonomy/types";
import { BASE_RULESET } from "./base-ruleset";
import { embedSingly, textsOf, type EvidenceVectors } from "./likeness";
import type { Ruleset } from "./ruleset";
import { prepareRequest, queryTexts, scoreSubject, type PreparedRequest } from "./score-subject";
import type { MatchSubject, Scorecard, ScoreRequest } from "./types";

export interface MatcherOptions {
  readonly taxonomy: Taxonomy;
  /** Default what ships. */
  readonly ruleset?: Ruleset;
  /** Null: rules alone; scorecards then say so. */
  readonly encoder: Encoder | null;
  /** Most vectors kept in memory; a vector of 256 numbers takes 1 KB. Default 20,000. */
  readonly keep?: number;
}

export interface Matcher {
  readonly ruleset: Ruleset;
  prepare(request: ScoreRequest, options?: { readonly signal?: AbortSignal }): Promise<PreparedRequest>;
  /** @param known vectors stored for the subject, by canonical text; what is missing is embedded */
  score(subject: MatchSubject, prepared: PreparedRequest, options?: { readonly known?: EvidenceVectors; readonly signal?: AbortSignal }): Promise<Scorecard>;
  /** Vectors of a subject's items, for storing. Empty without an encoder. */
  vectorsOf(subject: MatchSubject, options?: { readonly known?: EvidenceVectors; readonly signal?: AbortSignal }): Promise<EvidenceVectors>;
}

const KEPT_VECTORS = 20_000;

/** @example const card = await matcher.score(subject, await matcher.prepare({ requirements, title })); */
export function createMatcher({ taxonomy, ruleset = BASE_RULESET, encoder, keep = KEPT_VECTORS }: MatcherOptions): Matcher {
  const kept = new Map<string, Float32Array>();
  const embed = async (texts: readonly string[], { known, signal }: { readonly known?: EvidenceVectors; readonly signal?: AbortSignal } = {}): Promise<Map<string, Float32Array>> => {
    if (!encoder) return new Map();
    const merged = new Map(texts.flatMap((text): [string, Float32Array][] => {
      const vector = known?.get(text) ?? kept.get(text);
      return vector ? [[text, vector]] : [];
    }));
    const vectors = await embedSingly(texts, encoder, { known: merged, ...(signal ? { signal } : {}) });
    if (kept.size + vectors.size > keep) kept.clear();
    for (const [text, vector] of vectors) if (kept.size < keep) kept.set(text, vector);
    return vectors;
  };
  return {
    ruleset,
    async prepare(request, options = {}) {
      const queries = await embed(queryTexts(request, { ruleset, taxonomy }), options);
      return prepareRequest(request, { ruleset, taxonomy, ...(encoder ? { likeness: { encoder: encoder.version, queries } } : {}) });
    },
    async score(subject, prepared, options = {}) {
      return scoreSubject(subject, prepared, await embed(textsOf(subject), options));
    },
    vectorsOf: (subject, options = {}) => embed(textsOf(subject), options),
  };
}
