/**
 * @file The models that profiles are read with, opened once per process when the first résumé is read. Where their files
 * cannot be read, profiles are made by rules alone and the log says so; the version in each profile tells which it was.
 */
import path from "node:path";
import { projectRoot } from "../../config/paths";
import { openProfileModels, type ProfileModels } from "../../people/profile/profile-models";
import { logIncident } from "../http";

let opening: Promise<ProfileModels | undefined> | undefined;

export function profileModels(): Promise<ProfileModels | undefined> {
  opening ??= openProfileModels(path.join(projectRoot(), "models")).catch((error: unknown) => {
    logIncident(error);
    return undefined;
  });
  return opening;
}
