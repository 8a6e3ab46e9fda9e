/** @file The CV check: an invented CV is read in the browser, and nothing that the page sends holds a word of it. */
import { expect, type Page } from "@playwright/test";

const CV = ["Mara Example", "Commissioned lock gates with Siemens TIA Portal and frequency converters for four years.", "Wrote SQL reports and Python scripts for the xylophone-quartz test bench.", "English and German."].join("\n");
/** A word of the text that no program would send by itself. */
const MARK = "xylophone-quartz";

/** @param device as the screen names it: what the encoder has to run on */
export async function checkCv(page: Page, device: "WebGPU" | "WebAssembly"): Promise<void> {
  await page.goto("/growth/cv-check");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
  await page.getByLabel("Paste your CV").fill(CV);
  await page.getByRole("button", { name: "Check it here" }).click();
  await expect(page.getByText("Checked on this device")).toBeVisible({ timeout: 150_000 });
  await expect(page.getByText(new RegExp(`Checked on this device.*${device}`))).toBeVisible();
  await expect(page.getByRole("heading", { name: "Roles near to this CV" })).toBeVisible();
  await expect(page.getByText(/Commissioned lock gates with Siemens/).last()).toBeAttached();
  expect(requests.some((line) => line.includes("/api/growth/encoder/local/onnx/model.onnx"))).toBe(true);
  expect(requests.filter((line) => decodeURIComponent(line).includes(MARK) || !line.startsWith("GET "))).toEqual([]);
  expect(requests.filter((line) => !line.includes("//localhost") && !line.includes("//127.0.0.1") && !line.includes("GET blob:") && !line.includes("GET data:"))).toEqual([]);
}
