import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

interface VirtualListProps<T> {
  items: readonly T[];
  rowHeight: number;
  keyOf: (item: T) => string;
  render: (item: T) => ReactNode;
  label: string;
}

const OVERSCAN = 6;

/** A long list that keeps only the rows in sight in the document; rows have one height. */
export function VirtualList<T>({ items, rowHeight, keyOf, render, label }: VirtualListProps<T>) {
  const frame = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ top: 0, height: 600 });

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setScroll({ top: element.scrollTop, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const first = Math.max(0, Math.floor(scroll.top / rowHeight) - OVERSCAN);
  const last = Math.min(items.length, Math.ceil((scroll.top + scroll.height) / rowHeight) + OVERSCAN);
  return (
    <div
      ref={frame}
      className="virtual-list"
      onScroll={(event) => {
        const { scrollTop, clientHeight } = event.currentTarget;
        setScroll({ top: scrollTop, height: clientHeight });
      }}
    >
      <ul aria-label={label} style={{ height: items.length * rowHeight, margin: 0, padding: 0, position: 'relative' }}>
        {items.slice(first, last).map((item, index) => (
          <li
            key={keyOf(item)}
            aria-setsize={items.length}
            aria-posinset={first + index + 1}
            style={{
              position: 'absolute',
              top: (first + index) * rowHeight,
              height: rowHeight,
              left: 0,
              right: 0,
              listStyle: 'none',
            }}
          >
            {render(item)}
          </li>
        ))}
      </ul>
    </div>
  );
}
