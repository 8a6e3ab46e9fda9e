/**
 * @file Stage 3: the starter encoder goes on learning with questions, hard negatives and rule-made pairs. Data only.
 *
 * Arithmetic (two cores, fp32): a batch is 7–15 thousand padded tokens, 11.5 thousand on average; 4 layers × 256 have
 * 3.2 M weights beside the embeddings, 6 floating-point operations each per token and step → about 0.22 TFLOP a step,
 * 2 s on idle cores. On the shared cores of the run that is shipped it was 3.6 s: 862 steps, 63,000 pairs in 51 minutes.
 * A run that is cut by --max-minutes ends by the clock: the decay begins when `decayShare` of the time is left.
 *
 * Weights are shares of the examples drawn; their sum is 105. With 63,000 examples one unit is 600:
 * own questions 24 units → 14,400 draws from 8,900 pairs, 1.6 passes; ConditionalQA 15 → 9,000 of 19,500, half a pass;
 * CMRC 14 → 8,400 draws of 6,500, 1.3 passes; Tatoeba 11 → 6,600 of 23,500, a quarter. Four times the steps would
 * still not wear the questions out.
 */
const stage3 = {
  name: "stage-3",
  start: "folder",
  seed: 3,
  steps: 4000,
  warmUpSteps: 50,
  peakRate: 3e-4,
  decayShare: 0.5,
  finalRate: 5e-6,
  scale: 20,
  optimizer: { beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 1 },
  oneSourceShare: 0.5,
  shapes: [
    // Sentences against sentences: many rows, so many in-batch negatives for few tokens.
    { name: "phrases", queryTokens: 16, passageTokens: 16, rows: 192, hardNegatives: 64 },
    { name: "sentences", queryTokens: 32, passageTokens: 32, rows: 128, hardNegatives: 64 },
    { name: "passages", queryTokens: 32, passageTokens: 64, rows: 96, hardNegatives: 48 },
    { name: "chunks", queryTokens: 32, passageTokens: 128, rows: 64, hardNegatives: 32 },
    // ConditionalQA: a scenario and a question against one line of evidence.
    { name: "scenarios", queryTokens: 80, passageTokens: 64, rows: 80, hardNegatives: 40 },
    { name: "paragraphs", queryTokens: 32, passageTokens: 256, rows: 40, hardNegatives: 0 },
  ],
  sources: {
    // Questions: what the starter never saw.
    "own-en": { weight: 11, noisyQueries: 0.3, headedPassages: 0.4, negatives: "guarded" },
    "own-zh": { weight: 11, noisyQueries: 0.3, headedPassages: 0.4, negatives: "guarded" },
    "own-x": { weight: 2, headedPassages: 0.4, negatives: "guarded" },
    "cqa-scenario": { weight: 9, noisyQueries: 0.2, negatives: "other-document", sameGroup: "negative" },
    "cqa-question": { weight: 4, noisyQueries: 0.2, headedPassages: 0.3, negatives: "other-document", sameGroup: "negative" },
    "cqa-section": { weight: 2, noisyQueries: 0.2, headedPassages: 0.5, negatives: "other-document" },
    "cmrc-window": { weight: 8, noisyQueries: 0.2, negatives: "other-document" },
    "cmrc-paragraph": { weight: 6, noisyQueries: 0.2, negatives: "other-document" },
    policyqa: { weight: 2, noisyQueries: 0.2 },
    "rule-question": { weight: 6, headedPassages: 0.3, noisyQueries: 0.2 },
    "inverse-cloze": { weight: 5, headedPassages: 0.3 },
    // Meaning of sentences and words, and the bridge between the languages.
    tatoeba: { weight: 11 },
    "tatoeba-paraphrase": { weight: 2 },
    sts: { weight: 3 },
    zhsts: { weight: 3 },
    "sts-contrast": { weight: 3 },
    thesaurus: { weight: 2 },
    "wordnet-syn": { weight: 1, limit: 12000 },
    "wordnet-swap": { weight: 1.5 },
    "wordnet-def": { weight: 1, limit: 20000 },
    // Headings and neighbours: what the starter learned from; a little, so that it is kept.
    laws: { weight: 2 },
    "laws-ict": { weight: 1 },
    sourcegraph: { weight: 1.5 },
    corpus_digitalgov: { weight: 1, limit: 6000 },
    corpus_govuk_devdocs: { weight: 0.5 },
    "openstax-business": { weight: 0.7 },
    "openstax-political-science": { weight: 0.5 },
    corpus_zh_javaguide: { weight: 0.7 },
    "esco-alt": { weight: 1, limit: 6000 },
    esco: { weight: 0.5 },
    "onet-task": { weight: 1 },
    "cv-cv": { weight: 1 },
  },
  mining: { lexical: 8, dense: 12, keep: 4, guard: 0.92, pool: 7000 },
  rules: { questionsPerPassage: 2, passages: 5000, clozeEvery: 4 },
  checkpointSteps: 100,
  evaluateSteps: 500,
};

export default stage3;
