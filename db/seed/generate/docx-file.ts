/**
 * @file A DOCX in memory whose bytes depend on its content only: the library stamps the present time into the zip
 * and into its core properties; both are set to the fixed date here.
 */
import { AlignmentType, Document, LevelFormat, Packer } from "docx";
import type { IPropertiesOptions } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { FILE_DATE } from "./pdf-file";

/** Name of the numbered list style; bullets use Word's own. */
export const NUMBERED = "cadre-numbered";

export interface DocxOptions {
  readonly title: string;
  readonly author: string;
  readonly language: "en" | "zh";
  /** Hexadecimal, without #. */
  readonly accent: string;
  readonly children: IPropertiesOptions["sections"][number]["children"];
}

export async function renderDocx(options: DocxOptions): Promise<Uint8Array> {
  const font =
    options.language === "zh" ? { ascii: "Calibri", eastAsia: "Microsoft YaHei", hAnsi: "Calibri" } : "Calibri";
  const heading = (size: number) => ({
    run: { size, bold: true, color: options.accent, font },
    paragraph: { spacing: { before: 240, after: 80 } },
  });
  const document = new Document({
    title: options.title,
    creator: options.author,
    lastModifiedBy: options.author,
    styles: {
      default: {
        document: { run: { size: 21, font }, paragraph: { spacing: { after: 80, line: 276 } } },
        title: { run: { size: 40, bold: true, font, color: options.accent } },
        heading1: heading(30),
        heading2: heading(26),
        heading3: heading(23),
      },
    },
    numbering: {
      config: [
        {
          reference: NUMBERED,
          levels: [0, 1].map((level) => ({
            level,
            format: LevelFormat.DECIMAL,
            text: `%${level + 1}.`,
            alignment: AlignmentType.START,
            style: { paragraph: { indent: { left: 420 * (level + 1), hanging: 320 } } },
          })),
        },
      ],
    },
    sections: [
      {
        properties: { page: { margin: { top: 1000, bottom: 1000, left: 1100, right: 1100 } } },
        children: options.children,
      },
    ],
  });
  return withFixedDates(new Uint8Array(await Packer.toBuffer(document)));
}

/** Same parts in the same order, every time stamp replaced by `FILE_DATE`. */
function withFixedDates(docx: Uint8Array): Uint8Array {
  const stamp = FILE_DATE.toISOString().replace(/\.\d+Z$/, "Z");
  const parts = Object.entries(unzipSync(docx)).map(([name, bytes]): [string, Uint8Array] => {
    if (name !== "docProps/core.xml") return [name, bytes];
    return [name, strToU8(strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${stamp}`))];
  });
  // The zip format keeps local time: a date built from parts gives the same bytes in every time zone.
  return zipSync(Object.fromEntries(parts), { mtime: new Date(2026, 0, 5, 9, 0, 0) });
}
