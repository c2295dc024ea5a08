import { type Finding, ok, warning, wrong } from './finding';

const tooFar = 60;
const broken = 300;

/** How far this machine's clock is from another's, both read at about the same moment. */
export function checkSkew(whose: string, here: Date, there: Date): Finding {
  const seconds = Math.round(Math.abs(here.getTime() - there.getTime()) / 1000);
  const about = `Clock beside ${whose}`;
  if (Number.isNaN(seconds))
    return warning(about, 'could not be compared', 'Check that time synchronization (NTP) runs.');
  const says = `${seconds} s apart`;
  const todo = 'Switch time synchronization (NTP) on, on both machines.';
  if (seconds > broken) return wrong(about, `${says}: requests are taken for old ones and refused`, todo);
  return seconds > tooFar ? warning(about, `${says}, which is too much for reminders`, todo) : ok(about, says);
}
