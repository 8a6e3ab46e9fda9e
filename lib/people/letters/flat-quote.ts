/** @file A line of a résumé as it stands inside a sentence of ours: no bullet, one line, not too long. */
import { withoutBullet } from "../../core/without-bullet";

/** @param most characters; longer ones end in an ellipsis */
export function flatQuote(text: string, most: number): string {
  const flat = withoutBullet(text).replace(/\s+/g, " ").trim();
  return flat.length <= most ? flat : `${flat.slice(0, most - 1).trimEnd()}…`;
}
