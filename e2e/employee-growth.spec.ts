/** @file Story: an employee sets a goal, gets a plan, marks progress, plans again, takes the calendar file; and a CV check that sends nothing. */
import { expect, test } from "./fixtures";

const GOAL = "PLC commissioning engineer";
const CV = ["Mara Example", "Commissioned lock gates with Siemens TIA Portal and frequency converters for four years.", "Wrote SQL reports and Python scripts for the xylophone-quartz test bench.", "English and German."].join("\n");
/** A word of the text that no program would send by itself. */
const MARK = "xylophone-quartz";

test("from a goal to a plan, its progress, planned again, in the calendar", async ({ as }) => {
  const page = await as("employee");
  await page.goto("/growth");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  const running = page.getByRole("link", { name: "The whole plan" });
  const field = page.getByLabel("A role, an opening, or in your own words");
  await expect(running.or(field).first()).toBeVisible();
  if (await running.isVisible()) await page.goto("/growth/plan");
  await field.fill(GOAL);
  await field.press("Enter");
  await expect(page.getByRole("heading", { name: "What it asks for, and what you have" })).toBeVisible();
  await page.getByLabel("Hours a week").fill("5");
  const begin = page.getByRole("button", { name: "Begin this plan" });
  await expect(begin).toBeEnabled();
  await begin.click();
  await page.waitForURL(/\/growth\/plan\?id=/);

  const first = page.getByRole("list", { name: "Steps" }).getByRole("listitem").first();
  await first.getByRole("combobox").selectOption("done");
  await expect(page.getByText(/^1 of \d+ steps done/)).toBeVisible();
  await page.getByRole("button", { name: "Plan again from today" }).click();
  await expect(page.getByText("planned again 1×")).toBeVisible();
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Calendar file (.ics)" }).click();
  expect((await file).suggestedFilename()).toBe("learning-plan.ics");
});

test("the CV check runs here and sends no word of the text", async ({ as }) => {
  test.setTimeout(180_000);
  const page = await as("employee");
  await page.goto("/growth/cv-check");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
  await page.getByLabel("Paste your CV").fill(CV);
  await page.getByRole("button", { name: "Check it here" }).click();
  await expect(page.getByText("Checked on this device")).toBeVisible({ timeout: 150_000 });
  await expect(page.getByRole("heading", { name: "Roles near to this CV" })).toBeVisible();
  await expect(page.getByText(/Commissioned lock gates with Siemens/).last()).toBeAttached();
  expect(requests.some((line) => line.includes("/api/growth/encoder/local/onnx/model.onnx"))).toBe(true);
  expect(requests.filter((line) => decodeURIComponent(line).includes(MARK) || !line.startsWith("GET "))).toEqual([]);
  expect(requests.filter((line) => !line.includes("//localhost") && !line.includes("//127.0.0.1") && !line.includes("GET blob:") && !line.includes("GET data:"))).toEqual([]);
});
