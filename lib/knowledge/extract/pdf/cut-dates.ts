/**
 * @file Dates cut at the end of a narrow cell: "Sep 2018 to Jul" above "2021", "2017.05—2025.0" above "9" are one span of
 * time. Knows only how such spans are written, English and Chinese; what they mean is read elsewhere.
 */
const MONTH = "(?:0?[1-9]|1[0-2])";
const DATE = `(?:(?:\\p{L}{3,9}\\.?\\s)?(?:19|20)\\d{2}|${MONTH}[./](?:19|20)\\d{2}|(?:19|20)\\d{2}[./-]${MONTH}|(?:19|20)\\d{2}\\s?年(?:\\s?${MONTH}\\s?月)?)`;
const RANGE = new RegExp(`^${DATE}\\s*(?:[-–—~→至到]+|\\b(?:to|until|till)\\b)\\s*(?:${DATE}|present|now|today|current|date|至?今|现在)$`, "iu");
const MAX_CHARS = 40;

/**
 * @param above text of a cell's last line @param below of the line under it
 * @returns what stands between them when together they are one span of time and the upper one alone is none; else null
 */
export function dateGlue(above: string, below: string): "" | " " | null {
  const [first, second] = [above.trim(), below.trim()];
  if (first.length + second.length > MAX_CHARS || !/\d{2}/.test(first) || second === "") return null;
  if (RANGE.test(first) && !/^[./年-]/.test(second)) return null;
  if (RANGE.test(`${first}${second}`)) return /[\p{L}→]$/u.test(first) && !/\p{Script=Han}$/u.test(first) ? " " : "";
  return RANGE.test(`${first} ${second}`) ? " " : null;
}
