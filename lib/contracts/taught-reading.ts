/** @file Words that corrections teach the reader of openings, over HTTP and in the store: what is proposed with its evidence, what is in use, what a person says to each. */
import { z } from "zod";

const whole = z.number().int().nonnegative();

/** Where the words stand: the whole of a heading; the beginning of a sentence; anywhere in what asks. */
export const CUE_PLACES = ["heading", "opening", "within"] as const;
export type CuePlace = (typeof CUE_PLACES)[number];
/** What is asked there is a must, a wish, or nothing is asked at all; one: the words are one requirement, not several. */
export const CUE_MEANINGS = ["must", "nice", "none", "one"] as const;
export type CueMeaning = (typeof CUE_MEANINGS)[number];

/** A heading is never "one"; a sentence that begins so asks ("must") or does not; words within one are never "none". Words: small letters, single blanks. */
export const readingCue = z.strictObject({ place: z.enum(CUE_PLACES), words: z.string().min(2).max(80), means: z.enum(CUE_MEANINGS) });
export type ReadingCue = Readonly<z.infer<typeof readingCue>>;

/** As kept: with what was known when it was taken in. */
export const keptCue = z.strictObject({ ...readingCue.shape, at: z.iso.datetime(), openings: whole, people: whole, spared: whole, wrong: whole });
export type KeptCue = z.infer<typeof keptCue>;

/** GET /api/recruiting/reading */
export const taughtReading = z.strictObject({
  proposals: z.array(
    z.strictObject({
      ...readingCue.shape,
      /** Of the reader's openings, those where corrections would not have been needed. */
      openings: z.array(z.strictObject({ id: z.string(), title: z.string() })),
      /** Who made those corrections. */
      people: whole,
      /** Corrections that would not have been needed. */
      spared: whole,
      /** Corrected openings in which it would have made one needed. */
      wrong: whole,
      example: z.string(),
    }),
  ),
  inUse: z.array(keptCue),
  left: z.array(readingCue),
});
export type TaughtReading = z.infer<typeof taughtReading>;

/** POST: take: read so from now on; out: no longer; leave: not proposed any more; offer: proposed again. */
export const readingAnswer = z.strictObject({ ...readingCue.shape, as: z.enum(["take", "out", "leave", "offer"]) });
export type ReadingAnswer = z.infer<typeof readingAnswer>;
