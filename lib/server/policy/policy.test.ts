/** @file The permission matrix, written out cell by cell: the forbidden half is as much a requirement as the other. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scopeOf } from "../../core/scope";
import { DOCUMENT_KINDS, ROLES, type DocumentId, type DocumentKind, type Principal, type Relations, type Role, type UserId } from "../../core/types";
import { ACTIONS, authorise, can, canReadDocument, isHiringManagerOf, isLearningPartnerOf, isManagerOf, isOneself, PERMISSIONS, permissionsOf, type Action } from ".";

const yes = true;
const no = false;

/** Columns in the order of ROLES: a person with that role (and the implicit employee) alone. */
const MATRIX: Record<Action, [employee: boolean, recruiter: boolean, reviewer: boolean, hrLead: boolean, admin: boolean]> = {
  //                          employee recruiter reviewer hr_lead admin
  "chat:ask": /*               */ [yes, yes, yes, yes, yes],
  "conversations:own": /*      */ [yes, yes, yes, yes, yes],
  "feedback:give": /*          */ [yes, yes, yes, yes, yes],
  "documents:list": /*         */ [yes, yes, yes, yes, yes],
  "documents:upload:policy": /**/ [no, no, no, yes, no],
  "documents:upload:course": /**/ [no, no, no, yes, no],
  "documents:upload:resume": /**/ [no, yes, no, yes, no],
  "documents:upload:job": /*   */ [no, yes, no, yes, no],
  "documents:manage:policy": /**/ [no, no, no, yes, no],
  "documents:manage:course": /**/ [no, no, no, yes, no],
  "documents:manage:resume": /**/ [no, yes, no, yes, no],
  "documents:manage:job": /*   */ [no, yes, no, yes, no],
  "documents:delete:policy": /**/ [no, no, no, yes, no],
  "documents:delete:course": /**/ [no, no, no, yes, no],
  "documents:delete:resume": /**/ [no, yes, no, yes, no],
  "documents:delete:job": /*   */ [no, yes, no, yes, no],
  "tasks:manage": /*           */ [no, no, no, yes, no],
  "questions:unanswered": /*   */ [no, no, no, yes, no],
  "candidates:search": /*      */ [no, yes, no, yes, no],
  "candidates:read": /*        */ [no, yes, no, yes, no],
  "openings:read": /*          */ [yes, yes, yes, yes, yes],
  "growth:own": /*           */ [yes, yes, yes, yes, yes],
  "growth:team": /*          */ [no, no, no, no, no],
  "growth:organisation": /*  */ [no, no, no, yes, no],
  "growth:manage": /*        */ [no, no, no, yes, no],
  "hr:ask": /*                 */ [yes, yes, yes, yes, yes],
  "hr:answer": /*              */ [no, no, yes, yes, no],
  "hr:publish": /*             */ [no, no, no, yes, no],
  "topics:edit": /*            */ [no, no, no, yes, no],
  "users:manage": /*           */ [no, no, no, no, yes],
  "people:read": /*            */ [no, yes, no, yes, yes],
  "people:read:employment": /* */ [no, no, no, yes, no],
  "people:manage": /*          */ [no, no, no, yes, no],
  "people:remove": /*          */ [no, no, no, yes, yes],
  "openings:recruit": /*       */ [no, yes, no, yes, no],
  "candidates:erase": /*       */ [no, yes, no, yes, no],
  "erasures:read": /*          */ [no, no, no, yes, no],
  "fairness:read": /*          */ [no, no, no, yes, no],
  "fairness:manage": /*        */ [no, no, no, yes, no],
  "openings:name-manager": /*  */ [no, yes, no, yes, no],
  "company:manage": /*         */ [no, no, no, no, yes],
  "retention:manage": /*       */ [no, no, no, yes, yes],
  "review:judge": /*           */ [no, no, yes, yes, no],
  "review:manage": /*          */ [no, no, no, yes, no],
  "models:read": /*            */ [no, no, yes, yes, no],
  "models:manage": /*          */ [no, no, no, yes, no],
  "insights:read": /*          */ [no, no, no, yes, no],
  "insights:manage": /*        */ [no, no, no, yes, no],
  "insights:own": /*           */ [yes, yes, yes, yes, yes],
  "audit:read": /*             */ [no, no, no, yes, no],
  "audit:read:accounts": /*    */ [no, no, no, yes, yes],
  "audit:export": /*           */ [no, no, no, yes, no],
  "audit:verify": /*           */ [no, no, no, yes, yes],
};

/** Rows: kinds; columns as above; the document's list names every role there is. */
const READABLE: Record<DocumentKind, [boolean, boolean, boolean, boolean, boolean]> = {
  policy: [yes, yes, yes, yes, yes],
  course: [yes, yes, yes, yes, yes],
  job: [yes, yes, yes, yes, yes],
  resume: [no, yes, no, yes, no],
};

const person = (roles: readonly Role[], id = "u-lin") => ({ userId: id as UserId, roles });

describe("role × action", () => {
  test("the matrix has a row for every action", () => {
    expect(Object.keys(MATRIX).sort()).toEqual([...ACTIONS].sort());
  });

  const cells = ACTIONS.flatMap((action) => ROLES.map((role, column) => ({ action, role, allowed: MATRIX[action][column] })));
  test.each(cells)("$role · $action · $allowed", ({ action, role, allowed }) => {
    expect(can(person([role]), action)).toBe(allowed);
    if (allowed) expect(() => authorise(person([role]), action)).not.toThrow();
    else expect(() => authorise(person([role]), action)).toThrow(expect.objectContaining({ code: "policy/forbidden" }));
  });

  test("someone without any role listed is an employee", () => {
    expect(permissionsOf(person([]))).toEqual(permissionsOf(person(["employee"])));
  });

  test("several roles give the union, nothing more", () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), (roles) => {
        const union = ACTIONS.filter((action) => ["employee" as const, ...roles].some((role) => can(person([role]), action)));
        expect(permissionsOf(person(roles))).toEqual(union);
      }),
    );
  });
});

describe("relations", () => {
  const ada = { id: "e-ada", department: "Works", site: "Leeds" };
  const lin = { id: "e-lin", department: "Sales", site: "Suzhou" };
  const none = { employeeId: "e-me", reports: [], openings: [], learning: [] };
  const withRelations = (relations: Partial<Relations>, roles: readonly Role[] = []) => ({ ...person(roles), relations: { ...none, ...relations } });

  test("an action that is held by relation is open toward that person only", () => {
    const manager = withRelations({ reports: ["e-ada"] });
    expect([can(manager, "people:read"), can(manager, "people:read", { person: ada }), can(manager, "people:read", { person: lin })]).toEqual([true, true, false]);
    const trainer = withRelations({ learning: [{ kind: "site", name: "Suzhou" }] });
    expect([can(trainer, "people:read", { person: ada }), can(trainer, "people:read", { person: lin })]).toEqual([false, true]);
    expect(can(withRelations({}), "people:read")).toBe(false);
    expect([can(manager, "growth:team", { person: ada }), can(manager, "growth:team", { person: lin }), can(manager, "growth:organisation")]).toEqual([true, false, false]);
    expect([can(trainer, "growth:organisation"), can(trainer, "growth:team"), can(trainer, "growth:manage")]).toEqual([true, false, false]);
    expect(can(withRelations({}, ["hr_lead"]), "people:read", { person: lin })).toBe(true);
  });

  test("a relation opens nothing that names only roles, and being hiring manager opens no people", () => {
    const everything = withRelations({ reports: ["e-ada"], openings: ["o-1" as DocumentId], learning: [{ kind: "company", name: "" }] });
    for (const action of ACTIONS) if (PERMISSIONS[action] === "everyone" || !PERMISSIONS[action].some((holder) => holder === "manager" || holder === "learning-partner")) expect(can(everything, action), action).toBe(can(person([]), action));
    expect(can(withRelations({ openings: ["o-1" as DocumentId] }), "people:read")).toBe(false);
  });

  test("the predicates say it one by one", () => {
    const actor = withRelations({ reports: ["e-ada"], openings: ["o-1" as DocumentId], learning: [{ kind: "department", name: "Sales" }] });
    expect([isManagerOf(actor, "e-ada"), isManagerOf(actor, "e-lin"), isManagerOf({}, "e-ada")]).toEqual([true, false, false]);
    expect([isHiringManagerOf(actor, "o-1"), isHiringManagerOf(actor, "o-2")]).toEqual([true, false]);
    expect([isLearningPartnerOf(actor, lin), isLearningPartnerOf(actor, ada), isOneself(actor, "e-me"), isOneself(actor, "e-ada")]).toEqual([true, false, true, false]);
  });

  test("a résumé that was shared with an opening opens for its hiring manager, and for no other relation or name", () => {
    const scope = scopeOf(withRelations({ openings: ["o-1" as DocumentId], reports: ["e-ada"] }, ["admin"]));
    const reads = (acl: readonly Principal[]) => canReadDocument(scope, { kind: "resume", acl });
    expect([reads(["opening:o-1"]), reads(["opening:o-2"]), reads(["manager-of:e-ada"]), reads(["user:u-lin", "role:admin"])]).toEqual([true, false, false, false]);
    expect(canReadDocument(scope, { kind: "policy", acl: ["manager-of:e-ada"] })).toBe(true);
  });
});

describe("the administrator is IT", () => {
  const admin = person(["admin"]);

  /** The whole of what being an administrator adds to being an employee. A new line here is a decision, not an accident. */
  const ADDS: readonly Action[] = ["company:manage", "retention:manage", "users:manage", "people:read", "people:remove", "audit:read:accounts", "audit:verify"];

  test("adds accounts, relations to look at, retention, installation and the account lines of the audit log; nothing of HR's content", () => {
    expect(permissionsOf(admin).filter((action) => !permissionsOf(person([])).includes(action))).toEqual(ADDS);
    for (const action of ACTIONS) {
      const content = /^(documents:(upload|manage|delete)|candidates|hr:(answer|publish)|review|questions|audit:(read|export)$|people:(manage|read:employment)|growth:(team|organisation|manage)|insights:(read|manage))/.test(action);
      if (content) expect(can(admin, action), action).toBe(false);
    }
  });

  test("reads no document that an employee with the same name on the list could not, whatever the list", () => {
    const anyList = fc.uniqueArray(fc.oneof(fc.constantFrom(...ROLES.filter((role) => role !== "admin")).map((role): Principal => `role:${role}`), fc.constantFrom<Principal>("user:u-lin", "user:u-omar", "opening:o-1", "manager-of:e-1")));
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENT_KINDS), anyList, (kind, acl) => {
        expect(canReadDocument(scopeOf(admin), { kind, acl })).toBe(canReadDocument(scopeOf(person([])), { kind, acl }));
      }),
      { numRuns: 2_000 },
    );
  });

  test("opens nobody else's chat and rates in nobody else's", () => {
    for (const action of ["conversations:own", "feedback:give"] as const) expect(can(admin, action, { ownerId: "u-omar" })).toBe(false);
  });
});

describe("objects", () => {
  test("a conversation is its owner's, whatever the role", () => {
    for (const role of ROLES) {
      expect(can(person([role]), "conversations:own", { ownerId: "u-lin" })).toBe(true);
      expect(can(person([role]), "conversations:own", { ownerId: "u-omar" })).toBe(false);
      expect(can(person([role]), "feedback:give", { ownerId: "u-omar" })).toBe(false);
    }
  });

  test("a candidate whose résumé names only someone else cannot be opened", () => {
    const document = { kind: "resume" as const, acl: ["user:u-omar" as const] };
    expect(can(person(["recruiter"]), "candidates:read", { document })).toBe(false);
    expect(can(person(["recruiter"], "u-omar"), "candidates:read", { document })).toBe(true);
  });
});

describe("documents", () => {
  const everyRole = ROLES.map((role): Principal => `role:${role}`);
  const cells = DOCUMENT_KINDS.flatMap((kind) => ROLES.map((role, column) => ({ kind, role, readable: READABLE[kind][column] })));
  test.each(cells)("$kind named for every role · $role · $readable", ({ kind, role, readable }) => {
    expect(canReadDocument(scopeOf(person([role])), { kind, acl: everyRole })).toBe(readable);
  });

  test("naming a person on a résumé does not let an employee, reviewer or admin in", () => {
    const acl: Principal[] = ["user:u-lin", ...everyRole];
    expect(canReadDocument(scopeOf(person(["employee", "reviewer", "admin"])), { kind: "resume", acl })).toBe(false);
  });

  test("an empty access list names nobody", () => {
    for (const kind of DOCUMENT_KINDS) expect(canReadDocument(scopeOf(person([...ROLES])), { kind, acl: [] })).toBe(false);
  });

  const kinds = fc.constantFrom(...DOCUMENT_KINDS);
  const roles = fc.subarray([...ROLES]);

  test("a list that names only others never opens a document", () => {
    const foreign = fc.oneof(
      fc.constantFrom(...ROLES).map((role): Principal => `role:${role}`),
      fc.string({ minLength: 1 }).map((id): Principal => `user:other-${id}`),
    );
    fc.assert(
      fc.property(kinds, roles, fc.array(foreign), (kind, held, acl) => {
        const scope = scopeOf(person(held));
        const others = acl.filter((principal) => !scope.principals.includes(principal));
        expect(canReadDocument(scope, { kind, acl: others })).toBe(false);
      }),
    );
  });

  test("a résumé opens for recruiter and hr_lead only, whatever its list and whatever other roles someone holds", () => {
    const anyPrincipal = fc.oneof(fc.constantFrom(...everyRole), fc.constant<Principal>("user:u-lin"));
    fc.assert(
      fc.property(roles, fc.array(anyPrincipal), (held, acl) => {
        const readable = canReadDocument(scopeOf(person(held)), { kind: "resume", acl });
        if (readable) expect(held.includes("recruiter") || held.includes("hr_lead")).toBe(true);
      }),
    );
  });

  test("taking names off a list never opens a document", () => {
    fc.assert(
      fc.property(kinds, roles, fc.subarray(everyRole), fc.subarray(everyRole), (kind, held, acl, removed) => {
        const scope = scopeOf(person(held));
        const fewer = acl.filter((principal) => !removed.includes(principal));
        if (canReadDocument(scope, { kind, acl: fewer })) expect(canReadDocument(scope, { kind, acl })).toBe(true);
      }),
    );
  });
});
