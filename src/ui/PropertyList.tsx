export interface Property {
  key: string;
  label: string;
  /** Text as shown; `null` shows the word for unknown. */
  value: string | null;
  /** A rule that made the value, told beneath it. */
  rule?: string;
}

interface PropertyListProps {
  properties: readonly Property[];
  unknownText: string;
}

/** Names and values, as text only: markup inside a value is shown, never run. */
export function PropertyList({ properties, unknownText }: PropertyListProps) {
  return (
    <dl className="properties">
      {properties.map((property) => (
        <div key={property.key} style={{ display: 'contents' }}>
          <dt>{property.label}</dt>
          <dd className={property.value === null ? 'unknown' : undefined}>
            {property.value ?? unknownText}
            {property.rule ? <span className="rule">{property.rule}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
