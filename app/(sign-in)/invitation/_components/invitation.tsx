/** @file Taking a one-time link up: looked at, then name and password, then signed in. */
"use client";

import { signIn } from "next-auth/react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useSyncExternalStore } from "react";
import { useWords } from "@/app/_components/language/language";
import { useResource } from "@/app/_components/use-resource";
import { messageOf } from "@/lib/browser/http";
import { linkToken } from "@/lib/contracts/identity";
import { acceptInvitation, openInvitation } from "@/lib/browser/identity";
import { InvitationForm, type Answers } from "./invitation-form";
import { INVITATION } from "./words";

const onHash = (changed: () => void) => {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
};

/** What stands behind # in the address; null while the page is still the server's. */
const useToken = () => useSyncExternalStore(onHash, () => window.location.hash.slice(1), () => null);

export function Invitation() {
  const words = useWords(INVITATION);
  const router = useRouter();
  const token = useToken();
  const { data: offer, error, waiting } = useResource(linkToken.safeParse(token).success ? token : null, (signal) => openInvitation(token ?? "", signal));

  const take = async (answers: Answers) => {
    const email = await acceptInvitation({ token: token ?? "", ...answers });
    const result = await signIn("credentials", { email, password: answers.password, redirect: false });
    router.replace(result?.ok && !result.error ? "/chat" : "/sign-in");
  };

  if (token === null || waiting) return <p role="status" className="text-ink-3">{words.opening}</p>;
  if (!linkToken.safeParse(token).success) return <Refused title={words.invalidTitle} why={words.noToken} />;
  if (error !== undefined || !offer) return <Refused title={words.invalidTitle} why={messageOf(error)} />;
  return <InvitationForm offer={offer} onTake={take} />;
}

function Refused({ title, why }: { title: string; why: string }) {
  const words = useWords(INVITATION);
  return (
    <div>
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      <p role="alert" className="mt-2 text-base text-ink-2">
        {why}
      </p>
      <Link href="/sign-in" className="mt-6 inline-block text-sm font-medium underline underline-offset-4">
        {words.toSignIn}
      </Link>
    </div>
  );
}
