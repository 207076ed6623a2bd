/** The statistics that what is written prints, by the figures in it: an appendix lists their sources and 口径, and no others. */
import type { Block } from '../../model/document/document.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Inline } from '../../model/document/inline.ts';
import type { Statistic, Statistics } from '../../model/statistics/statistic.ts';
import { blockInlines } from '../passes/references.ts';

/** With them the two sides of each contradiction that the book tells of: it prints their numbers in words. */
export function citedStatistics(statistics: Statistics, blocks: readonly Block[]): Statistics {
  const printed = new Set<Figure['provenance']>();
  for (const figure of blocks.flatMap(figuresOf)) note(figure, printed);
  const between = new Set(statistics.conflicts.flatMap((conflict) => conflict.between));
  const values = statistics.values.filter(
    (value) =>
      (value.figure && printed.has(value.figure.provenance)) ||
      namesOf(value).some((name) => between.has(name)),
  );
  const series = new Set(values.map((value) => value.series.id));
  return { ...statistics, values, series: statistics.series.filter(({ id }) => series.has(id)) };
}

/** As conflicts.yaml names a side: gdp@2021, gdp@2021#修订. */
const namesOf = ({ series, period, vintage }: Statistic): string[] => [
  `${series.id}@${period.id}`,
  `${series.id}@${period.id}#${vintage}`,
];

/** A figure, and those that it was worked out of. */
function note({ provenance }: Figure, printed: Set<Figure['provenance']>): void {
  if (printed.has(provenance)) return;
  printed.add(provenance);
  if (provenance.kind === 'derived') for (const from of provenance.from) note(from, printed);
}

function figuresOf(block: Block): Figure[] {
  const inText = blockInlines(block).flatMap(deep);
  if (block.kind === 'callout') return [...inText, ...block.children.flatMap(figuresOf)];
  if (block.kind !== 'chart') return inText;
  const { chart } = block;
  const drawn = [...chart.series, ...('lines' in chart ? chart.lines : [])];
  return [...inText, ...drawn.flatMap(({ points }) => points.flatMap(({ figure }) => figure ?? []))];
}

function deep(node: Inline): Figure[] {
  if (node.kind === 'figure') return [node.figure];
  return 'children' in node ? node.children.flatMap(deep) : [];
}
