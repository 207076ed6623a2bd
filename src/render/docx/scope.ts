/** What the handlers of blocks and inlines need to know besides their node. */
import { LineRuleType, type ParagraphChild } from 'docx';
import type { Chart, Tone } from '../../model/document/chart.ts';
import type { Section } from '../../model/document/document.ts';
import type { FontRole } from '../../model/document/font-role.ts';
import type { Inline } from '../../model/document/inline.ts';
import type { TextStyleName, Theme } from '../../model/document/theme.ts';
import type { ChartStyle } from '../charts/style.ts';
import type { ImprintPlace } from '../layout/imprint.ts';
import type { Geometry } from './parts/geometry.ts';
import type { PlacedLabel } from './placed-labels.ts';
import type { Targets } from './targets.ts';

/** How the text around an inline looks. */
export interface Look {
  /** Face of the paragraph: 小标宋, 黑体 and 楷体 are never emboldened. */
  face: FontRole;
  strong: boolean;
  emphasis: boolean;
  /** Points; only where it is not the paragraph's. */
  size?: number;
}

export interface WrittenChart {
  chart: Chart;
  widthMm: number;
  /** Names of its hollow series; see charts/frames.ts. */
  frames: readonly string[];
  /** Of those without a line, and of those that are not seen. */
  bare: readonly string[];
  hidden: readonly string[];
  labels: readonly PlacedLabel[];
  /** Of series that the chart itself has not. */
  tones: Readonly<Record<string, Tone>>;
}

export interface Scope {
  theme: Theme;
  geometry: Geometry;
  targets: Targets;
  /** Width of the text in the section being written, twips. */
  textWidth: number;
  /** Of that section. */
  form: Section['form'];
  depth: Section['depth'];
  landscape: boolean;
  /** Height of lines of a style in a section that is drawn in, twips, where they stand closer with it; see last-page.ts. */
  closer?(style: TextStyleName): number | undefined;
  /** The layout alone is wanted: what does not tell in it is left out, see lean.ts. */
  lean: boolean;
  /** Lines that marks take above a 版头. */
  linesAbove: number;
  /** What stands above ends with room of its own, which a table needs no more of: in the PDF they are one. */
  roomAbove: boolean;
  /** The first page has fewer blank lines, see first-page.ts. */
  tight: boolean;
  /** measure: in the text, to see whether there is room for it. */
  imprint: ImprintPlace | 'measure';
  /** Whether it comes to an even page, whose margins change sides. */
  imprintEven: boolean;
  /** Parts that may stand in the document only once and have been written. */
  once: Set<string>;
  /** Charts in the order in which they are written: the nth is word/charts/chart<n>.xml. */
  charts: WrittenChart[];
  /** Drawings so far, charts and groups of shapes: their ids. */
  drawings: { count: number };
  /** How charts are drawn in every format. */
  style: ChartStyle;
  inlines(nodes: readonly Inline[], look: Look): ParagraphChild[];
}

/** For paragraphs that stand closer with the section. */
export function closer(scope: Scope, style: TextStyleName) {
  const line = scope.closer?.(style);
  return line !== undefined && { spacing: { before: 0, after: 0, line, lineRule: LineRuleType.EXACT } };
}

export const look = (face: FontRole): Look => ({ face, strong: false, emphasis: false });
