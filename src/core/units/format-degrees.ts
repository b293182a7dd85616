const SECONDS_PER_DEGREE = 3600;

/**
 * An angle of longitude or latitude in degrees, minutes and seconds with its hemisphere, e.g. `113°15′07.20″E`; seconds to
 * two decimals (0.3 m on the ground), carried over where they round up to 60.
 * @param degrees Positive to the east or north.
 */
export function formatDegrees(degrees: number, axis: 'longitude' | 'latitude'): string {
  const hundredths = Math.round(Math.abs(degrees) * SECONDS_PER_DEGREE * 100);
  const whole = Math.floor(hundredths / (SECONDS_PER_DEGREE * 100));
  const minutes = Math.floor(hundredths / 6000) % 60;
  const seconds = (hundredths % 6000) / 100;
  const hemisphere = axis === 'longitude' ? (degrees < 0 ? 'W' : 'E') : degrees < 0 ? 'S' : 'N';
  return `${whole}°${String(minutes).padStart(2, '0')}′${seconds.toFixed(2).padStart(5, '0')}″${hemisphere}`;
}
