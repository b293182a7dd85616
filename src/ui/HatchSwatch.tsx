import { useId } from 'react';

export interface HatchSwatchProps {
  fill: string;
  hatch: 'cross' | 'diagonal' | 'horizontal' | 'dots' | 'none';
  width?: number;
  height?: number;
}

const LINES = {
  cross: 'M0 6 6 0M0 0 6 6',
  diagonal: 'M0 6 6 0',
  horizontal: 'M0 3H6',
  dots: '',
  none: '',
} as const;

/** A colour with its hatch, as it lies on the map: the hatch tells it without colour. */
export function HatchSwatch({ fill, hatch, width = 22, height = 14 }: HatchSwatchProps) {
  const id = useId();
  return (
    <svg width={width} height={height} aria-hidden="true" className="hatch-swatch">
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
          {hatch === 'dots' ? (
            <circle cx="3" cy="3" r="1.2" fill={fill} />
          ) : (
            <path d={LINES[hatch]} stroke={fill} strokeWidth="1.3" fill="none" />
          )}
        </pattern>
      </defs>
      <rect x="0.75" y="0.75" width={width - 1.5} height={height - 1.5} rx="2" fill={fill} fillOpacity="0.35" />
      <rect
        x="0.75"
        y="0.75"
        width={width - 1.5}
        height={height - 1.5}
        rx="2"
        fill={`url(#${id})`}
        stroke={fill}
        strokeWidth="1.5"
      />
    </svg>
  );
}
