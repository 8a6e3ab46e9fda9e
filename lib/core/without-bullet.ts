/** @file A line of a document without the bullet that it began with, as it is quoted inside a sentence or a cell. */

export const withoutBullet = (line: string): string => line.replace(/^[-•*–]\s+/, "");
