/** @file /settings: company name, modules, the demo's removal (administrators), and how long things are kept (HR leads too). */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { listModules } from "@/lib/server/modules/state";
import { retentionSettings } from "@/lib/server/retention/settings";
import { services } from "@/lib/server/services";
import { isDemo } from "@/lib/server/setup/demo-info";
import { SettingsScreen } from "./_components/settings-screen";
import { SETTINGS } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(SETTINGS)).title });

export default async function SettingsPage() {
  await requirePermission("retention:manage", "/settings");
  const opened = await services();
  return <SettingsScreen modules={await listModules(opened.db)} retention={await retentionSettings(opened.db)} demo={await isDemo(opened)} builtInDatabase={opened.dialect === "pglite"} />;
}
