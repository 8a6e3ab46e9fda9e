/**
 * @file What text recognition takes and gives: a picture → its words with their places. tesseract.ts implements it with
 * the operator's program; extraction gets it as an argument.
 */

/** Pixels from the picture's top left corner. */
export interface OcrWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 0–100, the program's own estimate. */
  readonly confidence: number;
  /** Words of one line share it; lines are numbered in reading order. */
  readonly line: number;
}

export interface OcrPicture {
  readonly width: number;
  readonly height: number;
  /** In reading order. */
  readonly words: readonly OcrWord[];
}

export interface OcrReader {
  /** Program and version, for the operator. */
  readonly name: string;
  /**
   * @param picture the bytes of a PNM, PNG, JPEG or TIFF file
   * @returns one entry per page of the picture: TIFF files may hold several
   * @throws AppError "document/too-slow" after the time limit, "document/broken" when the program cannot read the
   *   picture or says something that is not its table, "job/cancelled"
   */
  read(picture: Uint8Array, options?: { readonly signal?: AbortSignal }): Promise<OcrPicture[]>;
}
