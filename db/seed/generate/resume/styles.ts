/**
 * @file The type styles of one résumé, from its look and language. Used by every PDF layout.
 */
import type { Resume } from "../../people/resume";
import type { TextStyle, Weight } from "../fonts";

export interface ResumeStyles {
  readonly name: TextStyle;
  readonly headline: TextStyle;
  readonly section: TextStyle;
  readonly body: TextStyle;
  readonly bold: TextStyle;
  readonly italic: TextStyle;
  readonly muted: TextStyle;
  readonly accent: string;
}

const INK = "#1f2328";
const GREY = "#5b6470";

/** Chinese is set larger and looser than Latin of the same page. */
const CHINESE_SCALE = 1.12;

/** @param latinPt size of Latin body text, 8–11 */
export function resumeStyles(resume: Resume, latinPt: number): ResumeStyles {
  const chinese = resume.language === "zh";
  const sizePt = chinese ? latinPt * CHINESE_SCALE : latinPt;
  const style = (size: number, weight: Weight, color: string, leading = chinese ? 1.7 : 1.42): TextStyle => ({
    family: resume.look.family,
    weight,
    sizePt: size,
    color,
    leading,
    language: resume.language,
  });
  return {
    name: style(sizePt * 2.3, "bold", INK, 1.2),
    headline: style(sizePt * 1.2, "regular", resume.look.accent, 1.35),
    section: style(sizePt * 1.15, "bold", resume.look.accent, 1.4),
    body: style(sizePt, "regular", INK),
    bold: style(sizePt, "bold", INK),
    italic: style(sizePt, "italic", GREY),
    muted: style(sizePt * 0.94, "regular", GREY),
    accent: resume.look.accent,
  };
}

/** E-mail, phone, place and the further details as one list of strings. */
export function contactLines(resume: Resume): string[] {
  return [
    resume.location,
    resume.phone,
    resume.email,
    ...resume.details.map(([label, value]) => (label ? `${label}: ${value}` : value)),
  ];
}
