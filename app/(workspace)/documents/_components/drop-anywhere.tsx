/** @file Files may be dropped anywhere on the page; while they hover, the page says so. */
"use client";

import { useEffect, useRef, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { DOCUMENTS } from "./words";

export function DropAnywhere({ onFiles }: { onFiles: (files: File[]) => void }) {
  const words = useWords(DOCUMENTS);
  const [hovering, setHovering] = useState(false);
  const handler = useRef(onFiles);
  useEffect(() => {
    handler.current = onFiles;
  }, [onFiles]);

  useEffect(() => {
    // Enter and leave fire for every element on the way; the page is left when they balance.
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const onEnter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth += 1;
      setHovering(true);
    };
    const onOver = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const onLeave = () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setHovering(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setHovering(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) handler.current(files);
    };
    window.addEventListener("dragenter", onEnter);
    window.addEventListener("dragover", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragenter", onEnter);
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, []);

  if (!hovering) return null;
  return (
    <div className="pointer-events-none fixed inset-3 z-60 grid place-items-center rounded-lg border-2 border-dashed border-ink bg-paper/90">
      <p className="text-xl font-semibold tracking-tight">{words.drop}</p>
    </div>
  );
}
