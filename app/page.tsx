/** @file The front door leads to the chat. */
import { redirect } from "next/navigation";

export default function Home() {
  redirect("/chat");
}
