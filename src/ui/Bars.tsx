import './bars.css';

export interface BarItem {
  key: string;
  label: string;
  /** The value as it is told, its unit included. */
  value: string;
  /** Length of the bar, 0 … 1. */
  share: number;
  /** A second, quieter value. */
  note?: string;
  onSelect?: () => void;
}

/** Bars of a few named amounts as a list: each says its name and value in words. */
export function Bars({ label, items }: { label: string; items: readonly BarItem[] }) {
  return (
    <ul className="bars" aria-label={label}>
      {items.map(({ key, label: name, value, share, note, onSelect }) => {
        const content = (
          <>
            <span className="bar-name">{name}</span>
            <span className="bar-value">{value}</span>
            {note === undefined ? null : <span className="bar-note">{note}</span>}
            <span className="bar-track" aria-hidden>
              <span style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%` }} />
            </span>
          </>
        );
        return (
          <li key={key} data-row={key}>
            {onSelect ? (
              <button type="button" className="bar" onClick={onSelect}>
                {content}
              </button>
            ) : (
              <span className="bar">{content}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
