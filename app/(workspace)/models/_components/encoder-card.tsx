/** @file Of a version with a trained encoder: how it was trained, and whether its index is built. */
"use client";

import { useWords } from "@/app/_components/language/language";
import type { VersionView } from "@/lib/contracts/learning";
import { ENCODER } from "./encoder-words";

/** Rows of the model card; nothing for versions on the shipped encoder. */
export function EncoderRows({ version }: { version: VersionView }) {
  const words = useWords(ENCODER);
  const { space, recipe, kind } = version;
  if (space === null) return null;
  const of = (name: string): number => Number(recipe[name] ?? 0);
  return (
    <>
      {kind === "encoder" && (
        <>
          <dt className="text-sm text-ink-3">{words.encoderTitle}</dt>
          <dd>
            {words.encoderText(of("encoderLayers"), of("encoderPairs"), of("encoderSteps"), of("encoderShare"))} {words.encoderDev(of("encoderDevBefore").toFixed(3), of("encoderDevAfter").toFixed(3))} {words.encoderPeople}
            {recipe["encoderBearable"] === false && <p className="mt-1 text-no">{words.encoderDoubt}</p>}
          </dd>
        </>
      )}
      <dt className="text-sm text-ink-3">{words.indexTitle}</dt>
      <dd className="tabular">{space.embedded >= space.of ? words.indexWhole(space.of) : space.embedded === 0 ? words.indexNone(space.of) : words.indexPart(space.embedded, space.of)}</dd>
    </>
  );
}

/** Beside the version's name: that it brought an encoder, or whose it ranks with. */
export function EncoderMark({ version }: { version: VersionView }) {
  const words = useWords(ENCODER);
  if (version.space === null) return null;
  return <span className="text-sm text-ink-3">{version.kind === "encoder" ? words.kind : words.on(version.space.version)}</span>;
}

export const needsIndex = ({ space }: VersionView): boolean => space !== null && space.embedded < space.of;
