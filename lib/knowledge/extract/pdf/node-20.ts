/**
 * @file pdf.js (inside unpdf) calls ArrayBuffer.prototype.transferToFixedLength, a standard method (ES2024) that
 * Node 20 lacks; without it fonts cannot be loaded and bold text cannot be told. Remove when Node 20 is dropped.
 */
interface Transferable {
  transferToFixedLength?: (newLength?: number) => ArrayBuffer;
}

/** Adds the method where it is missing; elsewhere does nothing. @source ECMA-262 2024, 25.1.6.8 */
export function addTransferToFixedLength(): void {
  const prototype = ArrayBuffer.prototype as Transferable;
  if (prototype.transferToFixedLength) return;
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    configurable: true,
    writable: true,
    value: function transferToFixedLength(this: ArrayBuffer, newLength = this.byteLength): ArrayBuffer {
      const moved = structuredClone(this, { transfer: [this] }); // detaches `this`, as the standard asks
      if (newLength === moved.byteLength) return moved;
      const resized = new Uint8Array(newLength);
      resized.set(new Uint8Array(moved, 0, Math.min(newLength, moved.byteLength)));
      return resized.buffer;
    },
  });
}
