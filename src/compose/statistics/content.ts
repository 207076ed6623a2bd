/** The finished content of a statistic's chart: notes, alternative text, axis. */
import { type Chart, type ChartAxis, SERIES_TONES, type Tone } from '../../model/document/chart.ts';
import type { ChartContent } from '../chart-content.ts';
import { rich } from '../engine/value.ts';
import { chartAlt, statisticNotes } from './chart.ts';
import type { Attributes, NamedValues } from './request.ts';

export const TONES = ['primary', 'tertiary', 'secondary', 'muted', 'quaternary', 'quinary'] as const;
/** Of parts in a stack: neighbours differ in grey. */
export const STACK_TONES = SERIES_TONES;

export const toneOf = (i: number, tones: readonly Tone[] = TONES): Tone => tones[i % tones.length] ?? 'muted';

export function axisOf(series: readonly NamedValues[], attributes: Attributes): ChartAxis {
  const units = [...new Set(series.flatMap(({ values }) => values.map((value) => value.series.unit)))];
  return { title: attributes['axis'] ?? (units.length === 1 ? (units[0] ?? '') : ''), min: null, max: null };
}

export function content(chart: Chart, series: readonly NamedValues[], what: string): ChartContent {
  const values = series.flatMap((one) => one.values);
  return {
    chart,
    notes: statisticNotes(values).map((note) => rich(note).rich),
    alt: chartAlt(what, chart),
  };
}
