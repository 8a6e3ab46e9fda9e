/** @file PageMessage: a whole page that has only one thing to say, and a way on. */
import Link from "next/link";
import type { ReactNode, Ref } from "react";

interface PageMessageProps {
  readonly title: string;
  /** For a message that takes the place of something else: its heading can be given the focus. */
  readonly titleRef?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
  readonly way?: { readonly href: string; readonly name: string };
  readonly action?: ReactNode;
}

export const PageMessage = ({ title, titleRef, children, way, action }: PageMessageProps) => (
  <div className="mx-auto max-w-lg px-6 pt-[18vh]">
    <p aria-hidden className="font-serif text-2xl tracking-[0.2em] text-ink-3">
      [ ]
    </p>
    <h1 ref={titleRef} tabIndex={titleRef ? -1 : undefined} className="mt-4 text-xl font-semibold tracking-tight outline-none">
      {title}
    </h1>
    <div className="mt-1.5 text-ink-2">{children}</div>
    <p className="mt-6">
      {way && (
        <Link href={way.href} className="font-medium underline underline-offset-4">
          {way.name}
        </Link>
      )}
      {action}
    </p>
  </div>
);
