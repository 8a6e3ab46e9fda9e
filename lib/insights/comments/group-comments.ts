/**
 * @file Comments by group: shares of labels with intervals. Small groups are suppressed, and when only one is, the next
 * smallest too, so that nothing can be worked out from the total. Nothing is ever said of one person.
 */
import { shareInterval } from "../measure/interval";
import type { CommentGroup } from "./types";

/** Fewest comments of a group that is shown. */
export const SMALLEST_COMMENT_GROUP = 10;

/** @param comments label and group of each; `labels` are all there are */
export function groupComments(comments: readonly { readonly group: string; readonly label: string }[], labels: readonly string[], smallest = SMALLEST_COMMENT_GROUP): CommentGroup[] {
  const groups = new Map<string, string[]>();
  for (const { group, label } of comments) {
    const own = groups.get(group);
    if (own) own.push(label);
    else groups.set(group, [label]);
  }
  const bySize = [...groups].sort((a, b) => a[1].length - b[1].length);
  const small = bySize.filter(([, own]) => own.length < smallest).length;
  const hidden = new Set(bySize.slice(0, small === 1 && bySize.length > 1 ? 2 : small).map(([group]) => group));
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([group, own]): CommentGroup => (hidden.has(group) ? { group, n: null, shares: null } : { group, n: own.length, shares: Object.fromEntries(labels.map((label) => [label, shareInterval(own.filter((one) => one === label).length, own.length)])) }));
}
