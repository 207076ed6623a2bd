/** What a cross-check on a project sees. A check is a pure function in its own file; index.ts lists them. */
import type { Diagnostic } from '../../../base/diagnostic.ts';
import type { AboutProject } from '../../../base/messages/projects.ts';
import type { ProjectRecord } from '../../../model/ledger/project-ledger.ts';
import type { Month } from '../../../model/period.ts';
import type { ProjectRules } from '../../../model/region/project.ts';

export interface ProjectCase {
  record: ProjectRecord;
  month: Month;
  rules: ProjectRules;
}

export interface ProjectCheck {
  /** Name of its file. */
  name: string;
  /** verify: the city has to look again · notice: the reader is told. */
  effect: 'verify' | 'notice';
  /** Whether a figure on paper is likely wrong: then no formal text is made before it is mended or acknowledged. */
  stops?: true;
  run(subject: ProjectCase): Diagnostic[];
}

/** The project, placed at what the city wrote of it last. */
export function about({ project, months }: ProjectRecord): AboutProject {
  const at = months.findLast((m) => m.entry)?.entry?.at ?? project.at;
  return { city: project.city, name: project.name, code: project.code, at };
}
