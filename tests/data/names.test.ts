/** Units, ladders, interpretations, rules and periods of data/2022 agree with each other and with the plan. */
import { describe, expect, it } from 'vitest';
import type { Task } from '../../src/model/plan/plan.ts';
import { allGoals, ladders, notes, periods, rules, targets, tasks, tracks, units } from './load.ts';

describe('the names in the data', () => {
  const known = new Set(units.map((unit) => unit.name));

  it('are units of the list, each spelling once', () => {
    const used = [
      ...tracks.flatMap((track) => [...track.leads, ...track.cooperating]),
      ...[...tasks, ...allGoals, ...targets].map((x) => x.responsible.unit),
    ];
    expect(used.filter((name) => !known.has(name))).toEqual([]);
    const spellings = units.flatMap((unit) => [unit.name, ...unit.aliases]);
    expect(new Set(spellings).size).toBe(spellings.length);
    const inPlan = new Set(tracks.flatMap((track) => [...track.leads, ...track.cooperating]));
    for (const unit of units) expect(unit.namedBy, unit.name).toBe(inPlan.has(unit.name) ? 'plan' : 'office');
  });

  it('say who chose the unit: the plan for a single lead, the office otherwise', () => {
    const choice = (task: Task) => `${task.no} ${task.responsible.unit} ${task.responsible.assignedBy}`;
    for (const { leads, tasks: own } of tracks)
      for (const task of own) {
        expect(leads, choice(task)).toContain(task.responsible.unit);
        expect(task.responsible.assignedBy, choice(task)).toBe(leads.length === 1 ? 'plan' : 'office');
        if (leads.length > 1) expect(task.responsible.reason, choice(task)).toBeTruthy();
        for (const target of task.targets) expect(target.responsible.unit).toBe(task.responsible.unit);
      }
    for (const goal of allGoals) {
      expect(goal.responsible.assignedBy, goal.id).toBe('office');
      expect(goal.responsible.reason, goal.id).toBeTruthy();
    }
  });

  it('are ladders and interpretations that exist', () => {
    const interpretations = notes.interpretations.map((i) => i.id);
    for (const task of tasks) if (task.milestones) expect(ladders).toHaveProperty(task.milestones.ladder);
    for (const t of targets) if (t.interpretation) expect(interpretations).toContain(t.interpretation);
    expect(new Set(interpretations).size).toBe(interpretations.length);
  });

  it('of stages are ordered by date and each used once', () => {
    const nodeLists = [
      ...tasks.flatMap((task) => (task.milestones?.nodes ? [task.milestones.nodes] : [])),
      ...Object.values(ladders).map((ladder) => ladder.stages),
    ];
    for (const nodes of nodeLists) {
      const dates = nodes.map((node) => node.due);
      expect(dates).toEqual([...dates].sort());
      expect(new Set(nodes.map((node) => node.stage)).size).toBe(nodes.length);
      expect(dates.every((date) => date >= '2022-01-01' && date <= '2022-12-31')).toBe(true);
    }
  });

  it('for charts are short and told apart', () => {
    for (const task of tasks) expect(task.brief.length, task.brief).toBeLessThanOrEqual(14);
    expect(new Set(tasks.map((task) => task.brief)).size).toBe(97);
  });
});

describe('rules and periods', () => {
  it('explain the thresholds that they set', () => {
    const { ahead, tolerance, farBehind, fewBelow, aboutShare, forecastFrom } = rules.pace;
    const pace = rules.pace.explanation.join('');
    for (const words of [
      `${ahead}个百分点`,
      `${tolerance}个百分点`,
      `${farBehind}个百分点`,
      `不足${fewBelow}个`,
      `${aboutShare * 100}%`,
      `从${'一二三四'[forecastFrom - 1]}季度起`,
    ])
      expect(pace).toContain(words);
    const { jumpFactor, conflictShare, copiedSimilarity } = rules.checks;
    const checks = rules.checks.explanation.join('');
    for (const words of [`${jumpFactor}倍`, `${conflictShare * 100}%`, `${copiedSimilarity * 100}%`])
      expect(checks).toContain(words);
  });

  it('have four quarters, due after they end', () => {
    expect(periods.map((p) => p.id)).toEqual(['2022Q1', '2022Q2', '2022Q3', '2022Q4']);
    for (const { due, asOf } of periods) expect(due > asOf).toBe(true);
  });
});
