/** @file A row that leads on: what it is, a sentence about it, an arrow. */
import { ArrowRight } from "lucide-react";
import Link from "next/link";

export function LinkRow({ href, title, says, className = "" }: { href: string; title: string; says: string; className?: string }) {
  return (
    <Link href={href} className={`group flex items-center justify-between gap-4 border-rule py-3 ${className}`}>
      <span>
        <span className="block text-base font-medium underline decoration-transparent underline-offset-4 group-hover:decoration-ink">{title}</span>
        <span className="block max-w-2xl text-sm text-ink-2">{says}</span>
      </span>
      <ArrowRight size={15} aria-hidden className="shrink-0 text-ink-3" />
    </Link>
  );
}
