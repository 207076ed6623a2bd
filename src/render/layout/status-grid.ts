/** Lines and colours of the status grid, for both formats. */
import { inkOn } from '../../base/colour.ts';
import type { StatusGridBlock, StatusGridCell } from '../../model/document/document.ts';
import type { Inline } from '../../model/document/inline.ts';
import type { Theme } from '../../model/document/theme.ts';
import type { Status } from '../../model/status.ts';

export interface GridLine {
  /** null on the further lines of a row. */
  label: { nodes: Inline[]; lines: number } | null;
  /** `perLine` of them; null where a row ends before the line does. */
  cells: (StatusGridCell | null)[];
}

/** Share of the grid's width that the labels take, where any row has one. */
export const labelShare = ({ rows }: StatusGridBlock): number =>
  rows.some(({ label }) => label.length > 0) ? 0.14 : 0;

export function gridLines({ rows, perLine }: StatusGridBlock): GridLine[] {
  return rows.flatMap(({ label, cells }) => {
    const lines = Math.max(1, Math.ceil(cells.length / perLine));
    return Array.from({ length: lines }, (_, line) => ({
      label: line === 0 ? { nodes: label, lines } : null,
      cells: Array.from({ length: perLine }, (_, i) => cells[line * perLine + i] ?? null),
    }));
  });
}

/** Fill of a cell, and black or white for its text, whichever contrasts more. */
export function cellColours(status: Status, theme: Theme): { fill: string; ink: string } {
  const fill = theme.tones[status].colour;
  return { fill, ink: inkOn(fill) };
}
