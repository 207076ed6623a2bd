/** Long names onto several lines, never cut. */

/** Characters that may not begin a line. */
const NOT_FIRST = /^[，。、；：！？）》”’%％]/u;

/** Into how many parts what a line has more than its even share is taken to find out how little of it will do. */
const PARTS = 8;

/** In: a name, room for a line and a way to measure, in one unit. Out: as few lines as there is room for, about equally long. */
export function wrap(text: string, room: number, measure: (text: string) => number): string[] {
  const units = [...text.matchAll(/[A-Za-z0-9.,%+-]+|./gu)].map((match) => match[0]);
  const whole = measure(text);
  for (let count = Math.max(1, Math.ceil(whole / room)); count < units.length; count += 1) {
    const even = Math.min(room, (whole / count) * 1.08);
    // Nine characters of which each of two lines would hold four and a half: five and four, not four, four and one.
    for (let part = 0; part <= PARTS; part += 1) {
      const lines = filled(units, even + ((room - even) * part) / PARTS, measure);
      if (lines.length <= count) return lines;
    }
  }
  return filled(units, 0, measure);
}

function filled(units: readonly string[], room: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const unit of units) {
    const line = lines.at(-1);
    if (line !== undefined && (measure(line + unit) <= room || NOT_FIRST.test(unit))) {
      lines[lines.length - 1] = line + unit;
    } else lines.push(unit);
  }
  return lines;
}
