/**
 * @file The documents page's live feed: the whole list first (so that a reload loses nothing), then each change, seen
 * through the reader's own scope. Bursts of one document are told once per turn.
 */
import { findDocument, listDocuments } from "../../../db/queries/documents";
import type { documentEvents } from "../../contracts/documents";
import { scopeOf } from "../../core/scope";
import type { Actor, DocumentId } from "../../core/types";
import type { z } from "zod";
import type { Services } from "../services";
import type { SseStream } from "../sse";
import { viewDocuments } from "./view";

type Events = { [K in keyof typeof documentEvents]: { event: K; data: z.infer<(typeof documentEvents)[K]> } }[keyof typeof documentEvents];

/** Runs until the reader goes away. */
export async function streamDocuments(services: Services, actor: Actor, stream: SseStream<Events>): Promise<void> {
  const scope = scopeOf(actor);
  const changed = new Set<DocumentId>();
  /** What this reader has been shown. Changes to anything else must not even be told to exist. */
  const shown = new Set<DocumentId>();
  let notify = () => {};
  stream.signal.addEventListener("abort", () => notify(), { once: true });
  const unsubscribe = services.events.subscribe((change) => {
    changed.add(change.id);
    notify();
  });
  const wait = () => new Promise<void>((resolve) => (notify = resolve));
  try {
    const rows = await listDocuments(services.db, scope);
    const documents = await viewDocuments(services, actor, rows);
    for (const row of rows) shown.add(row.id);
    stream.send({ event: "list", data: { documents, total: documents.length } });
    while (!stream.signal.aborted) {
      if (changed.size === 0) await wait();
      if (stream.signal.aborted) break;
      const ids = [...changed];
      changed.clear();
      for (const id of ids) await tell(id);
    }
  } finally {
    unsubscribe();
  }

  async function tell(id: DocumentId) {
    const row = await findDocument(services.db, scope, id);
    const [view] = row ? await viewDocuments(services, actor, [row]) : [];
    if (view) {
      shown.add(id);
      stream.send({ event: "document", data: view });
    } else if (shown.delete(id)) {
      // What one may no longer read looks exactly like what is gone.
      stream.send({ event: "removed", data: { id } });
    }
  }
}
