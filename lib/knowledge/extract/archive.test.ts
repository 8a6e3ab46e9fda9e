/**
 * @file Archives: good and bad members side by side, names in GBK, limits that hold whatever the archive claims.
 */
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { expandArchive } from "./archive";
import { extractDocument } from "./extract-document";

const codes = (members: ReturnType<typeof expandArchive>) => members.map((member) => ("code" in member ? [member.source, member.code] : [member.source, member.bytes.length]));

describe("expandArchive", () => {
  it("gives the good members and says why the others are refused", () => {
    const zip = zipSync({
      "policies/leave.md": strToU8("# Leave"),
      "policies/stored.txt": [strToU8("plain"), { level: 0 }],
      "logo.svg": strToU8("x"),
      "inner.zip": zipSync({ "a.md": strToU8("a") }),
      "../evil.md": strToU8("x"),
      "__MACOSX/policies/._leave.md": strToU8("x"),
      ".DS_Store": strToU8("x"),
      "folder/": new Uint8Array(0),
    });
    expect(codes(expandArchive(zip, "all.zip"))).toEqual([
      ["all.zip/policies/leave.md", 7],
      ["all.zip/policies/stored.txt", 5],
      ["all.zip/logo.svg", "document/unsupported-type"],
      ["all.zip/inner.zip", "document/unsupported-type"],
      ["all.zip/../evil.md", "request/invalid"],
    ]);
  });

  it("gives members that extract", async () => {
    const [member] = expandArchive(zipSync({ "a.md": strToU8("# Title\n\nBody") }), "z.zip");
    if (!member || "code" in member) throw new Error("expected bytes");
    expect((await extractDocument(member.bytes, member.source)).title).toBe("Title");
  });

  it("reads names in GBK and in UTF-8", () => {
    const utf8Name = zipSync({ "年假.md": strToU8("x") });
    expect(expandArchive(utf8Name, "z.zip")[0]?.source).toBe("z.zip/年假.md");
    // The same name as Chinese Windows writes it: 4 bytes of GBK, no UTF-8 flag.
    const gbk = zipSync({ "abcd.md": strToU8("x") });
    const bytes = Buffer.from(gbk);
    for (let at = bytes.indexOf("abcd"); at !== -1; at = bytes.indexOf("abcd", at + 4)) Buffer.from([0xc4, 0xea, 0xbc, 0xd9]).copy(bytes, at);
    expect(expandArchive(new Uint8Array(bytes), "z.zip")[0]?.source).toBe("z.zip/年假.md");
  });

  it("stops at every limit", () => {
    const zip = zipSync({ "a.txt": new Uint8Array(5000), "b.txt": strToU8("b") });
    expect(codes(expandArchive(zip, "z", { maxFileBytes: 1000 }))).toEqual([["z/a.txt", "document/too-large"], ["z/b.txt", 1]]);
    expect(() => expandArchive(zip, "z", { maxTotalBytes: 4000 })).toThrowError(expect.objectContaining({ code: "document/too-large" }));
    expect(() => expandArchive(zip, "z", { maxEntries: 1 })).toThrowError(expect.objectContaining({ code: "document/too-many-files" }));
  });

  it("does not believe a stated size", () => {
    const zip = Buffer.from(zipSync({ "bomb.txt": new Uint8Array(2_000_000) }));
    const entry = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    zip.writeUInt32LE(10, entry + 24);
    expect(codes(expandArchive(new Uint8Array(zip), "z", { maxFileBytes: 1000 }))).toEqual([["z/bomb.txt", "document/too-large"]]);
    expect(codes(expandArchive(new Uint8Array(zip), "z"))).toEqual([["z/bomb.txt", "document/broken"]]);
  });

  it("refuses what is no archive, a cut one and an empty one", () => {
    const zip = zipSync({ "a.md": strToU8("a") });
    expect(() => expandArchive(strToU8("hello"), "z")).toThrowError(expect.objectContaining({ code: "document/broken" }));
    expect(() => expandArchive(zip.slice(0, zip.length - 30), "z")).toThrowError(expect.objectContaining({ code: "document/broken" }));
    expect(() => expandArchive(zipSync({}), "z")).toThrowError(expect.objectContaining({ code: "document/empty" }));
  });

  it("marks one damaged member and gives the others", () => {
    const zip = Buffer.from(zipSync({ "a.txt": strToU8("some text that is long enough to be deflated deflated"), "b.txt": strToU8("b") }));
    zip.fill(0xff, zip.indexOf("a.txt") + 5, zip.indexOf("a.txt") + 25);
    expect(codes(expandArchive(new Uint8Array(zip), "z"))).toEqual([["z/a.txt", "document/broken"], ["z/b.txt", 1]]);
  });
});
