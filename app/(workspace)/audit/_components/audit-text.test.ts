import { expect, test } from "vitest";
import { AUDIT_ACTIONS, type AuditLine } from "@/lib/contracts/audit";
import { actionText, actorText, factsText, objectText, speechIn } from "./audit-text";
import { ACTION, ACTION_CHOICES } from "./audit-words";

const hash = "0".repeat(64);
const line = (changed: Partial<AuditLine>): AuditLine => ({ seq: 1, at: "2026-03-04T05:06:07.089Z", actor: { type: "person", id: "u-019aa8f0", roles: [] }, action: "document.opened", object: { kind: "document", id: "d-019aa8f0" }, facts: { kind: "resume" }, address: null, previousHash: hash, hash, ...changed });
const known = { accounts: { "u-019aa8f0": "Noor Visser" }, documents: { "d-019aa8f0": "Leave policy" } };
const names = speechIn("en", known);
const none = speechIn("en", { accounts: {}, documents: {} });
const chinese = speechIn("zh", known);

test("who and what, with names as of now; without one a person is erased, a document gone or closed", () => {
  expect([actorText(line({}), names), objectText(line({}), names)]).toEqual(["Noor Visser", "Leave policy"]);
  expect([actorText(line({}), none), objectText(line({}), none)]).toEqual(["Erased person 019aa8f0", "Résumé 019aa8f0, gone or not open to you"]);
  expect(actorText(line({ actor: { type: "system", id: "cadre ingest", roles: [] } }), none)).toBe("Cadre: cadre ingest");
  expect(actorText(line({ actor: { type: "nobody", id: null, roles: [] } }), none)).toBe("Nobody signed in");
  expect(objectText(line({ object: { kind: "account", id: "u-019aa8f0" } }), names)).toBe("Noor Visser");
  expect(objectText(line({ object: { kind: "document", id: null } }), names)).toBeNull();
});

test("facts in words", () => {
  const facts = (action: string, of: AuditLine["facts"]) => factsText(line({ action, facts: of }), names);
  expect(facts("document.changed", { kind: "policy", title: true, readersBefore: ["role:employee"], readersAfter: ["role:hr_lead", "user:u-019aa8f0"] })).toBe("title · readers: Everyone → HR leads, Noor Visser");
  expect(facts("document.deleted", { kind: "policy", replacedBy: "d2" })).toBe("Policy · a newer file took its place");
  expect(facts("account.changed", { fields: ["name", "roles", "disabled", "password"], roles: ["employee", "recruiter"], disabled: true })).toBe("name · roles: Recruiter · disabled · new password");
  expect(facts("access.denied", { method: "PAGE", route: "/candidates", answer: "forbidden" })).toBe("not open to them · screen /candidates");
  expect(facts("candidates.searched", { shown: 1, documents: ["d"], place: "chat" })).toBe("1 candidate shown · in the chat");
  expect(facts("audit.exported", { format: "csv", lines: 3, person: "u-019aa8f0", action: null, byDocument: true, from: null, until: null })).toBe("CSV · 3 lines · only Noor Visser, one document");
});

test("a line that a newer version wrote is shown as it is, whatever it is called", () => {
  for (const action of ["weather.forecast", "toString", "__proto__"]) {
    expect([actionText(action, names), actionText(action, chinese)]).toEqual([action, action]);
    expect(factsText(line({ action, facts: { version: 7 } }), none)).toBe('{"version":7}');
  }
});

test("every action has its words, and every choice of the filter is an action or a group of them", () => {
  expect(Object.keys(ACTION).sort()).toEqual([...AUDIT_ACTIONS].sort());
  for (const { value } of ACTION_CHOICES.filter((choice) => choice.value !== "")) expect(AUDIT_ACTIONS.some((action) => action === value || action.startsWith(`${value}.`)), value).toBe(true);
});

test("the same lines in Chinese", () => {
  const facts = (action: string, of: AuditLine["facts"]) => factsText(line({ action, facts: of }), chinese);
  expect(actionText("document.opened", chinese)).toBe("打开文件");
  expect(objectText(line({}), speechIn("zh", { accounts: {}, documents: {} }))).toBe("简历 019aa8f0（已删除或您无权查看）");
  expect(facts("document.changed", { kind: "policy", title: true, readersBefore: ["role:employee"], readersAfter: ["role:hr_lead", "user:u-019aa8f0"] })).toBe("标题 · 可查阅范围：全体员工 → 人力资源主管、Noor Visser");
  expect(facts("account.changed", { fields: ["name", "roles", "disabled", "password"], roles: ["employee", "recruiter"], disabled: false })).toBe("姓名 · 角色：招聘专员 · 已启用 · 重设密码");
  expect(facts("audit.exported", { format: "csv", lines: 3, person: null, action: "document.opened", byDocument: false, from: null, until: null })).toBe("CSV · 3 条记录 · 仅限打开文件");
});

test("a new action has words in both languages, and none of them stands twice", () => {
  for (const language of ["en", "zh"] as const) {
    const said = Object.values(ACTION).map((both) => both[language]);
    expect(new Set(said).size).toBe(said.length);
  }
});
