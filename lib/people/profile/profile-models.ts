/**
 * @file The trained models that a profile is read with beside the rules: the Chinese tagger, where rules found no employer,
 * title, school or degree, and the classifier of the field of work. The English skill tagger is not among them: README.md.
 */
import { openOccupation } from "../occupation/open-occupation";
import type { OccupationGuess } from "../occupation/types";
import { openChineseTagger } from "../tag/open-taggers";
import type { TaggedSpan } from "../tag/types";

export interface ProfileModels {
  /** Names both by their content: part of the profile's version. */
  readonly version: string;
  /** Of the tagger alone: the one of both that a score can depend on. */
  readonly tagger: string;
  tagChinese(text: string): readonly TaggedSpan[];
  /** Null: "don't know". */
  occupationOf(text: string): OccupationGuess | null;
}

/**
 * @param modelsFolder models/ of the project
 * @throws AppError "model/not-found" naming the file, "model/unsupported" for a broken one
 */
export async function openProfileModels(modelsFolder: string): Promise<ProfileModels> {
  const [tagger, occupation] = await Promise.all([openChineseTagger(modelsFolder), openOccupation(modelsFolder)]);
  return {
    version: `${tagger.version}.${occupation.version}`,
    tagger: tagger.version,
    tagChinese: (text) => tagger.tag(text),
    occupationOf(text) {
      const guess = occupation.classifyOccupation(text);
      return guess && { ...guess, confidence: Math.round(guess.confidence * 1000) / 1000 };
    },
  };
}
