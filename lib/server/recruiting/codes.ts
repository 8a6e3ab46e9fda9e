/** @file Codes of applications: what a person is called while their name is hidden. Random, so that they say nothing. */
import { randomInt } from "node:crypto";

/** Letters and digits that are not mistaken for each other. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** @returns "K4-7QFM": about a billion different ones */
export function newCode(pick: (below: number) => number = randomInt): string {
  const chars = Array.from({ length: 6 }, () => ALPHABET.charAt(pick(ALPHABET.length)));
  return `${chars.slice(0, 2).join("")}-${chars.slice(2).join("")}`;
}
