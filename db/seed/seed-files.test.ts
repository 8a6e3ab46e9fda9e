/**
 * @file The demo company's data holds together: enough of everything, unique ids, agreeing references. Rendering is
 * tested in generate/.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ROLES } from "../../lib/core/types";
import { parseDocumentSource } from "./generate/document/source";
import { DEMO_ACCOUNTS, EMPLOYEES, seedFolder } from ".";
import { PDF_LAYOUTS } from "./people/resume";
import { RESUMES } from "./people/resumes";

type Resume = (typeof RESUMES)[number];

/** What the person wrote: texts, list items, pairs, the lines of each post. */
function passagesOf(resume: Resume): string[] {
  return resume.sections.flatMap((section) => {
    if (section.kind === "text") return [section.text];
    if (section.kind === "list") return section.items;
    if (section.kind === "pairs") return section.items.map(([, value]) => value);
    return section.items.flatMap((item) => item.lines);
  });
}

describe("résumés", () => {
  it("are many, in both languages, in every format and layout", () => {
    const count = (test: (resume: Resume) => boolean) => RESUMES.filter(test).length;
    expect(RESUMES.length).toBeGreaterThanOrEqual(44);
    expect(count((r) => r.language === "en")).toBeGreaterThanOrEqual(28);
    expect(count((r) => r.language === "zh")).toBeGreaterThanOrEqual(16);
    expect(count((r) => r.format === "pdf")).toBeGreaterThanOrEqual(24);
    expect(count((r) => r.format === "docx")).toBeGreaterThanOrEqual(10);
    expect(count((r) => r.format === "md")).toBeGreaterThanOrEqual(8);
    for (const layout of PDF_LAYOUTS)
      expect(
        count((r) => r.layout === layout),
        layout,
      ).toBeGreaterThan(1);
    expect(count((r) => r.look.hiddenText !== undefined)).toBe(1);
    expect(count((r) => r.look.photoFrame === true)).toBeGreaterThan(0);
  });

  it("have their own id, name, e-mail, phone and words", () => {
    for (const field of ["id", "name", "email", "phone"] as const) {
      expect(new Set(RESUMES.map((resume) => resume[field])).size, field).toBe(RESUMES.length);
    }
  });

  it("use addresses that no one can have", () => {
    for (const resume of RESUMES) expect(resume.email).toMatch(/@example\.(org|com|net)$/);
  });

  it("share no long run of words (no near-copies)", () => {
    const owners = new Map<string, string>();
    for (const resume of RESUMES) {
      for (const passage of passagesOf(resume)) {
        const tokens = passage.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
        for (let i = 0; i + 7 <= tokens.length; i++) {
          const run = tokens.slice(i, i + 7).join(" ");
          expect(owners.get(run) ?? resume.id, run).toBe(resume.id);
          owners.set(run, resume.id);
        }
      }
    }
  });
});

describe("openings", () => {
  const folder = path.join(seedFolder(), "openings");
  const openings = readdirSync(folder).map((name) =>
    parseDocumentSource(readFileSync(path.join(folder, name), "utf8"), name),
  );

  it("are at least fourteen, English and Chinese, open to every employee", () => {
    expect(openings.length).toBeGreaterThanOrEqual(14);
    expect(openings.filter((o) => o.language === "zh").length).toBeGreaterThanOrEqual(4);
    for (const opening of openings) expect(opening.acl).toEqual(["role:employee"]);
  });

  it("say what is a must and what is nice to have", () => {
    for (const opening of openings) {
      expect(opening.markdown, opening.title).toMatch(/Must have|必须具备/);
      expect(opening.markdown, opening.title).toMatch(/Nice to have|优先考虑/);
    }
  });
});

describe("directory and accounts", () => {
  it("list at least 32 people with their own ids and addresses of the reserved domain", () => {
    expect(EMPLOYEES.length).toBeGreaterThanOrEqual(32);
    expect(new Set(EMPLOYEES.map((e) => e.id)).size).toBe(EMPLOYEES.length);
    expect(new Set(EMPLOYEES.map((e) => e.email)).size).toBe(EMPLOYEES.length);
    for (const person of EMPLOYEES) {
      expect(person.email).toMatch(/^[a-z.-]+@veldermere\.example$/);
      expect(person.startedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it("name a manager who comes earlier in the list, but for the managing director", () => {
    const seen = new Set<string>();
    for (const person of EMPLOYEES) {
      if (person.managerId === null) expect(person.title).toBe("Managing director");
      else expect(seen, person.name).toContain(person.managerId);
      seen.add(person.id);
    }
  });

  it("agree with the page about the company on who is who", () => {
    const company = readFileSync(path.join(seedFolder(), "company.md"), "utf8");
    for (const person of EMPLOYEES.slice(0, 23)) {
      const name = person.name === "Kees Veldermere-Brandt" ? 'Cornelis "Kees" Veldermere-Brandt' : person.name;
      expect(company).toContain(name);
    }
  });

  it("give every role an account, always with employee, and one whose language is Chinese", () => {
    expect(DEMO_ACCOUNTS.length).toBe(8);
    for (const role of ROLES)
      expect(
        DEMO_ACCOUNTS.some((account) => account.roles.includes(role)),
        role,
      ).toBe(true);
    for (const account of DEMO_ACCOUNTS) {
      expect(account.roles).toContain("employee");
      expect(account.roles.every((role) => ROLES.includes(role))).toBe(true);
      expect(account.password.length).toBeGreaterThanOrEqual(10);
    }
    const zh = EMPLOYEES.filter((e) => e.language === "zh").map((e) => e.email);
    expect(DEMO_ACCOUNTS.some((account) => account.roles.length === 1 && zh.includes(account.email))).toBe(true);
  });
});

describe("recruiter requests", () => {
  const requests = readFileSync(path.join(seedFolder(), "questions-people.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map(
      (line) => JSON.parse(line) as { id: string; question: string; language: string; gold: Record<string, number> },
    );

  it("are at least forty, with unique ids and words", () => {
    expect(requests.length).toBeGreaterThanOrEqual(40);
    expect(new Set(requests.map((r) => r.id)).size).toBe(requests.length);
    expect(new Set(requests.map((r) => r.question)).size).toBe(requests.length);
    expect(requests.filter((r) => r.language === "zh").length).toBeGreaterThanOrEqual(15);
  });

  it("grade résumés that exist, from 1 to 3 (absent: 0); the hostile one nowhere", () => {
    const files = new Set(RESUMES.map((resume) => `${resume.id}.${resume.format}`));
    for (const request of requests) {
      for (const [file, grade] of Object.entries(request.gold)) {
        expect(files, request.id).toContain(file);
        expect([1, 2, 3]).toContain(grade);
      }
      expect(Object.keys(request.gold)).not.toContain("dexter-vanterpool.pdf");
    }
  });
});

describe("terms of policies", () => {
  const sources = ["earlier", "policies"].flatMap((folder) =>
    readdirSync(path.join(seedFolder(), folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => {
        const source = `${folder}/${name.split(path.sep).join("/")}`;
        return { source, ...parseDocumentSource(readFileSync(path.join(seedFolder(), source), "utf8"), source) };
      }),
  );
  const known = (of: (person: (typeof EMPLOYEES)[number]) => string) => new Set(EMPLOYEES.map(of));

  it("name sites, contracts and departments that the directory has", () => {
    for (const { source, terms } of sources) {
      for (const site of terms.sites) expect(known((p) => p.site), source).toContain(site);
      for (const contract of terms.contracts) expect(known((p) => p.contract), source).toContain(contract);
      for (const group of terms.audience) expect(known((p) => p.department), source).toContain(group);
    }
    expect(sources.filter(({ terms }) => terms.sites.length > 0).length).toBeGreaterThan(25);
  });

  it("every earlier policy ends on the day before its successor begins", () => {
    const earlier = sources.filter(({ source }) => source.startsWith("earlier/"));
    expect(earlier.length).toBeGreaterThanOrEqual(2);
    for (const { source, terms } of earlier) {
      const next = sources.find((other) => other.terms.supersedes === source)?.terms.validFrom;
      expect(next && Date.parse(next) - Date.parse(terms.validUntil ?? ""), source).toBe(86_400_000);
    }
  });
});
