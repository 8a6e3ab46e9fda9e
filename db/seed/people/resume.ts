/**
 * @file What a demo résumé is made of, and short constructors for its parts. Dates stay as the person wrote them:
 * real résumés disagree about date forms, and extraction has to cope. All people are invented.
 */
import type { Language } from "../../../lib/core/types";

export const PDF_LAYOUTS = ["classic", "sidebar-left", "sidebar-right", "timeline", "compact", "form-zh"] as const;
export const DOCX_LAYOUTS = ["plain", "table", "headings"] as const;
export const MD_LAYOUTS = ["sections", "terse"] as const;

export type ResumeLayout =
  | { readonly format: "pdf"; readonly layout: (typeof PDF_LAYOUTS)[number] }
  | { readonly format: "docx"; readonly layout: (typeof DOCX_LAYOUTS)[number] }
  | { readonly format: "md"; readonly layout: (typeof MD_LAYOUTS)[number] };

/** One post or one study. */
export interface Station {
  readonly title: string;
  readonly organisation: string;
  readonly when: string;
  readonly lines: readonly string[];
}

/** `aside`: goes into the narrow column where a layout has one. */
export type ResumeSection =
  | { readonly kind: "stations"; readonly title: string; readonly aside: boolean; readonly items: readonly Station[] }
  | {
      readonly kind: "pairs";
      readonly title: string;
      readonly aside: boolean;
      readonly items: readonly (readonly [string, string])[];
    }
  | { readonly kind: "list"; readonly title: string; readonly aside: boolean; readonly items: readonly string[] }
  | { readonly kind: "text"; readonly title: string; readonly aside: boolean; readonly text: string };

export interface ResumeLook {
  readonly accent: string;
  readonly family: "sans" | "serif";
  /** An empty frame where a photograph would be. */
  readonly photoFrame?: boolean;
  /** Written on the page in the colour of the paper: an attempt to steer a reader that is a machine. */
  readonly hiddenText?: string;
}

export type Resume = ResumeLayout & {
  /** Also the file's stem; unique. */
  readonly id: string;
  readonly language: Language;
  readonly name: string;
  readonly headline: string;
  readonly location: string;
  readonly email: string;
  readonly phone: string;
  /** Further lines of the head: a web address, a driving licence, in Chinese forms the personal data. */
  readonly details: readonly (readonly [string, string])[];
  readonly look: ResumeLook;
  readonly sections: readonly ResumeSection[];
};

export function station(title: string, organisation: string, when: string, ...lines: string[]): Station {
  return { title, organisation, when, lines };
}

export function stations(title: string, ...items: Station[]): ResumeSection {
  return { kind: "stations", title, aside: false, items };
}

export function pairs(title: string, ...items: [string, string][]): ResumeSection {
  return { kind: "pairs", title, aside: false, items };
}

export function list(title: string, ...items: string[]): ResumeSection {
  return { kind: "list", title, aside: false, items };
}

export function text(title: string, words: string): ResumeSection {
  return { kind: "text", title, aside: false, text: words };
}

/** The same section, for the narrow column. */
export function aside(section: ResumeSection): ResumeSection {
  return { ...section, aside: true };
}
