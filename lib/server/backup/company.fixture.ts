/** @file A small data folder that lives: a database on disk, originals, documents that come and go, requests answered. */
import { openDatabase, type OpenDatabase } from "../../../db/client";
import { commitDocument, deleteDocument, enqueueDocuments, type ProcessedDocument } from "../../../db/queries/documents";
import { putSetting } from "../../../db/queries/settings";
import { rowsOf } from "../../../db/rows-of";
import { dataPaths, type DataPaths } from "../../config/paths";
import { invariant } from "../../core/invariant";
import { newId } from "../../core/ids";
import { systemScope } from "../../core/scope";
import type { ChunkId, DocumentId, EncoderVersion, JobId } from "../../core/types";
import { createFileStore, type FileStore } from "../ingest/file-store";
import { recordBackup } from "./audit-lines";
import { putDataAside } from "./put-aside";
import { serveSnapshotRequests, type RequestServer } from "./snapshot-requests";

const scope = systemScope("test");
const CHUNKS = 5;

export interface Company {
  readonly paths: DataPaths;
  readonly opened: OpenDatabase;
  readonly files: FileStore;
  readonly requests: RequestServer;
  /** Uploads one document as the server does; @param ready false: it stays in the queue. */
  addDocument(name: string, ready?: boolean): Promise<DocumentId>;
  removeDocument(id: DocumentId): Promise<void>;
  close(): Promise<void>;
}

/** @param root the data folder; made when missing */
export async function openCompany(root: string): Promise<Company> {
  const paths = dataPaths(root);
  const opened = await openDatabase({ dataDir: paths.root });
  const { db, copyTo } = opened;
  invariant(copyTo, () => "PGlite on disk can be copied");
  const files = createFileStore(paths.files);
  const requests = serveSnapshotRequests(paths, async () => ({ warnings: await recordBackup(db, true), ...(await putDataAside(paths, copyTo)) }));
  await putSetting(db, scope, { key: "company", value: "Alder 公司" });
  return {
    paths,
    opened,
    files,
    requests,
    async addDocument(name, ready = true) {
      const text = `${name}\n\nOriginal of ${name}, ${"long ".repeat(200)}`;
      const sha256 = await files.put(new TextEncoder().encode(text));
      const [id, jobId] = [newId<DocumentId>(), newId<JobId>()];
      await enqueueDocuments(db, scope, [{ id, jobId, kind: "policy", source: name, title: name, titleGiven: false, mediaType: "text/plain", sha256, sizeBytes: text.length, acl: ["role:employee"], replacesId: null, uploadedBy: null, demo: false }]);
      if (ready) await commitDocument(db, scope, id, jobId, processed(name, text));
      return id;
    },
    async removeDocument(id) {
      const deleted = await deleteDocument(db, scope, id);
      if (deleted?.fileToRemove) await files.remove(deleted.fileToRemove);
    },
    async close() {
      await requests.close();
      await opened.close();
    },
  };
}

function processed(title: string, text: string): ProcessedDocument {
  const step = Math.floor(text.length / CHUNKS);
  const chunks = Array.from({ length: CHUNKS }, (_, ordinal) => ({
    id: newId<ChunkId>(),
    ordinal,
    start: ordinal * step,
    end: (ordinal + 1) * step,
    page: null,
    headings: [title],
    text: text.slice(ordinal * step, (ordinal + 1) * step),
    vector: Float32Array.from({ length: 384 }, (_each, i) => Math.sin(i + ordinal)),
  }));
  return { title, language: "en", text, pages: [], blocks: [], warnings: [], person: { name: null, title: null, location: null, years: null }, encoderVersion: "test@1" as EncoderVersion, chunks };
}

/** Documents that are neither wholly there nor wholly waiting; empty when the data is sound. */
export async function findHalfIndexed(root: string): Promise<{ documents: number; ready: number; half: string[] }> {
  const opened = await openDatabase({ dataDir: root });
  try {
    const rows = rowsOf<{ source: string; status: string; texts: number; chunks: number; vectors: number; listed: number; jobs: number; acl: number }>(
      await opened.db.execute(`
        select d.source, d.status, d.chunk_count as listed,
          (select count(*)::int from document_texts t where t.document_id = d.id) as texts,
          (select count(*)::int from chunks c where c.document_id = d.id) as chunks,
          (select count(*)::int from chunks c join vectors v on v.chunk_id = c.id where c.document_id = d.id) as vectors,
          (select count(*)::int from jobs j where j.document_id = d.id) as jobs,
          (select count(*)::int from document_acl a where a.document_id = d.id) as acl
        from documents d`),
    );
    const sound = (row: (typeof rows)[number]) => {
      const parts = row.status === "ready" ? [1, CHUNKS, CHUNKS, CHUNKS] : [0, 0, 0, 0];
      return row.jobs === 1 && row.acl === 1 && [row.texts, row.chunks, row.vectors, row.listed].every((found, i) => found === parts[i]);
    };
    return { documents: rows.length, ready: rows.filter((row) => row.status === "ready").length, half: rows.filter((row) => !sound(row)).map((row) => row.source) };
  } finally {
    await opened.close();
  }
}

