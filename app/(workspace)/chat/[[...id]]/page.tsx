/** @file /chat and /chat/<id>: one page, so that a new conversation gets its address without a reload. */
import type { Metadata } from "next";
import { ChatScreen } from "../_components/chat-screen";

export const metadata: Metadata = { title: "Ask" };

export default function ChatPage() {
  return <ChatScreen />;
}
