/** @file What the company offers for one's own case, from the screen's side. */
import { offerAnswer, type OfferAnswer, type OfferTopic } from "../contracts/growth-offers";
import { call } from "./http";

export const loadOffer = (topic: OfferTopic, language: "en" | "zh", signal?: AbortSignal): Promise<OfferAnswer> => call(offerAnswer, `/api/growth/offers?topic=${topic}&language=${language}`, { signal });
