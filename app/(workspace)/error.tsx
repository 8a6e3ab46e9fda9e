/** @file A screen failed to draw; the rail stays, so that one can go elsewhere. */
"use client";

export { default } from "../error";
