/** @file The palette's order: what fits best comes first, and nothing that does not fit comes at all. */
import { describe, expect, it } from "vitest";
import { chooseItems, type PaletteItem } from "./palette-items";

const item = (group: PaletteItem["group"], name: string, more: Partial<PaletteItem> = {}): PaletteItem => ({ id: `${group}:${name}`, group, name, atOnce: group !== "documents", run: () => undefined, ...more });
const items = [
  item("go", "Documents", { also: ["文件"] }),
  item("go", "Audit log", { also: ["审计日志"] }),
  item("chats", "What does the leave policy say?"),
  item("documents", "Leave policy"),
  item("settings", "Sign out", { also: ["退出登录"] }),
];
const names = (typed: string) => chooseItems(items, typed).map(({ name }) => name);

describe("chooseItems", () => {
  it("offers commands and chats before anything is typed, documents only by name", () => {
    expect(names("")).toEqual(["Documents", "Audit log", "What does the leave policy say?", "Sign out"]);
  });
  it("puts the group with the best fit first", () => {
    expect(names("leave")).toEqual(["Leave policy", "What does the leave policy say?"]);
  });
  it("leaves scattered letters out where a name has the word itself", () => {
    const some = [item("documents", "Overtime", { also: ["policies/overtime.md"] }), item("documents", "PLC engineer")];
    expect(chooseItems(some, "plc").map(({ name }) => name)).toEqual(["PLC engineer"]);
    expect(chooseItems(some.slice(0, 1), "plc").map(({ name }) => name)).toEqual(["Overtime"]);
  });
  it("finds a command by its name in the other language", () => expect(names("退出")).toEqual(["Sign out"]));
  it("keeps the order of equals and ends a group at its limit", () => {
    const many = Array.from({ length: 20 }, (_, n) => item("documents", `Leave ${String(n).padStart(2, "0")}`));
    expect(chooseItems(many, "leave").map(({ name }) => name)).toEqual(many.slice(0, 8).map(({ name }) => name));
  });
});
