/**
 * @file Sentences of the server that carry particulars (sizes, counts, pages), in Chinese: English pattern → Chinese
 * sentence. What no pattern knows stays as it came, below the error code's Chinese sentence.
 */

import { CHINESE_GROWTH } from "./chinese-growth-table";
import { CHINESE_INSIGHTS } from "./chinese-insights-table";
import { CHINESE_RECRUITING } from "./chinese-recruiting-table";
import { CHINESE_SKILLS } from "./chinese-skills-table";

type Rule = readonly [pattern: RegExp, chinese: string | ((...found: string[]) => string)];

const FORMATS: Readonly<Record<string, string>> = { "a picture": "图片", pdf: " PDF", docx: " DOCX", text: "纯文本", markdown: " Markdown", html: " HTML", csv: " CSV" };
const CONTENTS: Readonly<Record<string, string>> = {
  "a PDF": " PDF 文件",
  "a Word document": " Word 文档",
  "a zip archive": " zip 压缩包",
  "an old Office document": "旧版 Office 文档",
  "rich text (RTF)": " RTF 富文本",
  "a picture": "图片",
  "binary data": "二进制数据",
};

/** "Pages 3, 4 and 2 more are", "page 3" → "第 3、4 页及另外 2 页", "第 3 页". */
function pages(list: string): string {
  const [, numbers = "", more] = /^pages? ([\d, ]*\d)(?: and (\d+) more)?/i.exec(list) ?? [];
  return `第 ${numbers.replace(/,\s*/g, "、")} 页${more === undefined ? "" : `及另外 ${more} 页`}`;
}

const RULES: readonly Rule[] = [
  [/^The connection was cut before the answer was complete\.$/, "答案尚未完整，连接就中断了。"],
  [/^The live view was cut off\. Trying again …$/, "实时更新已中断，正在重新连接…"],
  [/^The upload was cut off\. Check the connection and try again\.$/, "上传中断了。请检查网络连接后重试。"],
  [/^The server replied with status (\d+)\. Try again\.$/, (status) => `服务器返回状态 ${status}。请重试。`],
  [/^Too many attempts\. Wait up to (\d+) minutes and try again\.$/, (minutes) => `尝试次数过多，请等待最多 ${minutes} 分钟后再试。`],
  [/^The current password is not right\.$/, "当前密码不正确。"],
  [/^This could not be written to the audit log, so it was not done\./, "此操作未能写入审计日志，因此没有执行。请重试；如果仍然不行，请管理员运行“cadre doctor”。"],
  [/^Choose what kind of documents these are and who may read them\.$/, "请选择文件的类别和可查阅范围。"],
  [/^Candidates and openings are switched off\. An administrator can switch them on under Settings, Modules\.$/, "“候选人与职位”模块已停用。管理员可在“设置 → 模块”中启用。"],
  [/^Learning from ratings is switched off\. An administrator can switch it on under Settings, Modules\.$/, "“从评价中学习”模块已停用。管理员可在“设置 → 模块”中启用。"],
  [/^Choose at least one file\.$/, "请至少选择一个文件。"],
  [/^The upload did not arrive whole\. Try it again\.$/, "上传的内容不完整。请重试。"],
  [/^One upload may have (\d+ MB), all files together\./, (limit) => `一次上传的文件合计不能超过 ${limit}。请分批上传，或在服务器上使用“cadre ingest”。`],
  [/^Only a file that failed can be tried again\.$/, "只有读取失败的文件才能重试。"],
  [/^This document has no text yet\.$/, "该文件暂时还没有文字。"],
  [/^The same file was already in this upload\.$/, "本次上传中已有相同的文件。"],
  [/^The file has (\d+ MB); the limit is (\d+ MB)\./, (size, limit) => `文件大小为 ${size}，上限为 ${limit}。请拆分后上传。`],
  [/^The file has (\d+) MB; at most (\d+) MB can be read\./, (size, limit) => `文件大小为 ${size} MB，最多可读取 ${limit} MB。请拆分文件或去掉图片。`],
  [/^Reading this file made no progress for (a minute|\d+ minutes), so it was stopped\./, (time) => `读取此文件时 ${time === "a minute" ? "1" : time.replace(/\D/g, "")} 分钟没有进展，已停止。请拆分文件，或重新导出。`],
  [/^This is a document in the old Word format \(\.doc\)\./, "这是旧版 Word 格式（.doc）的文档。请在 Word 中打开并另存为 .docx。"],
  [/^The file is named \.docx but is not a Word document\./, "文件扩展名是 .docx，但内容不是 Word 文档。请以正确的格式重新保存。"],
  [/^The PDF has (\d+) pages; at most (\d+) can be read\./, (n, limit) => `PDF 共 ${n} 页，最多可读取 ${limit} 页。请拆分。`],
  [/^Reading this PDF takes too long\./, "读取此 PDF 耗时过长。请将其打印成新的 PDF，或拆分后上传。"],
  [/^The table has (\d+) rows; at most (\d+) can be read\./, (n, limit) => `表格共 ${n} 行，最多可读取 ${limit} 行。请拆分。`],
  [/^The file is named like (a picture|\w+) but holds ([^.]+)\./, (format, content) => `文件名显示为${FORMATS[format] ?? ` ${format}`}，内容却是${CONTENTS[content] ?? "其他类型"}。请以正确的格式重新保存。`],
  [/^The archive holds no documents\.$/, "压缩包中没有文件。"],
  [/^The archive holds (\d+) files; at most (\d+) are allowed\./, (n, limit) => `压缩包中有 ${n} 个文件，最多允许 ${limit} 个。请拆分。`],
  // Warnings of documents that were read.
  [/^The text is not UTF-8; it was read as Windows-1252\./, "文字不是 UTF-8 编码，已按 Windows-1252 读取。请检查带重音符号的字母，或另存为 UTF-8。"],
  [/^(Pages? .+?) without a text layer \(a scan\)/, (list) => `${pages(list)}没有文字层（扫描件），需先做文字识别才能读取。`],
  [/^(Pages? .+?) hard to read: text recognition is unsure/, (list) => `${pages(list)}难以辨认：文字识别对其中许多字词没有把握，引用前请对照原件。`],
  [/^Text recognition of one page took longer than (\d+) seconds/, (seconds) => `一页的文字识别超过 ${seconds} 秒，已停止。请降低分辨率重新扫描。`],
  [/^Text recognition \(Tesseract\) is no longer installed/, "服务器上已没有文字识别程序（Tesseract）。请管理员运行“cadre doctor”。"],
  [/^At most (\d+) scanned pages, or (\d+) minutes, are read of one file\./, (n, minutes) => `一个文件最多识别 ${n} 页扫描件，或 ${minutes} 分钟。请拆分。`],
  [/^Text recognition could not read this picture\./, "文字识别无法读取这张图片。请另存为 PNG 或 PDF。"],
  [/^Text recognition gave no usable result/, "文字识别没有给出可用的结果。请管理员用“cadre doctor”检查 Tesseract 的安装。"],
  [/^The file is a scan whose pages text recognition could not draw\./, "扫描件的页面无法转成图片供文字识别。请在服务器上安装 poppler-utils 后重试，或上传带文字层的 PDF。"],
  [/^The file has no text: its pages are pictures in which/, "文件没有文字：各页都是图片，文字识别未发现任何字词。"],
  [/^The file has no text: its pages are pictures without writing\./, "文件没有文字：各页都是不含文字的图片。"],
  [/^(Pages? .+?) damaged and left out\.$/, (list) => `${pages(list)}已损坏，未读取。`],
  [/^Hidden text: (\d+) letters .+ were left out on (pages? .+)\.$/, (n, list) => `隐藏文字：${pages(list)}有 ${n} 个读者看不见的字符（白色、极小、被遮挡或透明），已剔除。`],
  [/^Hidden text: (\d+) letters .+ were left out\.$/, (n) => `隐藏文字：有 ${n} 个读者看不见的字符（白色、极小、被遮挡或透明），已剔除。`],
  [/^The hidden text is written for a machine: “([\s\S]*)”$/, (text) => `隐藏文字是写给机器看的：“${text}”`],
  [/^The hidden text reads: “([\s\S]*)”$/, (text) => `隐藏文字的内容：“${text}”`],
  [/^Hidden characters: (\d+) characters/, (n) => `隐藏字符：词语中有 ${n} 处零宽字符，已剔除。`],
  [/^The file's properties are written for a machine: “([\s\S]*)” They were not read\.$/, (text) => `文件属性是写给机器看的：“${text}”，未读取。`],
  [/^The file's properties hold (\d+) words/, (n) => `文件属性中有 ${n} 个读者看不见的词，未读取。`],
  [/^The text speaks to a machine: “([\s\S]*)”/, (text) => `正文中有写给机器看的话：“${text}”。它在这里不起任何作用，但请留意。`],
  [/^No job with a title or dates was found/, "未找到带有职位或日期的工作经历，请直接阅读简历。"],
  [/^The jobs carry no dates that could be read/, "工作经历中没有可识别的日期，无法得知工作年限和间隔。"],
  [/^(\d+) jobs? begins? after the date/, (n) => `有 ${n} 段工作的开始日期晚于读取日期。`],
  [/^No section is named in the text/, "文中没有章节标题：工作与教育经历是按措辞区分的。"],
  [/^Parts of the page are nested more than (\d+) elements deep and were left out\.$/, (n) => `页面中嵌套超过 ${n} 层的部分未读取。`],
  [/^Skipped: the same content is here already\.$/, "已跳过：已有相同内容。"],
  ...CHINESE_GROWTH,
  ...CHINESE_INSIGHTS,
  ...CHINESE_RECRUITING,
  ...CHINESE_SKILLS,
];

/** @returns the sentence in Chinese, or null when no pattern knows it */
export function chineseDetail(english: string): string | null {
  for (const [pattern, chinese] of RULES) {
    const found = pattern.exec(english);
    if (found) return typeof chinese === "string" ? chinese : chinese(...found.slice(1));
  }
  return null;
}
