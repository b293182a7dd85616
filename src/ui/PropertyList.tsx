export interface Property {
  key: string;
  label: string;
  /** Text as shown; `null` shows the word for unknown. */
  value: string | null;
  /** The rule that made the value; values of one rule share its note. */
  rule?: string;
}

interface PropertyListProps {
  properties: readonly Property[];
  unknownText: string;
}

/** Names and values, as text only: markup inside a value is shown, never run. Rules follow as numbered notes. */
export function PropertyList({ properties, unknownText }: PropertyListProps) {
  const rules = [...new Set(properties.flatMap(({ rule }) => rule ?? []))];
  return (
    <>
      <dl className="properties">
        {properties.map((property) => (
          <div key={property.key} style={{ display: 'contents' }}>
            <dt data-long={property.value?.includes('\n') ?? false}>{property.label}</dt>
            <dd className={property.value === null ? 'unknown' : undefined}>
              {property.value ?? unknownText}
              {property.rule ? (
                <sup className="rule-mark" title={property.rule}>
                  {rules.indexOf(property.rule) + 1}
                </sup>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      {rules.length > 0 ? (
        <ol className="rules">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ol>
      ) : null}
    </>
  );
}
