/** Whether the monthly project returns and the quarterly return of the unit that answers for them say the same. */
import { convertUnit } from '../../base/chinese/convert-unit.ts';
import { roundHalfUp } from '../../base/decimal.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { projectsDisagree } from '../../base/messages/projects.ts';
import type { Ledger, TaskRecord } from '../../model/ledger/ledger.ts';
import type { ProjectDifference, ProjectLedger } from '../../model/ledger/project-ledger.ts';

/**
 * The targets named in the rules whose value differs from the sum of the projects at the digits that the return gives.
 * Projects and tasks at the same quarter's end.
 */
export function projectDifferences(
  projects: ProjectLedger,
  tasks: readonly TaskRecord[],
): ProjectDifference[] {
  const targets = tasks.flatMap((task) => task.targets);
  return projects.kinds.flatMap(({ kind, summary }) => {
    const { started, investment } = projects.rules.targets[kind ?? ''] ?? {};
    return [
      { id: started, sum: summary.started },
      { id: investment, sum: summary.invested },
    ].flatMap(({ id, sum }): ProjectDifference[] => {
      const record = targets.find((candidate) => candidate.target.id === id);
      const said = record?.value;
      const ours = said && convertUnit(sum, said.unit);
      if (!record || !said || !ours || roundHalfUp(ours.value, said.decimals) === said.value) return [];
      const { name, responsible } = record.target;
      return [{ unit: responsible.unit, name, said, sum: { ...sum, ...ours, decimals: said.decimals } }];
    });
  });
}

/** One warning for each of them. Both ledgers for the same quarter's end. */
export function projectDisagreements(projects: ProjectLedger, ledger: Ledger): Diagnostic[] {
  return projectDifferences(projects, ledger.tasks).map(({ unit, name, said, sum }) => {
    const at = said.provenance.kind === 'submission' ? said.provenance.at : { file: '' };
    return projectsDisagree(at, unit, name, said, sum);
  });
}
