/** @file People insights in a browser: switched on under an approval, a table taken in, mapped as guessed and trained on, switched off again. */
import type { Page } from "@playwright/test";
import { expect } from "../fixtures";

const APPROVAL = { purpose: "Offer support to teams early; never rank or dismiss anyone.", legalBasis: "Works agreement 12/2026", consultation: "Works council heard, agreed with limits", approvedBy: "Gwendolyn Hartshorne", approvedOn: "2026-01-15" };

/** A demo table's id, or a table of one's own. */
export type Table = { readonly demo: string } | { readonly name: string; readonly use: string; readonly csv: string };

/** 96 invented comments, half of them glad and half not, of two departments, and three of a third. */
export function commentsTable(): string {
  const things = ["the shift plan", "our tools", "the pay review", "the canteen", "my manager", "the new hall", "travel days", "training", "overtime", "the team", "the night shift", "parking"];
  const said = [(thing: string) => [`I am happy with ${thing}, it works well`, "positive"], (thing: string) => [`${thing} is a mess and nobody cares`, "negative"], (thing: string) => [`Great progress on ${thing} this year, thank you`, "positive"], (thing: string) => [`I am tired of ${thing}, it gets worse every month`, "negative"]];
  const rows = ["since spring", "lately"].flatMap((when) => things.flatMap((thing) => said.map((say) => say(`${thing} ${when}`))));
  return ["text,sentiment,department", ...rows.map(([text = "", label = ""], at) => `"${text}",${label},${at < 3 ? "Laboratory" : at % 2 === 0 ? "Foundry" : "Quality"}`)].join("\n");
}

export class InsightsPage {
  constructor(private readonly page: Page) {}

  /** By the page's own requests, as its buttons make them. @returns the reply */
  private async send(method: "POST" | "DELETE", path: string, body: unknown): Promise<unknown> {
    return this.page.evaluate(
      async (request) => {
        const reply = await fetch(`/api/insights/${request.path}`, { method: request.method, headers: { "content-type": "application/json" }, body: JSON.stringify(request.body) });
        if (!reply.ok) throw new Error(`${request.path}: ${reply.status} ${await reply.text()}`);
        return reply.status === 204 ? null : ((await reply.json()) as unknown);
      },
      { method, path, body },
    );
  }

  /** As if nobody had: what a story before left behind goes. */
  async switchOn(): Promise<void> {
    const { isOn } = (await (await this.page.request.get("/api/insights")).json()) as { isOn: boolean };
    if (isOn) await this.switchOff();
    await this.send("POST", "approval", APPROVAL);
  }

  async switchOff(): Promise<void> {
    await this.send("DELETE", "approval", { confirm: true });
  }

  private async import(table: Table): Promise<string> {
    if ("demo" in table) return ((await this.send("POST", "tables", { demo: table.demo, language: "en" })) as { id: string }).id;
    return this.page.evaluate(async ({ name, use, csv }) => {
      const form = new FormData();
      form.set("file", new File([csv], `${name}.csv`, { type: "text/csv" }));
      form.set("meta", JSON.stringify({ name, use }));
      const reply = await fetch("/api/insights/tables", { method: "POST", body: form });
      if (!reply.ok) throw new Error(await reply.text());
      return ((await reply.json()) as { id: string }).id;
    }, table);
  }

  /** Takes the table in and keeps the guessed mapping on its screen. */
  async takeIn(table: Table): Promise<void> {
    await this.page.goto(`/insights/data/${await this.import(table)}`);
    await this.page.getByRole("button", { name: "Keep this mapping" }).click();
    await expect(this.page.getByRole("link", { name: "Train on it" })).toBeVisible();
  }

  /** Trains on the newest table for this page; until the figure is there. */
  async train(path: string, figure: string): Promise<void> {
    await this.page.goto(path);
    await this.page.getByRole("button", { name: "Train", exact: true }).first().click();
    await expect(this.page.getByRole("heading", { name: figure }).first()).toBeVisible({ timeout: 120_000 });
  }

  /** What a picture says in words, its table, and its CSV. */
  async expectReadable(name: string, { cells }: { cells: readonly (string | RegExp)[] }): Promise<void> {
    const figure = this.page.getByRole("figure", { name, exact: true }).first();
    await expect(figure).toBeVisible();
    expect(((await figure.locator("p").first().textContent()) ?? "").length).toBeGreaterThan(25);
    const folded = figure.locator("summary").first();
    if ((await folded.count()) > 0) await folded.click();
    for (const cell of cells) await expect(figure.getByText(cell).first()).toBeVisible();
    const link = figure.getByRole("link", { name: `Save “${name}” as CSV` });
    expect(await link.getAttribute("download")).toBe(`${name}.csv`);
    const csv = decodeURIComponent((await link.getAttribute("href")) ?? "");
    expect(csv.split("\r\n").length).toBeGreaterThan(1);
  }
}
