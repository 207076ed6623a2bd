/** What a renderer works with, whatever it is asked. */
import type { Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import type { Document } from '../../model/document/document.ts';
import { drawCharts } from '../charts/draw.ts';
import type { Style } from '../context.ts';
import type { Press } from '../pdf/press.ts';
import type { PrintContext } from '../pdf/print-context.ts';
import type { FormatName } from './formats.ts';
import type { Ground } from './ground.ts';
import { type Lane, URGENT } from './lanes.ts';
import type { WordDesk } from './word-desk.ts';

export interface Tools {
  effects: Effects;
  lanes: Record<FormatName, Lane>;
  press: Press;
  word: WordDesk;
  ground: Ground;
}

type OnBrowser<T> = (browser: PrintContext['browser']) => Promise<Outcome<T>>;

/** What others wait for is asked of the browser before anything else is printed. */
export const askBrowser = <T>({ lanes, press }: Tools, job: OnBrowser<T>): Promise<Outcome<T>> =>
  lanes.pdf.run(URGENT, () => press.print(job));

/** What the browser is handed besides itself, charts drawn. */
export async function drawnContext(
  document: Document,
  style: Style,
  { effects, ground }: Pick<Tools, 'effects' | 'ground'>,
): Promise<Omit<PrintContext, 'browser'>> {
  const kept = { cache: effects.cache, ground: await ground(style, false) };
  return { ...style, effects, charts: await drawCharts(document, style.theme, style.fonts, kept) };
}
