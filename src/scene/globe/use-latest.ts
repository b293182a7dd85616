import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Keeps the newest value readable from engine listeners that live longer than one render. */
export function useLatest<T>(value: T): RefObject<T> {
  const ref = useRef(value);
  useLayoutEffect(() => {
    ref.current = value;
  });
  return ref;
}
