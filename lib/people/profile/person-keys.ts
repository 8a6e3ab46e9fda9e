/**
 * @file personKeys: what of a profile may show that two résumés are one person's: e-mail addresses, telephone numbers
 * and the name, in one spelling each.
 */
import type { Profile } from "./types";

export interface PersonKey {
  readonly kind: "email" | "phone" | "name";
  readonly key: string;
}

/** Country and trunk prefixes differ between spellings of one number; its last digits do not. */
const PHONE_DIGITS = 9;
const MIN_PHONE_DIGITS = 8;

/** @returns each key once, in the order of the text; the name last */
export function personKeys(profile: Pick<Profile, "contacts" | "name">): PersonKey[] {
  const keys: PersonKey[] = [];
  const push = (key: PersonKey) => {
    if (key.key !== "" && !keys.some((one) => one.kind === key.kind && one.key === key.key)) keys.push(key);
  };
  for (const { kind, value } of profile.contacts) {
    if (kind === "email") push({ kind, key: value.normalize("NFKC").toLowerCase() });
    if (kind === "phone") push({ kind, key: phoneKey(value) });
  }
  if (profile.name) push({ kind: "name", key: nameKey(profile.name.value) });
  return keys;
}

/** Empty for a number that is too short to tell people apart. */
export function phoneKey(phone: string): string {
  const digits = phone.normalize("NFKC").replace(/\D/g, "");
  return digits.length >= MIN_PHONE_DIGITS ? digits.slice(-PHONE_DIGITS) : "";
}

/** Without accents, case, titles and order: "Müller, Anna" and "Anna MULLER" are one. */
export function nameKey(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return name.replace(/[^\p{Script=Han}]/gu, "");
  const words = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\b(?:dr|prof|mr|mrs|ms|ir|ing)\b\.?/g, " ").match(/\p{L}+/gu) ?? [];
  return words.length >= 2 ? [...words].sort().join(" ") : "";
}
