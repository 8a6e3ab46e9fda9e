/** @file /chat and /chat/<id>: one page, so that a new conversation gets its address without a reload. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { ChatScreen } from "../_components/chat-screen";
import { CHAT } from "../_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(CHAT)).title });

export default function ChatPage() {
  return <ChatScreen />;
}
