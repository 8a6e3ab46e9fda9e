/** @file useScrollable: a part that is wider than its place can be reached with Tab and scrolled with the arrow keys; one that fits is no stop on the way. */
"use client";

import { useEffect, useState, type RefObject } from "react";

/** @returns for `tabIndex`: 0 while what is inside is wider than the element, else undefined */
export function useScrollable(element: RefObject<HTMLElement | null>): 0 | undefined {
  const [isWide, setIsWide] = useState(false);
  useEffect(() => {
    const own = element.current;
    if (!own) return;
    const look = (): void => setIsWide(own.scrollWidth > own.clientWidth + 1);
    look();
    const watch = new ResizeObserver(look);
    watch.observe(own);
    for (const child of own.children) watch.observe(child);
    return () => watch.disconnect();
  }, [element]);
  return isWide ? 0 : undefined;
}
