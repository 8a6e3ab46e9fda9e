/**
 * @file The CV check itself, in the browser: lines of the CV → skills that they name, or that lie near by meaning → how much of
 * each role they cover, with the lines behind. Pure but for the encoder that is passed in.
 */
import type { CvCheckData } from "../contracts/growth-cv";

export interface CvSkill {
  readonly skillId: string;
  /** The CV's own line. */
  readonly line: string;
  /** named: the line has the skill's name · near: only close in meaning, to be looked at */
  readonly how: "named" | "near";
}

export interface CvRole {
  readonly role: CvCheckData["roles"][number];
  /** 0–1; what is only near counts half. */
  readonly coverage: number;
  readonly found: readonly CvSkill[];
  readonly missing: readonly string[];
}

/** Cosine from which a line counts as near. Chosen on invented lines; above it the small encoder is right more often than not. */
const NEAR = 0.62;
const NEAR_WEIGHT = 0.5;
const MAX_LINES = 160;
const MAX_LINE_CHARS = 300;

/** Lines with something in them; long paragraphs by sentences. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).flatMap((line) => (line.length > MAX_LINE_CHARS ? line.split(/(?<=[.!?。！？])\s*/) : [line]));
  return lines.map((line) => line.replace(/^[\s#*•·–-]+/, "").trim()).filter((line) => line.length > 2).slice(0, MAX_LINES);
}

const letters = /[\p{L}\p{N}]/u;

/** True when the line has the name as a whole word; Chinese anywhere. */
export function names(line: string, name: string): boolean {
  const [text, wanted] = [line.toLowerCase(), name.toLowerCase()];
  if (wanted.length < 2 && !/\p{Script=Han}/u.test(wanted)) return text.split(/[^\p{L}\p{N}+#]+/u).includes(wanted);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (/\p{Script=Han}/u.test(wanted)) return true;
    if (!letters.test(text[at - 1] ?? " ") && !letters.test(text[at + wanted.length] ?? " ")) return true;
  }
  return false;
}

/** @param embed unit vectors, in order */
export async function findSkills(lines: readonly string[], skills: CvCheckData["skills"], embed: (texts: readonly string[]) => Promise<Float32Array[]>): Promise<CvSkill[]> {
  const vectors = await embed(lines);
  const unnamed: CvCheckData["skills"][number][] = [];
  const found: CvSkill[] = [];
  for (const skill of skills) {
    const line = lines.find((each) => [skill.name.en, skill.name.zh, ...skill.also].some((name) => names(each, name)));
    if (line !== undefined) found.push({ skillId: skill.id, line, how: "named" });
    else if (!skill.namedOnly) unnamed.push(skill);
  }
  const wanted = await embed(unnamed.map(({ name }) => name.en));
  unnamed.forEach((skill, i) => {
    const scores = vectors.map((vector) => dot(vector, wanted[i] ?? new Float32Array()));
    const best = scores.reduce((top, score, at) => (score > (scores[top] ?? -1) ? at : top), 0);
    const line = lines[best];
    if (line !== undefined && (scores[best] ?? 0) >= NEAR) found.push({ skillId: skill.id, line, how: "near" });
  });
  return found;
}

export function rankRoles(found: readonly CvSkill[], roles: CvCheckData["roles"]): CvRole[] {
  const byId = new Map(found.map((skill) => [skill.skillId, skill]));
  const ranked = roles.map((role): CvRole => {
    const total = role.needs.reduce((sum, { importance }) => sum + importance, 0);
    const hits = role.needs.map(({ any, importance }) => ({ importance, hit: any.flatMap((id) => byId.get(id) ?? []).sort((a, b) => (a.how < b.how ? 1 : -1))[0], any }));
    const covered = hits.reduce((sum, { importance, hit }) => sum + (hit ? importance * (hit.how === "named" ? 1 : NEAR_WEIGHT) : 0), 0);
    return { role, coverage: total === 0 ? 0 : covered / total, found: hits.flatMap(({ hit }) => hit ?? []), missing: hits.flatMap(({ hit, any }) => (hit ? [] : (any[0] ?? []))) };
  });
  return ranked.filter(({ found: some }) => some.length > 0).sort((a, b) => b.coverage - a.coverage || (a.role.title.en < b.role.title.en ? -1 : 1));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
