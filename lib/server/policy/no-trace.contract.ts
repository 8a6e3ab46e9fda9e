/**
 * @file Property: a document that a person may not read leaves no trace in anything they see. Over random graphs of people
 * (roles, relations, directory entry) and documents (kinds, access lists, validity, scope, succession): with and without the
 * hidden documents, wherever they come in the order, the answer, its events, counts, ranking, scores, repairs and suggestions
 * are the same to the byte. Everything is real but the encoder, which hashes words. A few hundred graphs in `npm test`,
 * two thousand in `npm run test:chaos`; the fewer are the first of the more.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createAssistant } from "../../assistant/assistant";
import { wordHashEncoder } from "../../assistant/fixtures";
import type { AssistantEvent } from "../../assistant/types";
import { MANAGERS, NO_TERMS, type DocumentTerms } from "../../core/document-terms";
import { scopeOf } from "../../core/scope";
import { ROLES, type Actor, type ChunkId, type DocumentId, type DocumentKind, type Principal, type Role, type UserId } from "../../core/types";
import { createExactIndex } from "../../knowledge/index/exact-index";
import { createLexicalIndex } from "../../knowledge/lexical";
import { createKnowledgeBase } from "../../knowledge/retrieval/knowledge-base";
import { embeddingText } from "../../knowledge/retrieval/embedding-text";
import { capabilitiesOf } from "../chat/capabilities";
import { createReadSide, type DocumentFacts, type ReadSide } from "../read-side";
import { canReadDocument } from "./documents";

const TODAY = "2026-06-15";
const SITES = ["Leeds", "Suzhou", "Rotterdam"];
const TEXTS = [
  "The parking permit costs 12 pounds per month in the yard.",
  "The parking permit costs 18 euros per month in the yard.",
  "Full-time employees have 26 days of annual leave per year.",
  "Full-time employees have 28 days of annual leave per year.",
  "Nobody may bring dogs into the canteen.",
  "Dogs may come into the canteen on Fridays.",
  "Overtime is paid at 150 percent from the first hour.",
  "The bicycle store opens at seven and the bicycle allowance is 20 euros.",
  "Welder and fitter with eight years at Brightloom, speaks German, lives in Leeds.",
  "食堂餐补每月三百元，随工资发放。",
  "年假每年十天，可以结转到明年三月。",
];
const QUESTIONS = [
  "How much is the parking permit per month?",
  "how much is the parkng permt in Suzhou",
  "How many days of anual leave do I have?",
  "How many days of annual leave were there under the old policy?",
  "What was the parking permit fee in 2025?",
  "Are dogs allowed in the canteen?",
  "Is there a bycicle alowance for apprentices?",
  "overtime",
  "Find me a welder who speaks German",
  "Who is a fitter with eight years?",
  "餐补每月多少？",
  "利兹的年假有几天？",
];

const KINDS: readonly DocumentKind[] = ["policy", "policy", "policy", "course", "job", "resume"];
const PRINCIPALS: readonly Principal[] = [...ROLES.map((role) => `role:${role}` as const), "user:u-me", "user:u-other", "opening:o-1", "opening:o-2", "manager-of:e-1", "manager-of:e-2"];
const day = fc.constantFrom(null, "2025-01-01", "2025-12-31", "2026-03-01", TODAY, "2026-12-01");

interface GraphDocument {
  readonly kind: DocumentKind;
  readonly acl: readonly Principal[];
  readonly texts: readonly number[];
  readonly terms: Omit<DocumentTerms, "supersedes">;
  /** Position of another document of the graph. */
  readonly supersedes: number | null;
}

const termsOf = fc.record({ validFrom: day, validUntil: day, sites: fc.subarray(SITES, { maxLength: 2 }), contracts: fc.subarray(["permanent", "apprentice"], { maxLength: 1 }), audience: fc.subarray(["Design", MANAGERS], { maxLength: 1 }), languages: fc.subarray(["en" as const, "zh" as const], { maxLength: 1 }) });
const noTerms = fc.constant({ validFrom: null, validUntil: null, sites: [], contracts: [], audience: [], languages: [] });
const document: fc.Arbitrary<GraphDocument> = fc.record({
  kind: fc.constantFrom(...KINDS),
  acl: fc.oneof({ weight: 2, arbitrary: fc.constant<Principal[]>(["role:employee"]) }, { weight: 3, arbitrary: fc.subarray([...PRINCIPALS], { maxLength: 3 }) }),
  texts: fc.uniqueArray(fc.nat(TEXTS.length - 1), { minLength: 1, maxLength: 3 }),
  terms: fc.oneof(noTerms, termsOf),
  supersedes: fc.option(fc.nat(6), { nil: null, freq: 3 }),
});
const person = fc.record({
  roles: fc.subarray<Role>([...ROLES], { maxLength: 2 }),
  openings: fc.subarray(["o-1", "o-3"]),
  reports: fc.subarray(["e-1", "e-3"]),
  facts: fc.record({ site: fc.constantFrom(null, ...SITES), contract: fc.constantFrom(null, "permanent", "apprentice"), groups: fc.constantFrom(null, ["Design"], ["Foundry", MANAGERS]), language: fc.constantFrom(null, "en" as const, "zh" as const) }),
});
const graph = fc.record({ person, documents: fc.array(document, { minLength: 2, maxLength: 7 }), question: fc.nat(QUESTIONS.length - 1), follows: fc.boolean() });
type Graph = typeof graph extends fc.Arbitrary<infer G> ? G : never;

const vectors = new Map<string, Float32Array>();
beforeAll(async () => {
  for (const text of TEXTS) vectors.set(text, (await wordHashEncoder.embed([embeddingText({ documentTitle: titleOf(text), headings: [], text })]))[0] ?? new Float32Array());
});
const titleOf = (text: string) => text.split(" ").slice(0, 3).join(" ");

function actorOf({ person: who }: Graph): Actor {
  const relations = { employeeId: "e-me", reports: who.reports, openings: who.openings as DocumentId[], learning: [] } satisfies NonNullable<Actor["relations"]>;
  return { userId: "u-me" as UserId, name: "Me", roles: who.roles, relations };
}

const idOf = (position: number) => `d${position}` as DocumentId;

/** The read side as the server builds it, of the documents that `isThere`; a predecessor that is not there is forgotten, as the database does. */
function build({ documents }: Graph, isThere: (position: number) => boolean): ReadSide {
  const readSide = createReadSide(createKnowledgeBase({ encoder: wordHashEncoder, vectors: createExactIndex(wordHashEncoder.dimension), lexical: createLexicalIndex() }));
  documents.forEach((entry, position) => {
    if (!isThere(position)) return;
    const { supersedes } = entry;
    const older = supersedes !== null && supersedes !== position && supersedes < documents.length && isThere(supersedes) ? idOf(supersedes) : null;
    const terms: DocumentTerms = { ...NO_TERMS, ...entry.terms, supersedes: older };
    const id = idOf(position);
    const facts: DocumentFacts = { id, title: `Paper ${position}`, source: `${id}.md`, kind: entry.kind, language: "en", acl: entry.acl, person: { name: `Person ${position}`, title: null, location: null, years: null }, pages: [], ocr: null, terms: JSON.stringify(terms) === JSON.stringify(NO_TERMS) ? null : terms };
    let start = 0;
    const chunks = entry.texts.map((n, ordinal) => {
      const text = TEXTS[n] ?? "";
      const chunk = { id: `${id}.${ordinal}` as ChunkId, ordinal, start, end: start + text.length, page: null, headings: [], text, vector: vectors.get(text) ?? new Float32Array(wordHashEncoder.dimension) };
      start += text.length + 1;
      return chunk;
    });
    readSide.add(facts, chunks);
  });
  return readSide;
}

/** Everything that reaches the person. Times are left out: they differ from run to run. */
async function seenBy(graphOf: Graph, readSide: ReadSide): Promise<string> {
  const actor = actorOf(graphOf);
  const scope = scopeOf(actor);
  const events: AssistantEvent[] = [];
  const assistant = createAssistant({ knowledge: readSide.knowledge, describePerson: (id) => readSide.factsOf(id)?.person ?? { name: null, title: null, location: null, years: null } });
  const terms = readSide.termsFor(scope);
  const history = graphOf.follows ? [{ question: "How much is the parking permit?", understoodAs: null, outcome: "answered" as const, documents: ["Paper 0"] }] : [];
  const { answer, retrieved, documents } = await assistant.ask(
    { question: QUESTIONS[graphOf.question] ?? "", history, capabilities: capabilitiesOf(actor), mayRead: readSide.mayRead(scope), applicability: { asker: graphOf.person.facts, today: TODAY, terms, titleOf: (id) => readSide.factsOf(id)?.title } },
    (event) => events.push(event),
  );
  return JSON.stringify({ answer, retrieved, documents, events, terms: [...terms].sort() });
}

/** Positions that the person may not read, and those of the rest. */
function hiddenIn(graphOf: Graph): ReadonlySet<number> {
  const scope = scopeOf(actorOf(graphOf));
  return new Set(graphOf.documents.flatMap((entry, position) => (canReadDocument(scope, entry) ? [] : [position])));
}

/** @param runs how many random graphs; a fifth as many for taking away and closing */
export function noTraceContract(runs: number): void {
  describe("a document that one may not read", () => {
    it(`changes nothing that one sees, in ${runs} random graphs`, { timeout: 600_000 }, async () => {
      let withHidden = 0;
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(graph, async (graphOf) => {
          const hidden = hiddenIn(graphOf);
          if (hidden.size > 0) withHidden++;
          const without = await seenBy(graphOf, build(graphOf, (position) => !hidden.has(position)));
          const full = build(graphOf, () => true);
          expect(await seenBy(graphOf, full)).toBe(without);
          if (/"outcome":"(?:answered|candidates|closest)"/.test(without)) answered++;
        }),
        { numRuns: runs, seed: 20261122 },
      );
      // The property would hold of empty worlds too: most graphs must have something to hide and something to say.
      expect(withHidden).toBeGreaterThan(runs * 0.6);
      expect(answered).toBeGreaterThan(runs * 0.3);
    });

    it("nor does taking it away again, or closing it to someone who could read it", { timeout: 300_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(graph, fc.nat(6), async (graphOf, which) => {
          const hidden = hiddenIn(graphOf);
          const readSide = build(graphOf, () => true);
          for (const position of hidden) readSide.remove(idOf(position));
          const without = build(graphOf, (position) => !hidden.has(position));
          expect(await seenBy(graphOf, readSide)).toBe(await seenBy(graphOf, without));
          const position = which % graphOf.documents.length;
          const entry = graphOf.documents[position];
          if (!entry || hidden.has(position)) return;
          const closed: Graph = { ...graphOf, documents: graphOf.documents.map((other, at) => (at === position ? { ...other, acl: [] } : other)) };
          const shut = build(graphOf, () => true);
          shut.setAcl(idOf(position), []);
          expect(await seenBy(closed, shut)).toBe(await seenBy(closed, build(closed, (at) => at !== position && !hidden.has(at))));
        }),
        { numRuns: Math.ceil(runs / 5), seed: 7 },
      );
    });
  });
}
