/** What ::key-figures{name=…} can show. */
import type { KeyFiguresBlock } from '../../model/document/document.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import type { ProjectLedger } from '../../model/ledger/project-ledger.ts';
import { brief } from './brief.ts';
import { cityFigures } from './cities.ts';

import { overview } from './overview.ts';
import { projectFigures } from './projects.ts';

type KeyFiguresBuilder = (ledger: Ledger) => KeyFiguresBlock['items'];

export const KEY_FIGURES: Record<string, KeyFiguresBuilder> = { overview, brief, cities: cityFigures };

type ProjectKeyFiguresBuilder = (projects: ProjectLedger) => KeyFiguresBlock['items'];

/** Of the key projects, for quarters and months alike. */
export const PROJECT_KEY_FIGURES: Record<string, ProjectKeyFiguresBuilder> = { projects: projectFigures };
