/**
 * @file Every tunable that is not an environment variable: value, unit, range, why. Retrieval's tuned constants
 * have their own file beside the code that uses them (lib/knowledge/retrieval).
 */

export const INGEST = {
  /** Bytes of one file, 1 KiB – 1 GiB. A 60 MB handbook PDF is the largest seen in practice. */
  maxFileBytes: 100 * 1024 * 1024,
  /** Files in one archive. */
  maxArchiveFiles: 2_000,
  /** Unpacked bytes of one archive: stops zip bombs. */
  maxArchiveBytes: 500 * 1024 * 1024,
  /** Pages of one PDF. */
  maxPages: 2_000,
  /** Times a job is tried before it fails for good (a worker that dies, not a file that cannot be read). */
  maxAttempts: 3,
  /** A claimed job is taken over when its worker has not renewed the claim for so long. */
  leaseMs: 60_000,
  /** A worker that reports nothing for so long hangs and is stopped; one page or one batch takes seconds. */
  stallMs: 5 * 60_000,
  /** JavaScript heap of the worker, MiB: a monstrous file ends the worker, not the machine. */
  workerHeapMb: 2_048,
  /** Bytes of one upload, all files together: the web server holds them in memory. `cadre ingest` has no such limit. */
  maxUploadBytes: 300 * 1024 * 1024,
} as const;

export const OCR = {
  /** Tesseract's names of the languages that are read, those that are installed of them, in this order. */
  languages: ["eng", "chi_sim"],
  /** Milliseconds for one picture, 5,000–600,000: a dense page takes 2–6 s of one core. */
  pictureMs: 90_000,
  /** Milliseconds for one document: pages that it does not reach are named in a warning. */
  documentMs: 60 * 60_000,
  /** Scanned pages of one document. */
  maxPages: 500,
  /** Address space of the program; a page of 20 million dots needs 0.6 GiB. */
  memoryBytes: 3 * 1024 ** 3,
  /** Bytes that it may print for one picture; a dense page has 60 KiB. */
  outputBytes: 32 * 1024 ** 2,
  /** Dots per inch in which a page is handed over: fewer than 150 are read badly, more than 300 bring nothing. */
  minDpi: 150,
  maxDpi: 300,
  /** Dots of one page, whatever its size on paper. */
  maxPixels: 20_000_000,
} as const;

export const WATCH = {
  /** Milliseconds between two looks at watched folders, 1,000–3,600,000; changes that the system tells are looked at sooner. */
  pollMs: 30_000,
  /** A file is read when it has not changed for so long, ms: an editor or a copy may still be writing it. */
  settleMs: 2_000,
} as const;

export const CHUNK = {
  /** Tokens of one chunk, 32–512. Set by measurement: lib/knowledge/README.md. */
  maxTokens: 160,
  /** Tokens shared by neighbours within one long section. */
  overlapTokens: 0,
} as const;

export const SIGN_IN = {
  /** Failed attempts per e-mail address within the window. */
  maxFailuresPerEmail: 5,
  /** Failed attempts per network address within the window. */
  maxFailuresPerAddress: 30,
  windowMs: 15 * 60_000,
  /** A session ends after so long, used or not. */
  sessionMaxAgeS: 8 * 60 * 60,
} as const;

export const INVITATION = {
  /** Days that an invitation can be opened: over a weekend and a day off. */
  validDays: 7,
  /** Hours that a link for a new password can be opened: it opens an account that exists. */
  passwordLinkValidHours: 24,
  /** Wrong links per network address within SIGN_IN.windowMs. */
  maxWrongPerAddress: 30,
  /** Days that used, taken back and lapsed invitations stay on the list. */
  keptDays: 30,
} as const;

export const MAIL = {
  /** Milliseconds for each step with the mail server; a person waits for it. */
  timeoutMs: 10_000,
} as const;

export const COMPANY_SIGN_IN = {
  /** Milliseconds for one request to the sign-in service. */
  timeoutMs: 8_000,
  /** One process asks about a session, the others go on with what is known, for so long. */
  leaseMs: 20_000,
  /** When the service does not answer, a session is asked about again after so long … */
  retryMs: 30_000,
  /** … and ends when nobody has confirmed it for so long: an outage must not lock HR out at once, nor hide a leaver for a day. */
  graceMs: 30 * 60_000,
} as const;

export const ANSWER = {
  /** UTF-16 code units of all quotes of one answer together (DESIGN section 5). */
  maxQuotedChars: 600,
} as const;

export const LANGUAGE_MODEL = {
  /** To the first token, ms: a long prompt on a CPU takes its time; a question must not wait for ever. */
  firstMs: 60_000,
  /** Between two tokens, ms: a model that computes gives several a second. */
  idleMs: 20_000,
  /** For the whole answer, ms; whoever asked has had a quoted answer waiting since the first second. */
  totalMs: 120_000,
  /** Tokens of one reply: five sentences, and some reasoning for models that reason aloud. */
  maxTokens: 1_500,
  /** The same in process, where every token costs a moment of the server's own thread. */
  maxTokensInProcess: 300,
  /** UTF-16 units of passages in a prompt, 1,000–20,000: about 2,500 tokens. */
  maxPassageChars: 9_000,
  maxPassageCharsInProcess: 3_000,
  /** Searches that a model may ask for besides the question's own. */
  maxSearches: 3,
  /** Passages given at first, and by one search. */
  passages: 8,
  passagesPerSearch: 4,
} as const;

export const INDEX = {
  /** Links per node of the HNSW graph, 4–64. */
  M: 16,
  /** Candidates kept while building the graph, ≥ M; better graphs, slower builds. */
  efConstruction: 200,
  /** Candidates kept while searching: recall@10 against time (lib/knowledge/index/README.md has the table). */
  efSearch: 100,
  seed: 20,
  /** Up to so many vectors every search is exact: a scan costs less than a millisecond there. */
  exactUpTo: 2_000,
  /**
   * A filter that admits the share s of n vectors is narrow when s² · n is below this; an exact scan of what it admits
   * is then faster than the graph (a scan costs ~ s · n, a filtered walk ~ 1 / s; they meet near s = .15 for n = 20,000).
   */
  narrowBelow: 450,
  /** Ids tried, evenly spread, to estimate the share that a filter admits. */
  filterSample: 64,
  /** Removed share above which the graph is rebuilt, 0–1. */
  compactAbove: 0.25,
  /** Milliseconds that one slice of a rebuild may keep the event loop. */
  sliceMs: 12,
} as const;

export const LEARNING = {
  /** JavaScript heap of the training process, 512–8,192 MB; vectors and graphs lie outside of it. */
  childHeapMb: 1_536,
  /** Silence of the training process that counts as a hang. The general set takes a minute on two busy cores. */
  stallMs: 300_000,
  /** For the search over adapters, 5,000–600,000 ms. */
  budgetMs: 45_000,
  /** For the encoder's own training, 30,000–1,800,000 ms; what comes before and after takes as long again. */
  encoderBudgetMs: 150_000,
  /** A second index is scanned up to so many passages, and a graph beyond: 5,000 take about 2 ms a question. */
  spaceScanUpTo: 5_000,
  /** A run belongs to another process when it was silent for so long. */
  leaseMs: 60_000,
  /** Claims are renewed and cancellations noticed this often. */
  heartbeatMs: 2_000,
  /** Schedule and trial are looked at this often. */
  lookMs: 30_000,
  /** Tries of a run whose process dies. */
  maxAttempts: 3,
  /** A trial ends in a rollback when thumbs down have risen with p below this … */
  trialAlpha: 0.05,
  /** … and its answers have at least so many ratings. */
  trialLeast: 10,
  /** A trial has passed after so many ratings without that … */
  trialEnough: 60,
  /** … or so many days, with at least `trialLeast`. */
  trialDays: 30,
  /** What served before is judged by the ratings of so many days before the trial. */
  trialBeforeDays: 90,
  /** Drift: the last so many days … */
  driftDays: 14,
  /** … against so many before them … */
  driftBeforeDays: 56,
  /** … is told when a share has risen with p below this (two shares, looked at daily: stricter than .05) … */
  driftAlpha: 0.01,
  /** … and by at least so much, 0–1, with at least `driftLeast` on each side. */
  driftRise: 0.05,
  driftLeast: 20,
} as const;
