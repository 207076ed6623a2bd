/** What ::key-figures{name=…} can show. */
import type { KeyFiguresBlock } from '../../model/document.ts';
import type { Ledger } from '../../model/ledger.ts';
import { brief } from './brief.ts';
import { overview } from './overview.ts';

type KeyFiguresBuilder = (ledger: Ledger) => KeyFiguresBlock['items'];

export const KEY_FIGURES: Record<string, KeyFiguresBuilder> = { overview, brief };
