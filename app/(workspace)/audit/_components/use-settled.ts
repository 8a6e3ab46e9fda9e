/** @file A value once it has stood still for a moment, so that not every keystroke asks the server. */
"use client";

import { useEffect, useState } from "react";

/** @param forMs milliseconds without a change */
export function useSettled<T>(value: T, forMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), forMs);
    return () => clearTimeout(timer);
  }, [value, forMs]);
  return settled;
}
