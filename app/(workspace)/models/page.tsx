/** @file /models: versions of what answers questions, their gates, what serves. HR leads manage them, reviewers look. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { ModelsScreen } from "./_components/models-screen";
import { MODELS } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(MODELS)).title });

export default async function ModelsPage() {
  await requirePermission("models:read", "/models");
  return <ModelsScreen />;
}
