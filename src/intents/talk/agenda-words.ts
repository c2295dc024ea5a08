import { token } from '../../cards';
import { readAgenda } from '../../services';
import { agendaFormWith, keepAgenda } from '../agenda';
import type { Flow } from './flow';
import { whom } from './whom';

const question = 'Whose agenda do you mean?';

/**
 * The agenda is opened, or what was said is kept in it. Nothing that stands there is written over: where something does,
 * the form has both, and she decides.
 */
export const agendaWords: Flow = async (slots, talk) => {
  const { turn, sure } = talk;
  const found = await whom('agenda', slots, talk, question);
  if ('replies' in found) return found.replies;
  const { pairing, reader } = found.meant;
  const text = slots.text?.trim() ?? '';
  if (text === '') return turn.lead(token('agenda', { pairing: pairing.pairingId }));
  const written = await readAgenda(turn.tx, turn.caller, pairing);
  const before = (reader === 'mentee' ? written.agenda : written.resources) ?? '';
  if (before === '' && sure) return keepAgenda(turn, found.meant, text);
  return agendaFormWith(turn, found.meant, before === '' ? text : `${before}\n${text}`);
};
