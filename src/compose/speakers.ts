/** Which units speak at the meeting, why, and in which order: those that must act come first. */
import type { Ledger, TaskRecord, UnitRecord } from '../model/ledger.ts';
import { STATUS_FACES } from '../model/status.ts';
import { isLagging } from './lagging.ts';

/** Red lights · asks for coordination · handed in nothing · lags. In the order in which they speak. */
const REASONS = ['red', 'matters', 'silent', 'lagging'] as const;
type Reason = (typeof REASONS)[number];

export interface Speaker {
  unit: string;
  reason: Reason;
  tasks: TaskRecord[];
  red: TaskRecord[];
  lagging: TaskRecord[];
  /** How many matters of coordination it brings. */
  matters: number;
}

const isRed = (task: TaskRecord): boolean => STATUS_FACES[task.status].light === 'red';

/** Among those of one reason: most red lights in front, then most severe ones, then most that lag; else as in units.yaml. */
export function speakersOf({ byUnit }: Ledger): Speaker[] {
  const speakers = byUnit.flatMap((record) => speakerOf(record) ?? []);
  return REASONS.flatMap((reason) =>
    speakers
      .filter((speaker) => speaker.reason === reason)
      .sort(
        (a, b) => b.red.length - a.red.length || severe(b) - severe(a) || b.lagging.length - a.lagging.length,
      ),
  );
}

const severe = ({ red }: Speaker): number => red.filter(({ status }) => status === 'farBehind').length;

function speakerOf({ unit, tasks }: UnitRecord): Speaker | null {
  const red = tasks.filter(isRed);
  const lagging = tasks.filter(isLagging);
  const matters = tasks.reduce((sum, task) => sum + task.coordination.length, 0);
  const holds: Record<Reason, boolean> = {
    red: red.length > 0,
    matters: matters > 0,
    silent: tasks.length > 0 && tasks.every((task) => task.status === 'notReported'),
    lagging: lagging.length > 0,
  };
  const reason = REASONS.find((one) => holds[one]);
  return reason ? { unit: unit.name, reason, tasks, red, lagging, matters } : null;
}
