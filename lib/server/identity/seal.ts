/** @file Sealing small secrets for the database: AES-256-GCM under a key derived from this installation's secret. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (authSecret: string): Buffer => Buffer.from(hkdfSync("sha256", authSecret, "", "cadre company session tokens", 32));

/** @param about bound to it: the sealed text opens only with the same words @returns base64url */
export function seal(text: string, authSecret: string, about: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(authSecret), iv).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
}

/** @returns null when it was sealed with another secret, for something else, or has been changed */
export function unseal(sealed: string, authSecret: string, about: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv("aes-256-gcm", keyOf(authSecret), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES }).setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch (error) {
    // Node's only sign that the tag does not fit is this plain Error; anything else is a fault of ours.
    if (error instanceof Error && /unable to authenticate/i.test(error.message)) return null;
    throw error;
  }
}
