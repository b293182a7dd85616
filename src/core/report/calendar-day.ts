/**
 * The calendar day of an instant on the reader's own machine, as `YYYY-MM-DD`: the date that a report and its files
 * carry, which near midnight is not the day in UTC.
 */
export function calendarDay(instant: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}
