declare module 'subset-font' {
  /** Makes a font of only the glyphs that the text needs, with harfbuzz. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'truetype' | 'woff' | 'woff2' },
  ): Promise<Uint8Array>;
}
