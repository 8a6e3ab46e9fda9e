/** @file Names as headers write them beside the plain form: in two scripts, with a nickname, surname first. */
import { isChineseName } from "./job-words";

const HAN = /\p{Script=Han}+(?:\s\p{Script=Han}+)*/gu;
const LATIN = /^\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3}$/u;
/** "van der Berg, Jan": nothing else begins with a particle and has a comma. */
export const PARTICLE_FIRST = /^(?:(?:van|von|de|der|den|da|dos|du|la|le|bin|al|el|ten|ter)\s+)+\p{Lu}[\p{L}'’-]+\s*[,，]\s*\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){0,2}$/u;
/** "Smit, Jan Pieter": behind a label only, for a place is written so too. */
export const INVERTED = /^(?:(?:van|von|de|der|den|da|dos|du|la|le|bin|al|el|ten|ter)\s+)*\p{Lu}[\p{L}'’-]+\s*[,，]\s*\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){0,2}$/u;

/** "李明 Li Ming", "李明（Li Ming）", "Li Ming 李明", "王芳 (Fanny)": one Chinese name and the same in letters. */
export function isInTwoScripts(text: string): boolean {
  const han = text.match(HAN) ?? [];
  if (han.length !== 1 || !isChineseName(han[0])) return false;
  const rest = text.replace(HAN, " ").trim();
  const isBracketed = /^[（(]\s*\p{Lu}[^()（）]{1,30}[)）]$/u.test(rest);
  return isBracketed || LATIN.test(rest.replace(/^[（(/|·\s]+|[)）/|·\s]+$|[（(]\s*[)）]/g, "").trim());
}

/** "Jan Smit (he/him)", "Jan “Johnny” Smit": without what stands in brackets at the end and in quotation marks. */
export function withoutAside(text: string): string {
  return text.replace(/\s*[（(][^()（）]{1,20}[)）]$/, "").replace(/\s*["“”„][^"“”„]{1,20}["“”]\s*|\s+['‘][^'‘’]{1,20}['’]\s+/g, " ").trim();
}
