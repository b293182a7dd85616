import { HatchSwatch, type HatchSwatchProps } from './HatchSwatch.tsx';

/** A hatched swatch with its word. */
export function HatchChip({ label, ...swatch }: HatchSwatchProps & { label: string }) {
  return (
    <span className="hatch-chip">
      <HatchSwatch {...swatch} />
      {label}
    </span>
  );
}
