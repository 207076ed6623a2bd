/** Long names onto several lines, never cut. */

/** Characters that may not begin a line. */
const NOT_FIRST = /^[，。、；：！？）》”’%％]/u;

/** In: a name, room for a line and a way to measure, in one unit. Out: lines of about equal length. */
export function wrap(text: string, room: number, measure: (text: string) => number): string[] {
  const units = [...text.matchAll(/[A-Za-z0-9.,%+-]+|./gu)].map((match) => match[0]);
  const count = Math.max(1, Math.ceil(measure(text) / room));
  const goal = Math.min(room, (measure(text) / count) * 1.08);
  const lines: string[] = [];
  for (const unit of units) {
    const line = lines.at(-1);
    if (line !== undefined && (measure(line + unit) <= goal || NOT_FIRST.test(unit))) {
      lines[lines.length - 1] = line + unit;
    } else lines.push(unit);
  }
  return lines;
}
