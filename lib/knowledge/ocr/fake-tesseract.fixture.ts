/**
 * @file A stand-in for tesseract: a node script that the tests write, with the behaviour that they ask for. Used by tests
 * only.
 */
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export interface FakeTesseract {
  readonly program: string;
  readonly folder: string;
  remove(): Promise<void>;
}

/** The head of its table, and rows for one page with words on lines. @param words [text, line, x, y, width, height, confidence] */
export function tableOf(page: { width: number; height: number }, words: readonly (readonly [string, number, number, number, number, number, number])[]): string {
  const rows = [`1\t1\t0\t0\t0\t0\t0\t0\t${page.width}\t${page.height}\t-1\t`];
  let line = 0;
  for (const [text, own, x, y, width, height, confidence] of words) {
    if (own !== line) rows.push(`4\t1\t1\t1\t${own}\t0\t${x}\t${y}\t${width}\t${height}\t-1\t`);
    line = own;
    rows.push(`5\t1\t1\t1\t${own}\t1\t${x}\t${y}\t${width}\t${height}\t${confidence}\t${text}`);
  }
  return `level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n${rows.join("\n")}\n`;
}

/** @param onPicture JavaScript run with the picture's bytes in `input`; what it gives to `print` is printed */
export async function writeFakeTesseract(onPicture: string, { languages = ["eng", "chi_sim"] }: { languages?: readonly string[] } = {}): Promise<FakeTesseract> {
  const folder = await mkdtemp(path.join(tmpdir(), "cadre-fake-tesseract-"));
  const program = path.join(folder, "tesseract");
  const script = `#!${process.execPath}
const print = (text) => process.stdout.write(text);
if (process.argv.includes("--version")) print("tesseract 5.9.1\\n leptonica-1.82.0\\n");
else if (process.argv.includes("--list-langs")) print("List of available languages (2):\\n${languages.join("\\n")}\\n");
else {
  const parts = [];
  process.stdin.on("data", (part) => parts.push(part)).on("end", () => {
    const input = Buffer.concat(parts);
    const args = process.argv.slice(2);
    ${onPicture}
  });
}
`;
  await writeFile(program, script);
  await chmod(program, 0o755);
  return { program, folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
