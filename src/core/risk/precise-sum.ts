/** A sum that carries its rounding along (Knuth's TwoSum): order does not matter, and what is taken away leaves nothing. */
export interface PreciseSum {
  add(value: number): void;
  total(): number;
  /** The same sum, going its own way from here. */
  copy(): PreciseSum;
}

/** Starts a sum at nothing. */
export function createPreciseSum(sum = 0, rounding = 0): PreciseSum {
  let [total, rest] = [sum, rounding];
  return {
    add(value) {
      const after = total + value;
      const carried = after - total;
      rest += total - (after - carried) + (value - carried);
      total = after;
    },
    total: () => total + rest,
    copy: () => createPreciseSum(total, rest),
  };
}
