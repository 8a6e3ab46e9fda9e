/**
 * @file Layers second: the whole encoder, from the tables that recipes/words.ts trained and random layers above them. The
 * word table goes on at twice the layers' rate. Data only.
 *
 * Arithmetic (two cores, fp32): tokens a step by shape: phrases 256 × 16 + 320 × 16 = 9.2 thousand, sentences 9.7, passages
 * 12.3, chunks 14.3, scenarios 13.3, paragraphs 9.2, scored 4.1; by their shares 11 thousand: 2.2 s on idle cores.
 */
const layers = {
  name: "layers",
  start: "folder",
  seed: 6,
  steps: 6000,
  warmUpSteps: 40,
  peakRate: 5e-4,
  decayShare: 0.75,
  finalRate: 1e-5,
  scale: 20,
  optimizer: { beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 1, rowRate: 2 },
  oneSourceShare: 0.5,
  shapes: [
    { name: "phrases", queryTokens: 16, passageTokens: 16, rows: 256, hardNegatives: 64, share: 1.5 },
    { name: "sentences", queryTokens: 32, passageTokens: 32, rows: 128, hardNegatives: 48, share: 2.5 },
    { name: "passages", queryTokens: 32, passageTokens: 64, rows: 96, hardNegatives: 48, share: 3 },
    { name: "chunks", queryTokens: 32, passageTokens: 128, rows: 64, hardNegatives: 32, share: 3 },
    { name: "scenarios", queryTokens: 112, passageTokens: 64, rows: 64, hardNegatives: 32, share: 3 },
    { name: "paragraphs", queryTokens: 32, passageTokens: 256, rows: 32, hardNegatives: 0, share: 1.5 },
  ],
  similarity: { tokens: 32, rows: 64, share: 0.12 },
  sources: {
    // Questions.
    "own-en": { weight: 13, noisyQueries: 0.3, headedPassages: 0.4, negatives: "guarded" },
    "own-zh": { weight: 10, noisyQueries: 0.3, headedPassages: 0.4, negatives: "guarded" },
    "own-x": { weight: 2, headedPassages: 0.4, negatives: "guarded" },
    "cqa-scenario": { weight: 9, noisyQueries: 0.2, negatives: "other-document", sameGroup: "negative" },
    "cqa-question": { weight: 5, noisyQueries: 0.2, headedPassages: 0.3, negatives: "other-document", sameGroup: "negative" },
    "cqa-section": { weight: 1, noisyQueries: 0.2, headedPassages: 0.5, negatives: "other-document" },
    "cmrc-window": { weight: 7, noisyQueries: 0.2, negatives: "other-document" },
    "cmrc-paragraph": { weight: 6, noisyQueries: 0.2, negatives: "other-document" },
    policyqa: { weight: 2, noisyQueries: 0.2 },
    "rule-question": { weight: 5, headedPassages: 0.3, noisyQueries: 0.2 },
    "inverse-cloze": { weight: 4, headedPassages: 0.3 },
    // Meaning of sentences and words, and the bridge between the languages.
    tatoeba: { weight: 8 },
    "own-sentence": { weight: 3 },
    "own-word": { weight: 2.5 },
    "tatoeba-paraphrase": { weight: 1.5 },
    sts: { weight: 2 },
    zhsts: { weight: 2 },
    "sts-contrast": { weight: 2 },
    thesaurus: { weight: 2 },
    "wordnet-syn": { weight: 1, limit: 12000 },
    "wordnet-swap": { weight: 1.5 },
    "wordnet-def": { weight: 1, limit: 20000 },
    // Our own sentences: wordings, near misses, guidance.
    "own-short": { weight: 5 },
    "own-long": { weight: 4 },
    "own-phrase": { weight: 2 },
    "own-paraphrase": { weight: 4 },
    "own-guidance": { weight: 5, noisyQueries: 0.2 },
    // Headings and neighbours: a little, so that it is kept.
    laws: { weight: 2 },
    "laws-ict": { weight: 1 },
    sourcegraph: { weight: 1.5 },
    corpus_digitalgov: { weight: 1, limit: 6000 },
    corpus_govuk_devdocs: { weight: 0.5 },
    "openstax-business": { weight: 0.7 },
    corpus_zh_javaguide: { weight: 0.7 },
    "esco-alt": { weight: 0.7, limit: 6000 },
    "onet-task": { weight: 0.7 },
    "cv-cv": { weight: 1 },
  },
  mining: { lexical: 8, dense: 12, keep: 4, guard: 0.92, pool: 7000 },
  rules: { questionsPerPassage: 2, passages: 5000, clozeEvery: 4 },
  checkpointSteps: 100,
  evaluateSteps: 250,
  keep: "last",
};

export default layers;
