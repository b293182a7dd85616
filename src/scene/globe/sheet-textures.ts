import type { Scene } from 'cesium';
import { createTexture, writeTexture } from './engine-texture.ts';
import type { DrawnPart, DrawnSheet, SheetKind } from './zone-sheets.ts';
import type { ZoneSheet } from './zone-surface.ts';

/** The page is kept at most this long with taking pictures in before it is let go on. */
const SLICE_MS = 6;

interface Arrival {
  drawn: DrawnSheet;
  sheet: ZoneSheet;
  next: number;
}

/**
 * The drawn sheets as textures: a whole sheet replaces its predecessor when all of it has arrived, changed parts go into
 * the one that is there. What arrives is taken in between frames, a few milliseconds at a time.
 */
export class SheetTextures {
  readonly #scene: Scene;
  readonly #onChange: () => void;
  readonly #sheets: Record<SheetKind, ZoneSheet | null> = { overview: null, detail: null };
  #arrivals: Arrival[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(scene: Scene, onChange: () => void) {
    this.#scene = scene;
    this.#onChange = onChange;
  }

  get isBusy(): boolean {
    return this.#arrivals.length > 0;
  }

  get(kind: SheetKind): ZoneSheet | null {
    return this.#sheets[kind];
  }

  take(drawn: DrawnSheet): void {
    const { kind, isWhole, bounds, size } = drawn;
    const open = ({ width, height }: { width: number; height: number }) => createTexture(this.#scene, width, height);
    const last = this.#arrivals.findLast((each) => each.drawn.kind === kind)?.sheet ?? this.#sheets[kind];
    const sheet = isWhole ? { bounds, pattern: open(size.pattern), tint: open(size.tint) } : last;
    if (!sheet) return;
    this.#arrivals.push({ drawn, sheet, next: 0 });
    this.#work();
  }

  /** Lets the sheet of this kind go, whole or still arriving. */
  forget(kind: SheetKind): void {
    const gone = new Set<ZoneSheet>(this.#arrivals.flatMap(({ drawn, sheet }) => (drawn.kind === kind ? sheet : [])));
    const shown = this.#sheets[kind];
    if (shown) gone.add(shown);
    this.#arrivals = this.#arrivals.filter(({ drawn }) => drawn.kind !== kind);
    this.#sheets[kind] = null;
    if (gone.size > 0) this.#onChange();
    for (const sheet of gone) destroySheet(sheet);
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.forget('overview');
    this.forget('detail');
  }

  #work(): void {
    if (this.#timer !== null) return;
    const end = performance.now() + SLICE_MS;
    for (let arrival = this.#arrivals[0]; arrival; arrival = this.#arrivals[0]) {
      const part = arrival.drawn.parts[arrival.next];
      if (part) {
        writePart(arrival.sheet, part);
        arrival.next += 1;
      } else {
        this.#arrivals.shift();
        this.#show(arrival);
      }
      if (performance.now() < end) continue;
      this.#timer = setTimeout(() => {
        this.#timer = null;
        this.#work();
      }, 0);
      return;
    }
  }

  #show({ drawn: { kind }, sheet }: Arrival): void {
    const before = this.#sheets[kind];
    this.#sheets[kind] = sheet;
    this.#onChange();
    if (before && before !== sheet) destroySheet(before);
  }
}

function writePart(sheet: ZoneSheet, part: DrawnPart): void {
  writeTexture(sheet[part.mode], part);
}

/** Frees the pictures of a sheet that nobody shows any more. */
export function destroySheet(sheet: ZoneSheet): void {
  if (!sheet.pattern.isDestroyed()) sheet.pattern.destroy();
  if (!sheet.tint.isDestroyed()) sheet.tint.destroy();
}
