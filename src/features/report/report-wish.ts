let listener: (() => void) | null = null;

/** Lets other parts of the page ask for the report; whoever makes it listens. */
export const reportWish = {
  tell(): void {
    listener?.();
  },
  /** The answer ends it. */
  follow(make: () => void): () => void {
    listener = make;
    return () => {
      if (listener === make) listener = null;
    };
  },
};
