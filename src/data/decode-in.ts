/** Decodes bytes; `null` when they are not valid in the encoding, or it is not known. */
export function decodeIn(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
