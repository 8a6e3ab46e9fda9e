/** @file /insights/channels: for HR leads. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { ChannelsScreen } from "../_components/channels/channels-screen";
import { INSIGHTS } from "../_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(INSIGHTS)).pages.channels });

export default async function ChannelsPage() {
  await requirePermission("insights:read", "/insights/channels");
  return <ChannelsScreen />;
}
