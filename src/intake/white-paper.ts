/** data/<year>/white-paper.yaml: what the white paper says of itself. */
import type { Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { type WhitePaper, whitePaperSchema } from '../model/white-paper.ts';
import { readChecked } from './located/checked.ts';

export const readWhitePaper = (effects: Effects, year: number): Promise<Outcome<WhitePaper>> =>
  readChecked(effects, `data/${year}/white-paper.yaml`, whitePaperSchema);
