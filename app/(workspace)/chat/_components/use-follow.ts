/** @file useFollow: keeps the end of the conversation in view while it grows, unless the reader has scrolled up. */
"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** Nearer to the end than this, the reader is following. */
const NEAR_PX = 120;

/** @param changes anything that changes when the conversation grows; @param begun false: what is shown before the first question begins at its top */
export function useFollow(changes: unknown, begun: boolean) {
  const scroller = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [away, setAway] = useState(false);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      const rest = element.scrollHeight - element.scrollTop - element.clientHeight;
      following.current = rest < NEAR_PX;
      setAway(rest > NEAR_PX * 2);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => element.removeEventListener("scroll", onScroll);
  }, []);

  useEffect(() => {
    const element = scroller.current;
    if (element && begun && following.current) element.scrollTop = element.scrollHeight;
  }, [changes, begun]);

  const toEnd = useCallback(() => {
    following.current = true;
    const element = scroller.current;
    element?.scrollTo({ top: element.scrollHeight, behavior: "smooth" });
  }, []);
  return { scroller, away, toEnd };
}
