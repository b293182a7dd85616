import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader's program finds in a PDF. */
export interface PdfContents {
  pages: number;
  /** Text of all pages in reading order, runs joined without spaces between them. */
  text: string;
  /** True when the document says that its contents are marked for assistive technology. */
  tagged: boolean;
  /** Roles of the structure tree, over all pages. */
  roles: Set<string>;
  /** Fonts of the text that is drawn: name, whether its outlines are in the file, whether it is a Type 3 font. */
  fonts: { name: string; embedded: boolean; type3: boolean }[];
}

/** The little of the reader's font objects that the report is checked for. */
interface FontObject {
  name: string;
  missingFile?: boolean;
  isType3Font?: boolean;
  data?: Uint8Array;
}

interface StructureNode {
  role?: string;
  children?: StructureNode[];
}

function collectRoles(node: StructureNode | null, roles: Set<string>): void {
  if (node?.role) roles.add(node.role);
  for (const child of node?.children ?? []) collectRoles(child, roles);
}

/** Reads a PDF back with a program that shares no code with the one that wrote it. */
export async function readPdf(file: string): Promise<PdfContents> {
  const document = await getDocument({
    data: new Uint8Array(readFileSync(file)),
    disableFontFace: true,
    fontExtraProperties: true,
    verbosity: 0,
  }).promise;
  const roles = new Set<string>();
  const fonts = new Map<string, PdfContents['fonts'][number]>();
  let text = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    for (const item of content.items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
    collectRoles((await page.getStructTree()) as StructureNode | null, roles);
    // The fonts are known only after the page's drawing operations were read.
    await page.getOperatorList();
    for (const item of content.items) {
      if (!('fontName' in item) || fonts.has(item.fontName) || !page.commonObjs.has(item.fontName)) continue;
      const font: FontObject = page.commonObjs.get(item.fontName);
      const embedded = font.missingFile !== true && (font.data?.length ?? 0) > 0;
      fonts.set(item.fontName, { name: font.name, embedded, type3: font.isType3Font === true });
    }
  }
  const marks = await document.getMarkInfo();
  const told = { pages: document.numPages, text, tagged: marks?.Marked === true, roles, fonts: [...fonts.values()] };
  await document.loadingTask.destroy();
  return told;
}
