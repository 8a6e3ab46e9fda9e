/** @file Demo data of insights: enough of each, the same every time, laws that can be found. */
import { expect, test } from "vitest";
import { DEMO_CHANNELS, demoChannelHistory, demoComments, demoCommentsCsv, demoSeries } from ".";

test("at least 300 comments in two languages, none twice, every theme in every tone", () => {
  const comments = demoComments();
  expect(comments.length).toBeGreaterThanOrEqual(300);
  expect(new Set(comments.map(({ text }) => text)).size).toBe(comments.length);
  expect(comments.filter(({ language }) => language === "zh").length).toBeGreaterThan(100);
  expect(new Set(comments.map(({ theme, sentiment }) => `${theme} ${sentiment}`)).size).toBe(18);
  expect(comments.filter(({ source }) => source === "leaving").length).toBeGreaterThan(5);
  expect(demoCommentsCsv()).toBe(demoCommentsCsv());
});

test("comments have a shape: workload and pay are complained about, the team is praised; Field Service works too much; enough from leaving interviews", () => {
  const comments = demoComments();
  const share = (some: typeof comments, tone: string): number => some.filter(({ sentiment }) => sentiment === tone).length / some.length;
  const about = (theme: string) => comments.filter((one) => one.theme === theme);
  expect(share(about("workload"), "negative")).toBeGreaterThan(0.42);
  expect(share(about("pay"), "negative")).toBeGreaterThan(share(about("growth"), "negative") + 0.12);
  expect(share(about("team"), "positive")).toBeGreaterThan(0.42);
  const of = (department: string) => comments.filter((one) => one.department === department);
  expect(share(of("Field Service"), "negative")).toBeGreaterThan(share(of("Engineering Design"), "negative") + 0.25);
  expect(comments.filter(({ source }) => source === "leaving").length).toBeGreaterThanOrEqual(15);
  // At most two departments are too small to be shown.
  expect([...new Set(comments.map(({ department }) => department))].filter((name) => of(name).length < 10).length).toBeLessThanOrEqual(2);
});

test("series: everybody, three years, training shows three months later where hours allow it", () => {
  const series = demoSeries();
  expect(series.every(({ values }) => Object.values(values).every((list) => list.length === 36))).toBe(true);
  const gains = { roomy: [] as number[], busy: [] as number[] };
  for (const { values } of series) {
    values.training.forEach((days, at) => {
      const [before, after] = [values.results[at], values.results[at + 3]];
      if (days < 2 || before === undefined || after === undefined) return;
      gains[(values.hours[at] ?? 0) < 160 ? "roomy" : "busy"].push(after - before);
    });
  }
  const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
  expect(mean(gains.roomy)).toBeGreaterThan(mean(gains.busy) + 2);
});

test("channel history: hires near the true effects", () => {
  const history = demoChannelHistory();
  const social = history.filter(({ channel, role }) => channel === "social" && role === "technician");
  const units = social.reduce((sum, one) => sum + one.units, 0);
  const effect = DEMO_CHANNELS.find(({ id }) => id === "social")?.effect.technician ?? 0;
  expect(Math.abs(social.reduce((sum, one) => sum + one.hires, 0) / units - effect)).toBeLessThan(3 * Math.sqrt(effect / units));
});
