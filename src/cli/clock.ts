/** Day and time as the office has them. */

/** By the machine: ISO date, and HH:MM. */
export function clock(): { date: string; time: string } {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return {
    date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    time: `${two(now.getHours())}:${two(now.getMinutes())}`,
  };
}
