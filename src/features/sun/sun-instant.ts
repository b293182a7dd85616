export interface InstantParts {
  /** `2026-06-21` */
  date: string;
  /** `10:00` */
  time: string;
  minuteOfDay: number;
  /** `+08:00` */
  offset: string;
}

const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):\d{2}([+-]\d{2}:\d{2})$/;

/** Takes an ISO 8601 instant with offset apart; local time stays local. */
export function splitInstant(instant: string): InstantParts {
  const match = SHAPE.exec(instant);
  if (!match) throw new RangeError(`not an instant with offset: ${instant}`);
  const [, date = '', hours = '', minutes = '', offset = ''] = match;
  return { date, time: `${hours}:${minutes}`, minuteOfDay: Number(hours) * 60 + Number(minutes), offset };
}

/** Puts date, minute of the day and offset together again. */
export function joinInstant({ date, minuteOfDay, offset }: Omit<InstantParts, 'time'>): string {
  const hours = String(Math.floor(minuteOfDay / 60)).padStart(2, '0');
  const minutes = String(minuteOfDay % 60).padStart(2, '0');
  return `${date}T${hours}:${minutes}:00${offset}`;
}
