/** Times of day as agendas print them, on the 24-hour clock: 9:00, 15:30 (GB/T 15835); inside the program 09:00. */

const MINUTES_PER_DAY = 24 * 60;

/** 09:00 → 9:00 */
export const formatTime = (time: string): string => time.replace(/^0(?=\d:)/, '');

/** The time so many minutes after another, within the day: 09:00 + 95 → 10:35. */
export function laterBy(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  const total = (hours * 60 + rest + minutes) % MINUTES_PER_DAY;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
