/**
 * @file The header of a safetensors file, checked: every tensor lies inside the file, has the bytes that its sizes ask
 * for, and all together leave no hole and share no byte. Reads no data.
 */
import { AppError } from "../core/errors";

/** Bytes per number. @source safetensors' Dtype */
const SIZES: Readonly<Record<string, number>> = {
  F64: 8, F32: 4, F16: 2, BF16: 2, I64: 8, I32: 4, I16: 2, I8: 1, U64: 8, U32: 4, U16: 2, U8: 1, BOOL: 1, F8_E4M3: 1, F8_E5M2: 1,
};
/** The format's own limit. */
const MAX_HEADER_BYTES = 100_000_000;

export interface Entry {
  readonly name: string;
  readonly dtype: string;
  readonly dims: readonly number[];
  /** Bytes from the start of the data, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface Header {
  readonly entries: readonly Entry[];
  readonly metadata: Readonly<Record<string, string>>;
  /** Where the data begin in the file. */
  readonly dataStart: number;
}

/** @throws AppError "model/unsupported" naming the fault and the tensor */
export function readHeader(bytes: Uint8Array, file: string): Header {
  const fail = (fault: string, cause?: unknown): AppError =>
    new AppError("model/unsupported", `${file} is not a whole safetensors file: ${fault}. Download or copy it again.`, { cause });
  const length = headerLength(bytes, fail);
  const json = parseJson(bytes.subarray(8, 8 + length), fail);
  const { __metadata__: metadata = {}, ...tensors } = json;
  if (!isRecord(metadata) || Object.values(metadata).some((value) => typeof value !== "string")) throw fail("__metadata__ must map texts to texts");
  const entries = Object.entries(tensors).map(([name, value]) => readEntry(name, value, fail));
  checkLayout(entries, { dataBytes: bytes.length - 8 - length, fail });
  return { entries, metadata: metadata as Record<string, string>, dataStart: 8 + length };
}

type Fail = (fault: string, cause?: unknown) => AppError;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function headerLength(bytes: Uint8Array, fail: Fail): number {
  if (bytes.length < 8) throw fail(`it has ${bytes.length} bytes, fewer than the 8 of the header's length`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > BigInt(MAX_HEADER_BYTES)) throw fail(`its header claims ${length} bytes`);
  if (8 + Number(length) > bytes.length) throw fail(`its header of ${length} bytes goes past the end (${bytes.length} bytes)`);
  return Number(length);
}

function parseJson(bytes: Uint8Array, fail: Fail): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (isRecord(value)) return value;
  } catch (cause) {
    throw fail("its header is not valid JSON", cause);
  }
  throw fail("its header is not a JSON object");
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function readEntry(name: string, value: unknown, fail: Fail): Entry {
  const { dtype, shape, data_offsets: offsets } = isRecord(value) ? value : {};
  const size = typeof dtype === "string" && Object.hasOwn(SIZES, dtype) ? SIZES[dtype] : undefined;
  if (typeof dtype !== "string" || size === undefined) throw fail(`tensor "${name}" has the unknown type ${JSON.stringify(dtype)}`);
  if (!Array.isArray(shape) || !shape.every(isWhole)) throw fail(`tensor "${name}" has the sizes ${JSON.stringify(shape)}`);
  const [start, end] = Array.isArray(offsets) && offsets.length === 2 ? (offsets as unknown[]) : [];
  if (!isWhole(start) || !isWhole(end) || end < start) throw fail(`tensor "${name}" has the offsets ${JSON.stringify(offsets)}`);
  const wanted = shape.reduce((product, dim) => product * dim, size);
  if (end - start !== wanted) throw fail(`tensor "${name}" of ${dtype} [${shape.join(", ")}] needs ${wanted} bytes, its offsets give ${end - start}`);
  return { name, dtype, dims: shape, start, end };
}

function checkLayout(entries: readonly Entry[], of: { dataBytes: number; fail: Fail }): void {
  let at = 0;
  for (const { name, start, end } of [...entries].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start !== at) throw of.fail(`tensor "${name}" starts at byte ${start}, ${start < at ? "inside another" : "after a hole"} (expected ${at})`);
    at = end;
  }
  if (at !== of.dataBytes) throw of.fail(`its tensors take ${at} bytes, the file holds ${of.dataBytes}`);
}
