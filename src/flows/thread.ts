/** What a thread does for a build; by itself, since a thread that came through the pipeline would load ten times as much. */
export { runWordTask as runTask } from '../render/work/thread.ts';
