/** @file A screen failed to draw; the rail stays, so that one can go elsewhere. */
"use client";

export { PageFailure as default } from "../_components/page-failure";
