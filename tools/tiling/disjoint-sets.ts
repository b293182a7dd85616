/** A partition of the numbers 0 … count − 1 that only grows coarser. */
export interface DisjointSets {
  /** Puts the sets of two numbers together. */
  join(a: number, b: number): void;
  /** The sets, in the order of their least number; numbers rise within each. */
  groups(): number[][];
}

/** Starts with every number in a set of its own. */
export function createDisjointSets(count: number): DisjointSets {
  const parent = Array.from({ length: count }, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = index; at !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  return {
    join(a, b) {
      parent[find(a)] = find(b);
    },
    groups() {
      const groups = new Map<number, number[]>();
      for (let index = 0; index < count; index += 1) {
        const root = find(index);
        const group = groups.get(root);
        if (group) group.push(index);
        else groups.set(root, [index]);
      }
      return [...groups.values()];
    },
  };
}
