/**
 * @file Stage 4: the bridge between the languages and the order of similar sentences. Short texts only, so a step is
 * cheap and a batch holds many wrong answers. Not what ships: README, "A second run". Data only.
 *
 * Arithmetic (two cores, fp32, 3.2 M weights beside the embeddings, 6 operations each per token and step):
 * phrases 256 × 2 × 16 = 8.2 thousand tokens, 0.16 TFLOP, 1.3 s on idle cores; sentences 128 × 2 × 32 + 32 × 32 = 9.2
 * thousand; scored 64 × 2 × 32 = 4.1 thousand, 0.7 s. 700 steps: 525 contrastive ones of 256 or 128 pairs, some 100,000
 * draws: Tatoeba (23,500) and our translations about twice; 175 × 64 = 11,200 scored pairs, each of STS-B train once.
 */
const stage4 = {
  name: "stage-4",
  start: "folder",
  seed: 4,
  steps: 700,
  warmUpSteps: 30,
  peakRate: 3e-4,
  decayShare: 0.2,
  finalRate: 1e-4,
  scale: 20,
  optimizer: { beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 1 },
  oneSourceShare: 0.5,
  shapes: [
    { name: "phrases", queryTokens: 16, passageTokens: 16, rows: 256, hardNegatives: 0, share: 3 },
    { name: "sentences", queryTokens: 32, passageTokens: 32, rows: 128, hardNegatives: 32, share: 1 },
  ],
  similarity: { tokens: 32, rows: 64, share: 0.25 },
  sources: {
    tatoeba: { weight: 20 },
    "own-sentence": { weight: 4 },
    "own-word": { weight: 5 },
    "tatoeba-paraphrase": { weight: 3 },
    sts: { weight: 3 },
    zhsts: { weight: 3 },
    "sts-contrast": { weight: 3 },
    thesaurus: { weight: 2 },
    "wordnet-syn": { weight: 2, limit: 12000 },
    "wordnet-swap": { weight: 2 },
  },
  mining: { lexical: 0, dense: 0, keep: 1, guard: 0.92, pool: 1 },
  rules: { questionsPerPassage: 0, passages: 0, clozeEvery: 4 },
  checkpointSteps: 100,
  evaluateSteps: 350,
  // Retrieval's share of the dev score falls here; stage 5 brings it back.
  keep: "last",
};

export default stage4;
