/**
 * @file Quote match: does a gold quote (as it stands in a raw file, Markdown and all) lie in what was cited? Case, white
 * space, punctuation and Markdown do not count; letters, digits, currency and percent signs do.
 */

/** The form in which quotes are compared. */
export function normaliseQuote(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, "$1")
    .replace(/<(?:mailto:)?([^<>\s]+@[^<>\s]+)>/g, "$1")
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/&(?:nbsp|amp|lt|gt|quot);/g, " ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$€£¥]+/gu, "");
}

/** True when the whole gold quote lies within one of the quotes. */
export function isQuoteCited(gold: string, quotes: readonly string[]): boolean {
  const wanted = normaliseQuote(gold);
  return wanted !== "" && quotes.some((quote) => normaliseQuote(quote).includes(wanted));
}

/** True when one of the short answers lies in one of the quotes. */
export function isAnswerCited(answers: readonly string[], quotes: readonly string[]): boolean {
  const cited = quotes.map(normaliseQuote);
  return answers.some((answer) => {
    const wanted = normaliseQuote(answer);
    return wanted !== "" && cited.some((quote) => quote.includes(wanted));
  });
}
