/** @file Story: where the browser has a graphics adapter (here Chromium's software one), the CV check runs on it and sends as little. */
import { test } from "./fixtures";
import { checkCv } from "./pages/cv-check";

test.use({
  launchOptions: {
    ...(process.env.CADRE_CHROMIUM === undefined ? {} : { executablePath: process.env.CADRE_CHROMIUM }),
    args: ["--no-sandbox", "--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  },
});

test("the CV check runs on WebGPU and sends no word of the text", async ({ as }) => {
  test.setTimeout(180_000);
  await checkCv(await as("employee"), "WebGPU");
});
