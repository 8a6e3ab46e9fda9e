/** @file Hydrated: marks <html data-hydrated> once the page answers clicks; tests wait for it. */
"use client";

import { useEffect } from "react";

export function Hydrated() {
  useEffect(() => {
    document.documentElement.dataset.hydrated = "true";
  }, []);
  return null;
}
