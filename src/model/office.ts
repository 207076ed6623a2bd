/**
 * data/<year>/office.yaml: what only the office knows of itself and of its letters. Everything may be left blank; a blank
 * is printed as a visible gap to be filled in by hand, never made up.
 */
import { z } from 'zod';
import { blankable } from './blankable.ts';
import { blankableDate } from './iso-date.ts';
import { type Month, monthIdSchema, type Period, periodIdSchema } from './period.ts';
import { regionSchema } from './region/region.ts';

const contactSchema = z.strictObject({
  person: blankable,
  phone: blankable,
  email: blankable,
  address: blankable,
});

/** Letters that chase the returns of one period. */
const remindersSchema = z.strictObject({
  /** 成文日期. */
  date: blankableDate,
  /** 补报期限, inclusive. */
  deadline: blankableDate,
  /** Unit → 发文字号 of the letter to it. */
  numbers: z
    .record(z.string(), blankable)
    .nullish()
    .transform((numbers) => numbers ?? {}),
});

/** 期号 and 日期 of the monthly bulletin. */
const bulletinSchema = z.strictObject({ number: blankable, date: blankableDate });

export const officeSchema = z.strictObject({
  region: regionSchema.prefault({}),
  contact: contactSchema.prefault({}),
  reminders: z
    .record(periodIdSchema, remindersSchema)
    .nullish()
    .transform((reminders) => reminders ?? {}),
  bulletins: z
    .record(monthIdSchema, bulletinSchema)
    .nullish()
    .transform((bulletins) => bulletins ?? {}),
});

export type Office = z.infer<typeof officeSchema>;
export type Contact = Office['contact'];
type ReminderSettings = z.infer<typeof remindersSchema>;

/** An office that has said nothing. */
export const BLANK_OFFICE: Office = officeSchema.parse({});

/**
 * What papers of the period are told of it, and no more: numbers and dates of other periods' letters and bulletins come
 * later, or came before. A bulletin names no contact.
 */
export function officeOf(office: Office, period: Period | Month): Office {
  const own = <T>(all: Readonly<Record<string, T>>): Record<string, T> => {
    const one = all[period.id];
    return one === undefined ? {} : { [period.id]: one };
  };
  return 'month' in period
    ? { ...BLANK_OFFICE, region: office.region, bulletins: own(office.bulletins) }
    : { ...office, reminders: own(office.reminders), bulletins: {} };
}

/** What the office has set for the period's reminders; blanks where it has set nothing. */
export function reminderSettings(office: Office, period: string): ReminderSettings {
  return office.reminders[period] ?? { date: '', deadline: '', numbers: {} };
}
