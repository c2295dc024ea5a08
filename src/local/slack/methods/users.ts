import { DateTime } from 'luxon';
import { textAt } from '../../json';
import { botIdOf } from '../world';
import { type Method, no } from './method';

export const info: Method = async (args, world) => {
  const person = await world.directory.find(textAt(args, 'user') ?? '');
  if (!person) return no('user_not_found');
  const offset = person.zone ? DateTime.fromMillis(world.now().toMillis(), { zone: person.zone }).offset * 60 : 0;
  return {
    ok: true,
    user: {
      id: person.id,
      team_id: world.teamId,
      name: person.name.toLowerCase().replaceAll(' ', '.'),
      real_name: person.name,
      deleted: person.deleted ?? false,
      is_bot: false,
      is_restricted: false,
      is_ultra_restricted: false,
      ...(person.zone && { tz: person.zone, tz_label: person.zone, tz_offset: offset }),
      profile: { real_name: person.name, display_name: person.name, ...(person.email && { email: person.email }) },
    },
  };
};

export const authTest: Method = (_args, world) => ({
  ok: true,
  url: 'https://demo.slack.test/',
  team: 'Demo',
  team_id: world.teamId,
  user: world.botName,
  user_id: world.botUser,
  bot_id: botIdOf(world.botUser),
  is_enterprise_install: false,
});
