/** Papers of the meeting pack that are about the meeting itself, by the names of their templates. */
export const MEETING_PAPERS = [
  'meeting-notice',
  'agenda',
  'attendees',
  'name-cards',
  'seating-plan',
  'matters',
  'next-quarter',
  'chair-script',
  'minutes-draft',
  'decisions',
  'supervision',
];
