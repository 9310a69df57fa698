// How often sessions are, in words.
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { proposeText as t } from './propose.text.ts';

const usual = new Map<number, Words>([
  [1, t.daily],
  [7, t.weekly],
  [14, t.fortnightly],
  [28, t.fourWeekly],
]);

export const oftenWords = (everyDays: number): string => say(usual.get(everyDays) ?? t.everyDays, { n: everyDays });
