import { expect, test } from "vitest";
import { readForm } from "./upload";

const form = (bytes: number) => {
  const data = new FormData();
  data.set("meta", "{}");
  data.append("files", new File([new Uint8Array(bytes)], "a.bin"));
  return data;
};
const post = (body: BodyInit, headers: Record<string, string> = {}) => new Request("http://x/api/documents", { method: "POST", body, headers, duplex: "half" } as RequestInit);

test("a form within the limit comes with its fields and files", async () => {
  const data = await readForm(post(form(500)), 10_000);
  expect(data.get("meta")).toBe("{}");
  expect((data.get("files") as File).size).toBe(500);
});

test("a stated length over the limit is refused before a byte is read", async () => {
  let pulled = 0;
  const body = new ReadableStream({ pull: () => void pulled++ }, { highWaterMark: 0 });
  const request = post(body, { "content-type": "multipart/form-data; boundary=x", "content-length": "10001" });
  await expect(readForm(request, 10_000)).rejects.toMatchObject({ code: "request/too-large", userMessage: expect.stringContaining("cadre ingest") });
  expect(pulled).toBe(0);
});

test("a body without a stated length is cut off at the limit, however long it goes on", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1000;
      controller.enqueue(new Uint8Array(1000));
    },
  });
  await expect(readForm(post(endless, { "content-type": "multipart/form-data; boundary=x" }), 10_000)).rejects.toMatchObject({ code: "request/too-large" });
  expect(sent).toBeLessThan(20_000);
});

test("what is no multipart form, or broke off on its way, is the request's fault", async () => {
  await expect(readForm(post("{}", { "content-type": "application/json" }), 10_000)).rejects.toMatchObject({ code: "request/invalid" });
  const whole = post(form(500));
  const type = whole.headers.get("content-type") ?? "";
  const half = (await whole.text()).slice(0, 300);
  await expect(readForm(post(half, { "content-type": type }), 10_000)).rejects.toMatchObject({ code: "request/invalid", userMessage: expect.stringContaining("did not arrive whole") });
});
