/** Drafts → YAML files as in data/<year>/, with the doubts as comments where they belong. */
import { Document, isCollection, isNode } from 'yaml';
import type { Diagnostic } from '../../../base/diagnostic.ts';
import * as words from '../../../base/messages/plan-import.ts';
import type { Responsibility } from '../../../model/plan/target.ts';
import type { Draft } from './draft.ts';

export interface DraftFile {
  /** Relative to data/<year>/. */
  path: string;
  text: string;
}

/** The files of data/<year>/ that a draft fills. */
export function draftFiles(draft: Draft): DraftFile[] {
  const source = draft.document.sourceFile;
  const doubts = byLine(draft.unsure);
  const doubtsAt = (line: number | undefined): string[] =>
    line === undefined ? [] : (doubts.get(line) ?? []);
  const unread = draft.unread.map(({ line, text }) => words.unreadComment(line, text));
  return [
    { path: 'plan/document.yaml', text: write(draft.document, [words.draftComment(source)]) },
    {
      path: 'plan/goals.yaml',
      text: write(
        draft.goals,
        [words.draftComment(source), ...pendingIn(draft.goals.groups.flatMap(({ goals }) => goals))],
        ['groups'],
        draft.goalLines.map(doubtsAt),
      ),
    },
    ...draft.tracks.map(({ track, line, taskLines, words: said }) => ({
      path: `plan/tracks/${String(track.no).padStart(2, '0')}.yaml`,
      text: write(
        track,
        [words.draftComment(source), ...pendingIn(track.tasks), ...doubtsAt(line).map(words.doubtComment)],
        ['tasks'],
        taskLines.map((at, i) => [
          ...(said[i] ? [words.attributionComment(at, said[i])] : []),
          ...(at === line ? [] : doubtsAt(at).map(words.doubtComment)),
        ]),
      ),
    })),
    { path: 'plan/requirements.yaml', text: write(draft.requirements, [words.draftComment(source)]) },
    {
      path: 'plan/notes.yaml',
      text: write(draft.notes, [
        words.draftComment(source),
        ...(unread.length > 0 ? [words.unreadHeadComment(), ...unread] : []),
      ]),
    },
    { path: 'units.yaml', text: write(draft.units, [words.draftComment(source), words.unitsComment()]) },
  ];
}

/** A word on what to do with `reason` where the office has to settle on a unit. */
const pendingIn = (answered: readonly { responsible: Responsibility }[]): string[] =>
  answered.some(({ responsible }) => responsible.reason !== undefined) ? [words.reasonComment()] : [];

function byLine(unsure: readonly Diagnostic[]): Map<number, string[]> {
  const out = new Map<number, string[]>();
  for (const { at, message, severity } of unsure) {
    // Joined lines and the like are in notes.yaml already.
    if (at?.line === undefined || severity === 'info') continue;
    out.set(at.line, [...(out.get(at.line) ?? []), message]);
  }
  return out;
}

/** `comments` stand before the items of the sequence at `path`. */
function write(value: unknown, head: string[], path: string[] = [], comments: string[][] = []): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  document.commentBefore = lines(head);
  const list = document.getIn(path, true);
  if (path.length > 0 && isCollection(list)) {
    list.items.forEach((item, i) => {
      const own = comments[i] ?? [];
      if (isNode(item) && own.length > 0) item.commentBefore = lines(own);
    });
  }
  return document.toString({ lineWidth: 0 });
}

/** YAML ends a comment at the line's end; control characters are not allowed in it. */
function lines(comments: readonly string[]): string {
  return comments.map((c) => ` ${c.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')}`).join('\n');
}
