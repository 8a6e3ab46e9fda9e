/** @file /insights/text: for HR leads. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { TextScreen } from "../_components/text/text-screen";
import { INSIGHTS } from "../_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(INSIGHTS)).pages.text });

export default async function TextPage() {
  await requirePermission("insights:read", "/insights/text");
  return <TextScreen />;
}
