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

export const ANSWER = {
  /** UTF-16 code units of all quotes of one answer together (DESIGN section 5). */
  maxQuotedChars: 600,
} as const;
