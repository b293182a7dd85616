/**
 * Attaches something whose code travels after the first view, once it is here; returns the remover, which may be called
 * before that.
 */
export function attachLater(load: () => Promise<() => () => void>): () => void {
  let isWanted = true;
  let remove = (): void => undefined;
  void load().then((attach) => {
    if (isWanted) remove = attach();
  });
  return () => {
    isWanted = false;
    remove();
  };
}
