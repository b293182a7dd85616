import type { ReactNode } from 'react';

interface ListRowProps {
  mark: ReactNode;
  name: string;
  sub: string;
  /** Beside the second line, e.g. a chip. */
  chip?: ReactNode;
  /** At the end of the row: a number, or an icon that tells what a double click does. */
  aside?: ReactNode;
  /** `row` fills a line of a list, `link` stands among other things. */
  look?: 'row' | 'link';
  current?: boolean;
  flagged?: boolean;
  onSelect: () => void;
  onOpen?: () => void;
}

/** One thing of a list: its mark, name and a second line; a click selects it, a double click may open it. */
export function ListRow({
  mark,
  name,
  sub,
  chip,
  aside,
  look = 'row',
  current,
  flagged,
  onSelect,
  onOpen,
}: ListRowProps) {
  return (
    <button
      type="button"
      className={look === 'row' ? 'list-row' : 'link-row'}
      {...(current === undefined ? {} : { 'aria-current': current })}
      {...(flagged === undefined ? {} : { 'data-flagged': flagged })}
      onClick={onSelect}
      onDoubleClick={onOpen}
    >
      {mark}
      <span className="list-words">
        <span className="name">{name}</span>
        <span className="sub-line">
          <span className="sub">{sub}</span>
          {chip}
        </span>
      </span>
      {aside}
    </button>
  );
}
