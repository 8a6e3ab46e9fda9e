/**
 * @file Learning time as catalogues write it → hours: ISO 8601 durations (PT1H30M, P2D; LOM's typicalLearningTime, xAPI extensions)
 * and SCORM 1.2's clock times (0002:30:00.00). A day of learning is eight hours, a week five days.
 * @source IEEE 1484.12.1 (LOM) 5.9; SCORM 1.2 CAM 2.2; ISO 8601-1:2019, 5.5.2
 */

const DAY = 8;
const WEEK = 5 * DAY;
const ISO = /^P(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/i;
const CLOCK = /^(\d{1,4}):([0-5]?\d)(?::([0-5]?\d)(?:\.\d+)?)?$/;
/** Hours of a course are given to a quarter. */
const STEP = 0.25;
const MOST = 2000;

const numberIn = (text: string | undefined): number => Number((text ?? "0").replace(",", "."));

/** @returns hours to the quarter, 0.25–2000; null for what is no duration, none at all, or one in months and years */
export function learningHours(text: string): number | null {
  const said = text.trim();
  const iso = ISO.exec(said);
  const clock = CLOCK.exec(said);
  const hours = iso ? numberIn(iso[1]) * WEEK + numberIn(iso[2]) * DAY + numberIn(iso[3]) + numberIn(iso[4]) / 60 + numberIn(iso[5]) / 3600 : clock ? numberIn(clock[1]) + numberIn(clock[2]) / 60 + numberIn(clock[3]) / 3600 : 0;
  if (!(hours > 0) || hours > MOST) return null;
  return Math.max(STEP, Math.round(hours / STEP) * STEP);
}

/** In the metadata of a manifest, or of one organisation in it; null without one that can be read. */
export function typicalLearningTime(xml: string): number | null {
  const body = /<(?:\w+:)?typicallearningtime\b[^>]*>([\s\S]*?)<\/(?:\w+:)?typicallearningtime>/i.exec(xml)?.[1];
  if (body === undefined) return null;
  const value = /<(?:\w+:)?(?:duration|datetime)\b[^>]*>\s*([^<]*?)\s*<\//i.exec(body)?.[1] ?? body.replace(/<[^>]*>/g, "");
  return learningHours(value);
}

/** Extensions of an xAPI activity whose key speaks of a duration or learning time; the first that can be read. */
export function extensionHours(extensions: unknown): number | null {
  if (typeof extensions !== "object" || extensions === null) return null;
  for (const [key, value] of Object.entries(extensions)) {
    if (!/duration|learning-?time/i.test(key) || typeof value !== "string") continue;
    const hours = learningHours(value);
    if (hours !== null) return hours;
  }
  return null;
}
