/** @file Settings of this installation, from the screen. */
import { z } from "zod";
import { companyRequest, demoContents, demoRemoval, moduleView, retentionPreview, retentionSettings, type DemoContents, type DemoRemoval, type ModuleView, type RetentionPreview, type RetentionSettings } from "../contracts/setup";
import { call } from "./http";

export const renameCompany = (name: string) => call(companyRequest, "/api/settings/company", { method: "PATCH", body: { name } });

export const switchModule = (id: string, on: boolean): Promise<ModuleView[]> => call(z.array(moduleView), `/api/modules/${id}`, { method: "PATCH", body: { on } });

/** What these terms would delete now. */
export function previewRetention({ chats, resumes, questions, ended }: RetentionSettings, signal?: AbortSignal): Promise<RetentionPreview> {
  return call(retentionPreview, `/api/settings/retention?${new URLSearchParams({ chats: String(chats ?? ""), resumes: String(resumes ?? ""), questions: String(questions ?? ""), ended: String(ended ?? "") })}`, { signal });
}

export const changeRetention = (settings: RetentionSettings): Promise<RetentionSettings> => call(retentionSettings, "/api/settings/retention", { method: "PATCH", body: settings });

export const loadDemoContents = (signal?: AbortSignal): Promise<DemoContents> => call(demoContents, "/api/settings/demo", { signal });

const KEPT = "cadre.demo-removed";

/** Removes the demo and keeps the report for the page that shows it: whoever did it may be signed out by it. */
export async function removeDemo(confirm: string): Promise<void> {
  const report = await call(demoRemoval, "/api/settings/demo", { method: "POST", body: { confirm } });
  sessionStorage.setItem(KEPT, JSON.stringify(report));
}

/** @returns null when this tab has removed nothing */
export function keptRemoval(): DemoRemoval | null {
  const kept = sessionStorage.getItem(KEPT);
  return kept === null ? null : demoRemoval.parse(JSON.parse(kept));
}
