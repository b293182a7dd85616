import { RISK_LEVELS } from '../city/hazard.ts';
import { createPreciseSum } from './precise-sum.ts';

/** Metres of pipe in zones: gross by zone, and each part once at its highest level, in the order of `RISK_LEVELS`. */
export interface PipeLengths {
  zones: number[];
  byLevel: number[];
  union: number;
}

/** What a zone holds: segments that lie wholly inside, and parts of others (fractions in pairs). */
export interface LaidZone {
  rank: number;
  whole: Uint32Array;
  parts: ReadonlyMap<number, readonly number[]>;
  meters: number;
}

/** Every part of every pipe at its highest level under zones that stay. */
export interface PipeLevels {
  /** Metres by level and in all, with one more zone over the others or none. */
  sum(top: LaidZone | null): Omit<PipeLengths, 'zones'>;
}

const NOWHERE = RISK_LEVELS.length;
const SEGMENTS_PER_STEP = 32_768;

/** Rank, from, to of every part of a segment that a zone holds, one after the other. */
type Parts = readonly number[];

/**
 * Splits a segment by its highest level.
 * @param base Rank of what holds it whole; `NOWHERE` without.
 * @returns Fractions of the segment in the order of `RISK_LEVELS`.
 */
function shareByRank(parts: Parts, base: number): number[] {
  const shares: number[] = RISK_LEVELS.map(() => 0);
  const turns: { at: number; rank: number; step: 1 | -1 }[] = [];
  for (let place = 0; place < parts.length; place += 3) {
    const rank = parts[place]!;
    if (rank >= base) continue;
    turns.push({ at: parts[place + 1]!, rank, step: 1 }, { at: parts[place + 2]!, rank, step: -1 });
  }
  turns.sort((a, b) => a.at - b.at);
  const depths: number[] = RISK_LEVELS.map(() => 0);
  let at = 0;
  for (const turn of [...turns, { at: 1, rank: 0, step: 0 }]) {
    const found = depths.findIndex((depth) => depth > 0);
    const rank = found < 0 ? base : found;
    if (rank < NOWHERE) shares[rank]! += turn.at - at;
    depths[turn.rank]! += turn.step;
    at = turn.at;
  }
  return shares;
}

function addParts(list: number[], rank: number, inside: readonly number[]): number[] {
  for (let pair = 0; pair < inside.length; pair += 2) list.push(rank, inside[pair]!, inside[pair + 1]!);
  return list;
}

/** Levels that can be added to and taken from, and everything together. */
function createSums(levels = RISK_LEVELS.map(() => createPreciseSum()), union = createPreciseSum()) {
  return {
    /** Adds (sign 1) or takes away (−1) a segment by its shares. */
    join(shares: readonly number[], length: number, sign: 1 | -1): void {
      shares.forEach((share, rank) => {
        if (share === 0) return;
        levels[rank]!.add(sign * share * length);
        union.add(sign * share * length);
      });
    },
    move(from: number, to: number, length: number): void {
      if (from < NOWHERE) levels[from]!.add(-length);
      else union.add(length);
      levels[to]!.add(length);
    },
    copy: () =>
      createSums(
        levels.map((level) => level.copy()),
        union.copy(),
      ),
    answer: () => ({ byLevel: levels.map((level) => Math.max(0, level.total())), union: Math.max(0, union.total()) }),
  };
}

/** Sorts every part of every segment to its highest level. Yields after some milliseconds of work. */
export function* createPipeLevels(lengths: Float64Array, zones: readonly LaidZone[]): Generator<void, PipeLevels> {
  const ranks = new Uint8Array(lengths.length).fill(NOWHERE);
  const parts = new Map<number, number[]>();
  for (const { rank, whole, parts: own } of zones) {
    for (const segment of whole) if (rank < ranks[segment]!) ranks[segment] = rank;
    for (const [segment, inside] of own) {
      parts.set(segment, addParts(parts.get(segment) ?? [], rank, inside));
    }
    yield;
  }
  const resting = createSums();
  for (let segment = 0; segment < lengths.length; segment += 1) {
    if (segment % SEGMENTS_PER_STEP === 0) yield;
    if (parts.has(segment)) resting.join(shareByRank(parts.get(segment)!, ranks[segment]!), lengths[segment]!, 1);
    else if (ranks[segment]! < NOWHERE) resting.move(NOWHERE, ranks[segment]!, lengths[segment]!);
  }
  return {
    sum(top) {
      if (!top) return resting.answer();
      const sums = resting.copy();
      const replace = (segment: number, after: Parts, base: number) => {
        sums.join(shareByRank(parts.get(segment) ?? [], ranks[segment]!), lengths[segment]!, -1);
        sums.join(shareByRank(after, base), lengths[segment]!, 1);
      };
      for (const segment of top.whole) {
        const before = ranks[segment]!;
        if (top.rank >= before) continue;
        const own = parts.get(segment);
        if (own) replace(segment, own, top.rank);
        else sums.move(before, top.rank, lengths[segment]!);
      }
      for (const [segment, inside] of top.parts) {
        if (top.rank >= ranks[segment]!) continue;
        replace(segment, addParts([...(parts.get(segment) ?? [])], top.rank, inside), ranks[segment]!);
      }
      return sums.answer();
    },
  };
}
