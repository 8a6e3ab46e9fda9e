import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import { closeOnSignals, endStreams, endWithParent, outliveReaders, trackStream, type SignalSource } from "./shutdown";

class FakeProcess extends EventEmitter implements SignalSource {
  readonly exit = vi.fn();
  override listeners(signal: NodeJS.Signals): ((...args: unknown[]) => void)[] {
    return super.listeners(signal) as ((...args: unknown[]) => void)[];
  }
}

test("what must be closed is closed once, before the listeners that were there", async () => {
  const source = new FakeProcess();
  const order: string[] = [];
  source.on("SIGTERM", () => order.push("web server ends"));
  let finish = () => {};
  const close = vi.fn(() => new Promise<void>((resolve) => (finish = () => { order.push("closed"); resolve(); })));
  closeOnSignals(source, close);
  source.emit("SIGTERM", "SIGTERM");
  source.emit("SIGINT", "SIGINT");
  await Promise.resolve();
  expect(order).toEqual([]);
  finish();
  await vi.waitFor(() => expect(order).toEqual(["closed", "web server ends"]));
  expect(close).toHaveBeenCalledTimes(1);
  expect(source.exit).not.toHaveBeenCalled();
});

test("without other listeners the process ends with 0, and with 1 when closing hangs", async () => {
  const quick = new FakeProcess();
  closeOnSignals(quick, () => Promise.resolve());
  quick.emit("SIGINT", "SIGINT");
  await vi.waitFor(() => expect(quick.exit).toHaveBeenCalledWith(0));

  const stuck = new FakeProcess();
  closeOnSignals(stuck, () => new Promise(() => undefined), 10);
  stuck.emit("SIGTERM", "SIGTERM");
  await vi.waitFor(() => expect(stuck.exit).toHaveBeenCalledWith(1));
});

test("a close that fails is told, and the process still ends", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const source = new FakeProcess();
  closeOnSignals(source, () => Promise.reject(new Error("disk full")));
  source.emit("SIGTERM", "SIGTERM");
  await vi.waitFor(() => expect(source.exit).toHaveBeenCalledWith(0));
  expect(told).toHaveBeenCalledWith("not closed cleanly: disk full");
  told.mockRestore();
});

test("ending streams ends all that are open and waits for their last words; ended ones are forgotten", async () => {
  const ended: string[] = [];
  const open = (name: string) => {
    let end = () => {};
    const over = new Promise<void>((resolve) => (end = () => { ended.push(name); resolve(); }));
    trackStream(end, over.then(async () => { await Promise.resolve(); ended.push(`${name} flushed`); }));
    return end;
  };
  open("gone")();
  await vi.waitFor(() => expect(ended).toEqual(["gone", "gone flushed"]));
  open("a");
  open("b");
  await endStreams();
  expect(ended.slice(2)).toEqual(["a", "b", "a flushed", "b flushed"]);
});

test("the server ends when the script that started it is killed; started without a channel it goes on", () => {
  const link = (connected: boolean) => Object.assign(new EventEmitter(), { connected, kill: vi.fn() });
  const child = link(true);
  endWithParent(child);
  expect(child.kill).not.toHaveBeenCalled();
  child.emit("disconnect");
  expect(child.kill).toHaveBeenCalledExactlyOnceWith("SIGTERM");

  const alone = link(false);
  endWithParent(alone);
  alone.emit("disconnect");
  expect(alone.kill).not.toHaveBeenCalled();
});

test("words that nobody reads any more are dropped: no error that would be logged, to nobody, again and again", () => {
  const nobody = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
  const [out, err] = [new EventEmitter(), new EventEmitter()];
  expect(() => err.emit("error", nobody)).toThrow("EPIPE");
  outliveReaders([out, err]);
  expect([out.emit("error", nobody), err.emit("error", nobody)]).toEqual([true, true]);
});
