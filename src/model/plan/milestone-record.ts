/** Where something without a number stands on its ladder. */
import type { Located } from '../../base/origin.ts';
import type { MilestoneNode } from './plan.ts';

export interface MilestoneRecord {
  nodes: MilestoneNode[];
  /** 0 = 未启动, k = nodes[k-1] reached with the evidence it needs. */
  reached: number;
  /** Stage number that was claimed; differs from `reached` where evidence is missing. */
  claimed: number;
  expected: number;
  evidence: Located<string> | null;
  /** Stages reached with evidence in this quarter and those before, one evidence each, the latest. */
  proven: readonly { stage: number; evidence: Located<string> }[];
}
