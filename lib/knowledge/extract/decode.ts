/**
 * @file Bytes → text: UTF-8, UTF-16 (with BOM or recognisable without), GB18030, and as a last resort Windows-1252
 * with a warning. Does not decide what the text is.
 */
import { AppError } from "../../core/errors";

export interface DecodedText {
  readonly text: string;
  readonly warnings: readonly string[];
}

/** Share of non-ASCII bytes that must come in pairs for text to count as GB18030; Latin text has single ones. */
const GB_PAIR_SHARE = 0.9;
/** Share of control characters above which bytes are no text. */
const MAX_CONTROL_SHARE = 0.005;

/**
 * @throws AppError "document/type-mismatch" for binary data, "document/bad-encoding" when no encoding fits
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Label(bytes);
  if (utf16) return { text: checkText(decodeAs(utf16, bytes, false) ?? ""), warnings: [] };
  const utf8 = decodeAs("utf-8", bytes, true);
  if (utf8 !== null) return { text: checkText(utf8), warnings: [] };
  const chinese = gbPairShare(bytes) >= GB_PAIR_SHARE ? decodeAs("gb18030", bytes, true) : null;
  if (chinese !== null) return { text: checkText(chinese), warnings: [] };
  if (bytes.includes(0)) throw binary();
  const western = decodeAs("windows-1252", bytes, false);
  if (western === null) throw new AppError("document/bad-encoding", "no known encoding fits");
  return {
    text: checkText(western),
    warnings: ["The text is not UTF-8; it was read as Windows-1252. Check accented letters, or save it as UTF-8."],
  };
}

/** A file name inside a zip. @param isUtf8 the entry says so; else UTF-8 is tried, then GBK, then Latin-1 */
export function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  const utf8 = decodeAs("utf-8", bytes, !isUtf8);
  if (utf8 !== null) return utf8;
  const chinese = gbPairShare(bytes) >= GB_PAIR_SHARE ? decodeAs("gb18030", bytes, true) : null;
  return chinese ?? decodeAs("windows-1252", bytes, false) ?? "";
}

function decodeAs(label: string, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null; // does not decode under this label
    throw error;
  }
}

/** By BOM, or because nearly every other byte of the beginning is zero. */
function utf16Label(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 8 || sample.length % 2 === 1) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const half = sample.length / 2;
  if (odd > 0.7 * half && even < 0.05 * half) return "utf-16le";
  if (even > 0.7 * half && odd < 0.05 * half) return "utf-16be";
  return null;
}

/** Share of bytes ≥ 0x80 that stand in pairs of two, as common Chinese characters do in GB18030. */
function gbPairShare(bytes: Uint8Array): number {
  let high = 0;
  let paired = 0;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    high++;
    if ((bytes[i] ?? 0) >= 0x81 && (bytes[i + 1] ?? 0) >= 0x80) {
      high++;
      paired += 2;
      i++;
    }
  }
  return high === 0 ? 0 : paired / high;
}

function checkText(text: string): string {
  const sample = text.slice(0, 20_000);
  const control = sample.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0;
  if (control > MAX_CONTROL_SHARE * sample.length && control > 0) throw binary();
  return text.replace(/^\uFEFF/, "");
}

function binary(): AppError {
  return new AppError("document/type-mismatch", "expected text, received binary data");
}
