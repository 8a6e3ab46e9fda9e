/** @file Suggested weights from the screen's side. */
import { weightProposal, weightsPage, type WeightProposal, type WeightsPage } from "../contracts/weights";
import { call, callEmpty } from "./http";

const PATH = "/api/recruiting/weights";

export const loadWeights = (signal?: AbortSignal): Promise<WeightsPage> => call(weightsPage, PATH, { signal });
export const proposeWeights = (): Promise<WeightProposal> => call(weightProposal, PATH, { method: "POST", body: { do: "propose" } });
export const promoteWeights = (reason: string): Promise<void> => callEmpty(PATH, { method: "POST", body: { do: "promote", reason } });
export const serveWeights = (version: number): Promise<void> => callEmpty(PATH, { method: "POST", body: { do: "serve", version } });
