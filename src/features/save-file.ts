/** Browsers start a download after the click returns; the address must live until then. */
const ADDRESS_LIFE_MILLISECONDS = 60_000;

/** Hands a file to the user as a download. */
export function saveFile(name: string, content: Uint8Array | string, type: string): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIFE_MILLISECONDS);
}
