/** @file Failures in Chinese: every code has its sentence, particulars are kept, and nothing is said twice. */
import { describe, expect, it } from "vitest";
import { AppError, ERROR_CODES } from "../core/errors";
import { CHINESE_ERRORS } from "./chinese-errors-table";
import { ApiError, messageOf } from "./http";
import { problemOf, sentenceOf, warningText } from "./problem";

const han = /\p{Script=Han}/u;

describe("problemOf", () => {
  it("has a Chinese sentence for every code, without English beside it", () => {
    for (const code of ERROR_CODES) {
      const { sentence, detail } = problemOf({ code, message: new AppError(code, "for developers").userMessage }, "zh");
      expect([sentence, detail], code).toEqual([CHINESE_ERRORS[code], null]);
      expect(sentence, code).toMatch(han);
    }
  });

  it("translates particulars, keeping the numbers", () => {
    const zh = (code: string, message: string) => problemOf({ code, message }, "zh");
    expect(zh("document/too-large", "The file has 30 MB; the limit is 25 MB. Split it and upload the parts.")).toEqual({ sentence: "文件大小为 30 MB，上限为 25 MB。请拆分后上传。", detail: null });
    expect(zh("document/type-mismatch", "The file is named like pdf but holds a picture. Save it again in the right format.").sentence).toBe("文件名显示为 PDF，内容却是图片。请以正确的格式重新保存。");
  });

  it("translates what recruiting refuses, with its names and figures", () => {
    const zh = (message: string) => problemOf({ code: "request/conflict", message }, "zh");
    expect(zh("With this model an impact ratio of the company falls. To use these scores all the same, write down why (at least 15 characters).")).toEqual({ sentence: "采用此模型后，公司的某项影响比率下降。如仍要采用，请写明理由（至少 15 个字符）。", detail: null });
    expect(zh("These weights cannot be used: they make an impact ratio worse. Lowest impact ratio of sex falls: 1.00 → 0.00.").sentence).toBe("这些权重不能采用：会使影响比率变差。sex 的最低影响比率下降：1.00 → 0.00。");
    expect(zh("“Quoin setting” is not proposed any more: it is known by now, or its correction was taken back.").sentence).toContain("“Quoin setting”");
  });

  it("keeps words that it cannot translate below the code's sentence", () => {
    expect(problemOf({ code: "request/invalid", message: "Please check: name: Too small." }, "zh")).toEqual({ sentence: "请求的内容不符合要求。", detail: "Please check: name: Too small." });
    expect(problemOf({ code: "sea/monster", message: "Here be dragons." }, "zh").detail).toBe("Here be dragons.");
  });

  it("keeps the incident's number, and says nothing twice", () => {
    expect(problemOf({ code: "internal/unknown", message: "Something went wrong on our side. (Incident 019a-7f)" }, "zh")).toEqual({ sentence: "系统内部出现问题。（事件编号 019a-7f）", detail: null });
  });

  it("leaves English as the server said it", () => {
    expect(problemOf({ code: "document/duplicate", message: "The same file was already in this upload." }, "en")).toEqual({ sentence: "The same file was already in this upload.", detail: null });
  });
});

describe("messageOf", () => {
  it("is one sentence, with the server's own words behind it where they tell more", () => {
    const error = new ApiError("request/invalid", "Please check: name: Too small.", 400);
    expect(messageOf(error, "zh")).toBe("请求的内容不符合要求。\nPlease check: name: Too small.");
    expect(messageOf(error, "en")).toBe("Please check: name: Too small.");
    expect([messageOf(new TypeError("x"), "en"), messageOf(new TypeError("x"), "zh")]).toEqual(["Something went wrong on our side. Try again.", "系统内部出现问题，请重试。"]);
  });
});

describe("sentenceOf", () => {
  it("knows a bare code in both languages, and answers for one that it does not know", () => {
    expect([sentenceOf("auth/invalid-credentials", "en"), sentenceOf("auth/invalid-credentials", "zh")]).toEqual(["That e-mail and password do not match.", "邮箱或密码不正确。"]);
    expect([sentenceOf("network/unreachable", "en"), sentenceOf("CredentialsSignin", "zh")]).toEqual(["Cadre does not answer. Is the server running? Try again.", "系统内部出现问题。"]);
  });
});

describe("warningText", () => {
  it("tells which pages, in order", () => {
    expect(warningText("Hidden text: 214 letters that a reader cannot see (white, tiny, covered or invisible) were left out on pages 1, 3.", "zh")).toBe("隐藏文字：第 1、3 页有 214 个读者看不见的字符（白色、极小、被遮挡或透明），已剔除。");
    expect(warningText("Page 2 is without a text layer (a scan): run text recognition to have them read.", "zh")).toBe("第 2 页没有文字层（扫描件），需先做文字识别才能读取。");
    expect(warningText("Pages 1, 2, 3 and 4 more are damaged and left out.", "zh")).toBe("第 1、2、3 页及另外 4 页已损坏，未读取。");
  });
});
