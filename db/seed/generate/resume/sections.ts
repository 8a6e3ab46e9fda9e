/**
 * @file Writes one résumé section into a column. The heading's look is the layout's; the rest is shared.
 */
import type { ResumeSection, Station } from "../../people/resume";
import type { Column } from "../column";
import type { ResumeStyles } from "./styles";

export interface SectionLook {
  /** Writes the section's heading at the pen. */
  readonly heading: (column: Column, title: string) => void;
  /** `wide`: dates at the right edge. `narrow`: dates on their own line. `none`: the layout sets dates elsewhere. */
  readonly dates: "wide" | "narrow" | "none";
  readonly gapPt: number;
}

export function writeSection(column: Column, section: ResumeSection, styles: ResumeStyles, look: SectionLook): void {
  look.heading(column, section.title);
  if (section.kind === "text") column.block([{ text: section.text, style: styles.body }]);
  else if (section.kind === "list") {
    for (const item of section.items) writeBullet(column, item, styles);
  } else if (section.kind === "pairs") {
    for (const [label, value] of section.items) writePair(column, [label, value], styles, look.dates === "narrow");
  } else {
    for (const [i, item] of section.items.entries())
      writeStation(column, item, styles, { ...look, gapPt: i === 0 ? 0 : look.gapPt });
  }
}

export function writeStation(
  column: Column,
  item: Station,
  styles: ResumeStyles,
  look: Pick<SectionLook, "dates" | "gapPt">,
): void {
  const title = [{ text: item.title, style: styles.bold }];
  const when = [{ text: item.when, style: styles.muted }];
  const organisation = [{ text: item.organisation, style: styles.italic }];
  const keepPt = styles.body.sizePt * 2.6;
  if (look.dates === "wide") column.pair(title, when, { beforePt: look.gapPt, keepPt });
  else column.block(title, { beforePt: look.gapPt, keepPt });
  if (item.organisation) column.block(organisation, { keepPt: styles.body.sizePt });
  if (look.dates === "narrow" && item.when) column.block(when);
  column.skip(1.5);
  for (const line of item.lines) writeBullet(column, line, styles);
}

export function writeBullet(column: Column, words: string, styles: ResumeStyles): void {
  const mark = { ...styles.body, color: styles.accent };
  column.item([{ text: words, style: styles.body }], { mark: null, style: mark, gapPt: 10, beforePt: 1 });
}

function writePair(
  column: Column,
  [label, value]: readonly [string, string],
  styles: ResumeStyles,
  narrow: boolean,
): void {
  const chinese = styles.body.language === "zh";
  if (narrow) {
    column.block([{ text: label, style: styles.bold }], { beforePt: 2 });
    column.block([{ text: value, style: styles.body }]);
    return;
  }
  const name = label === "" ? "" : `${label}${chinese ? "：" : ": "}`;
  column.block(
    [
      { text: name, style: styles.bold },
      { text: value, style: styles.body },
    ],
    { beforePt: 1.5 },
  );
}
