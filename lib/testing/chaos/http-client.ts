/**
 * @file A signed-in person as seen from the network: cookies, JSON, uploads and the chat's event stream.
 */
import { conversationView, type ConversationView } from "../../contracts/chat";
import { documentList, uploadResult, type DocumentList, type UploadResult } from "../../contracts/documents";

export interface HttpClient {
  get(path: string): Promise<Response>;
  send(method: string, path: string, body: unknown): Promise<Response>;
  upload(files: readonly { name: string; text: string }[]): Promise<UploadResult>;
  documents(): Promise<DocumentList>;
  conversation(id: string): Promise<ConversationView>;
  /** @returns ids of the answer once `done` has arrived; null when the stream broke before */
  ask(question: string): Promise<{ conversationId: string; questionId: string; messageId: string } | null>;
}

/** Signs in through the same endpoints as the sign-in page. @throws when the server refuses */
export async function signIn(origin: string, account: { email: string; password: string }): Promise<HttpClient> {
  const jar = new Map<string, string>();
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    headers.set("origin", origin);
    const response = await fetch(origin + path, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const cut = pair.indexOf("=");
      jar.set(pair.slice(0, cut), pair.slice(cut + 1));
    }
    return response;
  };
  const { csrfToken } = (await (await call("/api/auth/csrf")).json()) as { csrfToken: string };
  await call("/api/auth/callback/credentials", { method: "POST", body: new URLSearchParams({ csrfToken, ...account, json: "true", callbackUrl: origin }) });
  const me = await call("/api/me");
  if (!me.ok) throw new Error(`sign-in failed: HTTP ${me.status} ${await me.text()}`);
  return {
    get: (path) => call(path),
    send: (method, path, body) => call(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    async upload(files) {
      const form = new FormData();
      form.set("meta", JSON.stringify({ kind: "policy", acl: ["role:employee"], onDuplicate: "skip" }));
      for (const file of files) form.append("files", new File([file.text], file.name, { type: "text/markdown" }));
      return uploadResult.parse(await (await call("/api/documents", { method: "POST", body: form })).json());
    },
    documents: async () => documentList.parse(await (await call("/api/documents")).json()),
    conversation: async (id) => conversationView.parse(await (await call(`/api/conversations/${id}`)).json()),
    async ask(question) {
      const response = await call("/api/chat", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ question }) });
      const text = await response.text().catch(() => "");
      const done = /event: done\ndata: (.*)\n/.exec(text)?.[1];
      return done ? (JSON.parse(done) as { conversationId: string; questionId: string; messageId: string }) : null;
    },
  };
}
