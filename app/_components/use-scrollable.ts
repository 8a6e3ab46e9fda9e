/** @file useScrollable: a part that is wider (or taller) than its place can be reached with Tab and scrolled with the arrow keys; one that fits is no stop on the way. */
"use client";

import { useEffect, useState, type RefObject } from "react";

const TAKES_FOCUS = "a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [contenteditable=true], [tabindex]:not([tabindex='-1'])";

/**
 * @param along width: a stop while what is inside is wider than the element. height: while it is taller and holds nothing that takes
 *   the focus, by which the keyboard would get through it anyway
 * @returns for `tabIndex`: 0 for a stop, else undefined
 */
export function useScrollable(element: RefObject<HTMLElement | null>, along: "width" | "height" = "width"): 0 | undefined {
  const [isStop, setIsStop] = useState(false);
  useEffect(() => {
    const own = element.current;
    if (!own) return;
    const look = (): void => setIsStop(along === "width" ? own.scrollWidth > own.clientWidth + 1 : own.scrollHeight > own.clientHeight + 1 && !holdsFocus(own));
    const sizes = new ResizeObserver(look);
    const watch = (): void => {
      sizes.disconnect();
      sizes.observe(own);
      for (const child of own.children) sizes.observe(child);
      look();
    };
    watch();
    // What was being loaded stands there now; what was disabled takes the focus.
    const changes = new MutationObserver(watch);
    changes.observe(own, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled", "hidden"] });
    return () => {
      sizes.disconnect();
      changes.disconnect();
    };
  }, [element, along]);
  return isStop ? 0 : undefined;
}

/** What is not drawn takes no focus. */
const holdsFocus = (element: HTMLElement): boolean => [...element.querySelectorAll(TAKES_FOCUS)].some((inside) => inside.getClientRects().length > 0);
